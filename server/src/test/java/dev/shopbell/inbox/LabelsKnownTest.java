package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A label is a word somebody typed: it is told to those who may see a conversation it was put on.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LabelsKnownTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private StaffBrowser priya;
    private StaffBrowser tom;
    private StaffBrowser lena;
    private UUID conversation;

    @BeforeEach
    void priyaHasAConversation() {
        Store store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom =
                new StaffBrowser(
                        server, given.member(store, "Tom Okafor", "Conversation management"));
        lena = new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you deliver to Malta?");
        conversation = anna.conversation();
        priya.tryAssign(conversation, null, id(priya));
    }

    @Test
    void ofAnAssignedConversationOnlyItsAssigneeKnowsTheLabels() {
        priya.label(conversation, "Fraud");

        assertThat(labelsOf(priya)).isEqualTo("[\"Fraud\"]");
        assertThat(labelsOf(tom)).isEqualTo("[]");
        assertThat(labelsOf(lena)).isEqualTo("[]");
    }

    @Test
    void whoGetsTheConversationGetsToKnowThem() {
        priya.label(conversation, "Fraud");

        priya.tryAssign(conversation, id(priya), id(tom));

        assertThat(labelsOf(tom)).isEqualTo("[\"Fraud\"]");
        assertThat(labelsOf(lena)).isEqualTo("[]");
    }

    @Test
    void onceEverybodySeesTheConversationEverybodyKnowsThem() {
        priya.label(conversation, "Fraud");

        priya.tryAssign(conversation, id(priya), null);

        assertThat(labelsOf(lena)).isEqualTo("[\"Fraud\"]");
    }

    @Test
    void whatEverybodyKnowsStaysKnown() {
        priya.tryAssign(conversation, id(priya), null);
        priya.label(conversation, "Returns");
        priya.tryAssign(conversation, null, id(priya));
        priya.label(conversation);

        assertThat(labelsOf(tom)).isEqualTo("[\"Returns\"]");
    }

    @Test
    void theAuditTrailSaysHowManyAndNotWhich() {
        priya.label(conversation, "Fraud", "Returns");

        String entries = lena.ask("GET", "/audit", null).body().toString();

        assertThat(entries).contains("\"labels\":2").doesNotContain("Fraud");
    }

    private static String labelsOf(StaffBrowser staff) {
        return staff.ask("GET", "/labels", null).body().get("labels").toString();
    }

    private static UUID id(StaffBrowser staff) {
        return staff.member().staff().value();
    }
}
