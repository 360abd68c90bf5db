package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffedStore;
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

    private StaffedStore shop;

    @BeforeEach
    void aConversation() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void aDraftIsItsWritersAloneAndKeptToTheLetter() {
        shop.priya().draft(shop.conversation(), "note", "  half a\nthought ");

        assertThat(draftsOf(shop.lena())).isEmpty();
        JsonNode draft = draftsOf(shop.priya()).getFirst();
        assertThat(draft.get("text").asText()).isEqualTo("  half a\nthought ");
        assertThat(draft.get("kind").asText()).isEqualTo("note");
        assertThat(draft.get("after").asLong()).isEqualTo(1);
        assertThat(draft.get("stranded").asBoolean()).isFalse();
    }

    @Test
    void theLastOneCountsAndNothingTypedIsNoDraft() {
        shop.priya().draft(shop.conversation(), "note", "One");
        shop.priya().draft(shop.conversation(), "staff", "Two");
        assertThat(draftsOf(shop.priya())).hasSize(1);
        assertThat(draftsOf(shop.priya()).getFirst().get("text").asText()).isEqualTo("Two");

        assertThat(shop.priya().draft(shop.conversation(), "staff", "").isNull()).isTrue();
        assertThat(shop.priya().draft(shop.conversation(), "staff", "").isNull()).isTrue();
        assertThat(draftsOf(shop.priya())).isEmpty();
    }

    @Test
    void aDraftMayBeLongerThanAMessageButNotEndless() {
        assertThat(
                        shop.priya()
                                .tryToDraft(shop.conversation(), "staff", "🙂".repeat(20_000))
                                .status())
                .isEqualTo(413);
        assertThat(
                        shop.priya()
                                .tryToDraft(shop.conversation(), "staff", "é".repeat(20_000))
                                .status())
                .isEqualTo(200);
        assertThat(
                        shop.priya()
                                .tryToDraft(shop.conversation(), "staff", "x".repeat(20_001))
                                .body()
                                .get("code")
                                .asText())
                .isEqualTo("text_too_long");
        assertThat(
                        shop.priya()
                                .tryToDraft(shop.conversation(), "staff", "a\u0000")
                                .body()
                                .get("code")
                                .asText())
                .isEqualTo("text_invalid");
    }

    @Test
    void aDraftOfAHiddenConversationIsStrandedWithoutAWordOfTheCustomer() {
        shop.priya().draft(shop.conversation(), "staff", "We ship on Mon");

        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.lena().member().staff(),
                shop.lena().member().staff());

        JsonNode draft = draftsOf(shop.priya()).getFirst();
        assertThat(draft.get("stranded").asBoolean()).isTrue();
        assertThat(draft.get("text").asText()).isEqualTo("We ship on Mon");
        assertThat(shop.priya().inbox().toString()).doesNotContain("Malta", "Kowalska", "anna@");
        assertThat(shop.priya().tryToDraft(shop.conversation(), "staff", "More").status())
                .isEqualTo(404);
        assertThat(shop.priya().tryToDraft(shop.conversation(), "staff", "").status())
                .isEqualTo(404);
    }

    @Test
    void aStrandedDraftComesBackToItsPlaceWithTheConversation() {
        shop.priya().draft(shop.conversation(), "staff", "We ship on Mon");
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.lena().member().staff(),
                shop.lena().member().staff());
        deeds.assign(shop.store(), shop.conversation(), shop.lena().member().staff(), null);

        assertThat(draftsOf(shop.priya()).getFirst().get("stranded").asBoolean()).isFalse();
    }

    @Test
    void whatIsSentTakesTheVersionItWasAlong() {
        String kept =
                shop.priya()
                        .draft(shop.conversation(), "staff", "We ship")
                        .get("changedAt")
                        .asText();

        send("We do ship", kept);

        assertThat(draftsOf(shop.priya())).isEmpty();
    }

    @Test
    void whatIsSentTakesItsOwnBeginningAlong() {
        shop.priya().draft(shop.conversation(), "staff", "We ship ");

        send("We ship on Monday", null);

        assertThat(draftsOf(shop.priya())).isEmpty();
    }

    @Test
    void whatWasTypedElsewhereSinceStays() {
        String kept =
                shop.priya()
                        .draft(shop.conversation(), "staff", "We ship")
                        .get("changedAt")
                        .asText();
        shop.priya().draft(shop.conversation(), "staff", "Ask for the order number");

        send("We do ship", kept);
        send("Tomorrow", null);

        assertThat(draftsOf(shop.priya()).getFirst().get("text").asText())
                .isEqualTo("Ask for the order number");
    }

    @Test
    void aNoteThatIsBegunStaysWhenAnAnswerWithItsWordsIsSent() {
        shop.priya().draft(shop.conversation(), "note", "We");

        send("We ship", null);

        assertThat(draftsOf(shop.priya())).hasSize(1);
    }

    private void send(String text, @Nullable String kept) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", "staff", "text", text));
        body.put("draft", kept);
        Answer answer =
                shop.priya()
                        .ask(
                                "PUT",
                                "/conversations/"
                                        + shop.conversation()
                                        + "/messages/"
                                        + UUID.randomUUID(),
                                body);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aStrandedDraftCanBeDeletedAndDeletingItAgainDoesNoHarm() {
        shop.priya().draft(shop.conversation(), "staff", "We ship on Mon");
        shop.lena().draft(shop.conversation(), "staff", "Mine");
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.lena().member().staff(),
                shop.lena().member().staff());

        assertThat(shop.priya().deleteDraft(shop.conversation()).status()).isEqualTo(200);
        assertThat(shop.priya().deleteDraft(shop.conversation()).status()).isEqualTo(200);
        assertThat(shop.priya().deleteDraft(UUID.randomUUID()).status()).isEqualTo(200);

        assertThat(draftsOf(shop.priya())).isEmpty();
        assertThat(draftsOf(shop.lena())).hasSize(1);
    }

    @Test
    void otherDevicesFollowAndLateOnesAreToldEverything() {
        try (LiveClient phone = shop.priya().connect(shop.priya().inbox().get("position"));
                LiveClient colleague = shop.lena().connect(shop.lena().inbox().get("position"))) {
            phone.next("changes");
            colleague.next("changes");

            shop.priya().draft(shop.conversation(), "staff", "On m");
            assertThat(phone.next("draft").at("/draft/text").asText()).isEqualTo("On m");
            try (LiveClient tablet = shop.priya().connect(shop.priya().inbox().get("position"))) {
                assertThat(tablet.next("drafts").at("/drafts/0/text").asText()).isEqualTo("On m");
            }
            shop.priya().draft(shop.conversation(), "staff", "");
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
