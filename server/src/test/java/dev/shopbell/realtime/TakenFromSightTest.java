package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
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

/// That a conversation is gone is told to those who could see it, and its id to nobody else.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TakenFromSightTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private StaffBrowser tom;
    private StaffBrowser lena;
    private ShopperBrowser anna;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom =
                new StaffBrowser(
                        server, given.member(store, "Tom Okafor", "Conversation management"));
        lena = new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
    }

    @Test
    void takenFromEverybodyItIsGoneForEverybodyElse() {
        JsonNode before = tom.inbox().get("position");
        try (LiveClient socket = tom.connect(before)) {
            socket.next("changes");
            assign(priya, null, priya);

            assertThat(goneIn(socket.next("changes"))).isEqualTo(names(anna));
        }
        assertThat(goneIn(tom.changes(before, 0).body())).isEqualTo(names(anna));
    }

    @Test
    void handedOverItIsGoneForItsOldAssigneeAndNoNewsForOthers() {
        assign(priya, null, priya);
        JsonNode before = lena.inbox().get("position");
        try (LiveClient hers = priya.connect(priya.inbox().get("position"));
                LiveClient others = lena.connect(before)) {
            hers.next("changes");
            others.next("changes");
            assign(priya, priya, tom);
            // Behind it, so that silence means something.
            new ShopperBrowser(server, store, given.secret()).write("Good morning");

            assertThat(goneIn(hers.next("changes"))).isEqualTo(names(anna));
            assertThat(goneIn(others.next("changes"))).isEqualTo("[]");
        }
        assertThat(goneIn(lena.changes(before, 0).body())).isEqualTo("[]");
    }

    @Test
    void takenAndHandedOverMeanwhileItIsGoneForWhoSawIt() {
        JsonNode before = lena.inbox().get("position");
        assign(priya, null, priya);
        assign(priya, priya, tom);

        assertThat(goneIn(lena.changes(before, 0).body())).isEqualTo(names(anna));
    }

    @Test
    void whoJoinedLaterLearnsOfNothingThatWasHiddenBefore() {
        assign(priya, null, priya);
        StaffBrowser newcomer =
                new StaffBrowser(
                        server, given.member(store, "Omar Aziz", "Conversation management"));
        ObjectNode beginning = newcomer.inbox().get("position").deepCopy();
        beginning.put("feedSeq", 0);

        assertThat(goneIn(newcomer.changes(beginning, 0).body())).isEqualTo("[]");
    }

    private void assign(StaffBrowser by, StaffBrowser from, StaffBrowser to) {
        assertThat(by.tryAssign(anna.conversation(), id(from), id(to)).status()).isEqualTo(200);
    }

    private static UUID id(StaffBrowser staff) {
        return staff == null ? null : staff.member().staff().value();
    }

    private static String goneIn(JsonNode changes) {
        return changes.get("gone").toString();
    }

    private static String names(ShopperBrowser customer) {
        return "[\"" + customer.conversation() + "\"]";
    }
}
