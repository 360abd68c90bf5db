package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// An answer that was begun before a colleague's is held, whoever was quicker.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ThreadMovedTest {

    private static final int ROUNDS = 50;

    @Inject Given given;
    @TestHTTPResource URI server;

    private StaffBrowser priya;
    private StaffBrowser maya;
    private ShopperBrowser anna;
    private UUID conversation;

    @BeforeEach
    void aQuestion() {
        Store store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        maya = new StaffBrowser(server, given.member(store, "Maya Lind", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you ship to Malta?");
        conversation = anna.conversation();
    }

    @Test
    void anAnswerBegunBeforeAColleaguesIsRefusedAndItsDraftKept() {
        priya.draft(conversation, "staff", "We do");
        maya.answer(conversation, "Yes!");

        Answer held = priya.answerAfter(conversation, UUID.randomUUID(), 1, "We do");

        assertThat(held.status()).isEqualTo(409);
        assertThat(held.body().get("code").asText()).isEqualTo("thread_moved");
        assertThat(priya.inbox().at("/drafts/0/text").asText()).isEqualTo("We do");
        assertThat(priya.thread(conversation).get("messages")).hasSize(2);
    }

    @Test
    void whoKnowsOfTheAnswerIsNotHeld() {
        maya.answer(conversation, "Yes!");

        assertThat(priya.answerAfter(conversation, UUID.randomUUID(), 2, "To Gozo, too").status())
                .isEqualTo(200);
    }

    @Test
    void nobodyKnowsOfWhatIsNotSaidYet() {
        maya.answer(conversation, "Yes!");

        Answer refused = priya.answerAfter(conversation, UUID.randomUUID(), 9_999, "We do");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("receipt_ahead");
        assertThat(priya.thread(conversation).get("messages")).hasSize(2);
    }

    @Test
    void neitherTheCustomerNorOnesOwnWordsNorNotesHoldAnAnswer() {
        anna.write("Hello?");
        priya.answer(conversation, "One moment");
        maya.note(conversation, "Ask the carrier");

        assertThat(priya.answerAfter(conversation, UUID.randomUUID(), 1, "We do").status())
                .isEqualTo(200);
    }

    @Test
    void aRepeatedAnswerIsAnsweredTheSameWhateverWasSaidSince() {
        UUID id = UUID.randomUUID();
        assertThat(priya.answerAfter(conversation, id, 1, "We do").status()).isEqualTo(200);
        maya.answer(conversation, "Yes!");

        assertThat(priya.answerAfter(conversation, id, 1, "We do").status()).isEqualTo(200);
    }

    @Test
    void theMessageTakesItsDraftWithItButNoColleaguesAndNoLaterOne() {
        UUID id = UUID.randomUUID();
        priya.draft(conversation, "staff", "We do");
        maya.draft(conversation, "staff", "Yes");
        priya.answerAfter(conversation, id, 1, "We do");
        assertThat(priya.inbox().get("drafts")).isEmpty();
        assertThat(maya.inbox().get("drafts")).hasSize(1);

        priya.draft(conversation, "staff", "And to Gozo");
        priya.answerAfter(conversation, id, 1, "We do");
        assertThat(priya.inbox().get("drafts")).hasSize(1);
    }

    /// Both answer the same question in the same moment: one is stored, the other held.
    @RepeatedTest(ROUNDS)
    void ofTwoAnswersAtOnceOneIsHeld() throws Exception {
        List<Callable<Answer>> answers =
                List.of(
                        () -> priya.answerAfter(conversation, UUID.randomUUID(), 1, "We do"),
                        () -> maya.answerAfter(conversation, UUID.randomUUID(), 1, "Yes!"));

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(answers).stream().map(Future::resultNow).map(Answer::status))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(priya.thread(conversation).get("messages")).hasSize(2);
    }
}
