package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Deeds;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was typed and not sent: whose it is, where it is, and when it is gone.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DraftsTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private StaffBrowser maya;
    private ShopperBrowser anna;
    private UUID conversation;

    @BeforeEach
    void aConversation() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        maya = new StaffBrowser(server, given.member(store, "Maya Lind", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Have you seen a hoopoe?");
        conversation = anna.conversation();
    }

    @Test
    void aDraftIsItsWritersAloneAndKeptToTheLetter() {
        priya.draft(conversation, "note", "  half a\nthought ");

        assertThat(draftsOf(maya)).isEmpty();
        JsonNode draft = draftsOf(priya).getFirst();
        assertThat(draft.get("text").asText()).isEqualTo("  half a\nthought ");
        assertThat(draft.get("kind").asText()).isEqualTo("note");
        assertThat(draft.get("after").asLong()).isEqualTo(1);
        assertThat(draft.get("stranded").asBoolean()).isFalse();
    }

    @Test
    void theLastOneCountsAndNothingTypedIsNoDraft() {
        priya.draft(conversation, "note", "One");
        priya.draft(conversation, "staff", "Two");
        assertThat(draftsOf(priya)).hasSize(1);
        assertThat(draftsOf(priya).getFirst().get("text").asText()).isEqualTo("Two");

        assertThat(priya.draft(conversation, "staff", "").isNull()).isTrue();
        assertThat(priya.draft(conversation, "staff", "").isNull()).isTrue();
        assertThat(draftsOf(priya)).isEmpty();
    }

    @Test
    void aDraftMayBeLongerThanAMessageButNotEndless() {
        assertThat(priya.tryToDraft(conversation, "staff", "🙂".repeat(20_000)).status())
                .isEqualTo(413);
        assertThat(priya.tryToDraft(conversation, "staff", "é".repeat(20_000)).status())
                .isEqualTo(200);
        assertThat(
                        priya.tryToDraft(conversation, "staff", "x".repeat(20_001))
                                .body()
                                .get("code")
                                .asText())
                .isEqualTo("text_too_long");
        assertThat(priya.tryToDraft(conversation, "staff", "a\u0000").body().get("code").asText())
                .isEqualTo("text_invalid");
    }

    @Test
    void aDraftOfAHiddenConversationIsStrandedWithoutAWordOfTheCustomer() {
        priya.draft(conversation, "staff", "We ship on Mon");

        deeds.assign(store, conversation, maya.member().staff(), maya.member().staff());

        JsonNode draft = draftsOf(priya).getFirst();
        assertThat(draft.get("stranded").asBoolean()).isTrue();
        assertThat(draft.get("text").asText()).isEqualTo("We ship on Mon");
        assertThat(priya.inbox().toString()).doesNotContain("hoopoe", "Kowalska", "anna@");
        assertThat(priya.tryToDraft(conversation, "staff", "More").status()).isEqualTo(404);
        assertThat(priya.tryToDraft(conversation, "staff", "").status()).isEqualTo(404);
    }

    @Test
    void aStrandedDraftComesBackToItsPlaceWithTheConversation() {
        priya.draft(conversation, "staff", "We ship on Mon");
        deeds.assign(store, conversation, maya.member().staff(), maya.member().staff());
        deeds.assign(store, conversation, maya.member().staff(), null);

        assertThat(draftsOf(priya).getFirst().get("stranded").asBoolean()).isFalse();
    }

    @Test
    void whatIsSentTakesTheVersionItWasAlong() {
        String kept = priya.draft(conversation, "staff", "We ship").get("changedAt").asText();

        send("We do ship", kept);

        assertThat(draftsOf(priya)).isEmpty();
    }

    @Test
    void whatIsSentTakesItsOwnBeginningAlong() {
        priya.draft(conversation, "staff", "We ship ");

        send("We ship on Monday", null);

        assertThat(draftsOf(priya)).isEmpty();
    }

    @Test
    void whatWasTypedElsewhereSinceStays() {
        String kept = priya.draft(conversation, "staff", "We ship").get("changedAt").asText();
        priya.draft(conversation, "staff", "Ask for the order number");

        send("We do ship", kept);
        send("Tomorrow", null);

        assertThat(draftsOf(priya).getFirst().get("text").asText())
                .isEqualTo("Ask for the order number");
    }

    @Test
    void aNoteThatIsBegunStaysWhenAnAnswerWithItsWordsIsSent() {
        priya.draft(conversation, "note", "We");

        send("We ship", null);

        assertThat(draftsOf(priya)).hasSize(1);
    }

    private void send(String text, @Nullable String kept) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", "staff", "text", text));
        body.put("draft", kept);
        Answer answer =
                priya.ask(
                        "PUT",
                        "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                        body);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aStrandedDraftCanBeDeletedAndDeletingItAgainDoesNoHarm() {
        priya.draft(conversation, "staff", "We ship on Mon");
        maya.draft(conversation, "staff", "Mine");
        deeds.assign(store, conversation, maya.member().staff(), maya.member().staff());

        assertThat(priya.deleteDraft(conversation).status()).isEqualTo(200);
        assertThat(priya.deleteDraft(conversation).status()).isEqualTo(200);
        assertThat(priya.deleteDraft(UUID.randomUUID()).status()).isEqualTo(200);

        assertThat(draftsOf(priya)).isEmpty();
        assertThat(draftsOf(maya)).hasSize(1);
    }

    @Test
    void otherDevicesFollowAndLateOnesAreToldEverything() {
        try (LiveClient phone = priya.connect(priya.inbox().get("position"));
                LiveClient colleague = maya.connect(maya.inbox().get("position"))) {
            phone.next("changes");
            colleague.next("changes");

            priya.draft(conversation, "staff", "On m");
            assertThat(phone.next("draft").at("/draft/text").asText()).isEqualTo("On m");
            try (LiveClient tablet = priya.connect(priya.inbox().get("position"))) {
                assertThat(tablet.next("drafts").at("/drafts/0/text").asText()).isEqualTo("On m");
            }
            priya.draft(conversation, "staff", "");
            assertThat(phone.next("draft").get("draft").isNull()).isTrue();

            assertThat(colleague.heard("draft")).isEmpty();
            assertThat(colleague.heard("drafts"))
                    .allSatisfy(frame -> assertThat(frame.get("drafts")).isEmpty());
        }
    }

    private static List<JsonNode> draftsOf(StaffBrowser person) {
        return person.inbox().get("drafts").valueStream().toList();
    }
}
