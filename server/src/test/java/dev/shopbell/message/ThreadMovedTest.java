package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffedStore;
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

    private StaffedStore shop;

    @BeforeEach
    void aQuestion() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void anAnswerBegunBeforeAColleaguesIsRefusedAndItsDraftKept() {
        shop.priya().draft(shop.conversation(), "staff", "We do");
        shop.lena().answer(shop.conversation(), "Yes!");

        Answer held = shop.priya().answerAfter(shop.conversation(), UUID.randomUUID(), 1, "We do");

        assertThat(held.status()).isEqualTo(409);
        assertThat(held.body().get("code").asText()).isEqualTo("thread_moved");
        assertThat(shop.priya().inbox().at("/drafts/0/text").asText()).isEqualTo("We do");
        assertThat(shop.priya().thread(shop.conversation()).get("messages")).hasSize(2);
    }

    @Test
    void whoKnowsOfTheAnswerIsNotHeld() {
        shop.lena().answer(shop.conversation(), "Yes!");

        assertThat(
                        shop.priya()
                                .answerAfter(
                                        shop.conversation(), UUID.randomUUID(), 2, "To Gozo, too")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyKnowsOfWhatIsNotSaidYet() {
        shop.lena().answer(shop.conversation(), "Yes!");

        Answer refused =
                shop.priya().answerAfter(shop.conversation(), UUID.randomUUID(), 9_999, "We do");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("receipt_ahead");
        assertThat(shop.priya().thread(shop.conversation()).get("messages")).hasSize(2);
    }

    @Test
    void neitherTheCustomerNorOnesOwnWordsNorNotesHoldAnAnswer() {
        shop.anna().write("Hello?");
        shop.priya().answer(shop.conversation(), "One moment");
        shop.lena().note(shop.conversation(), "Ask the carrier");

        assertThat(
                        shop.priya()
                                .answerAfter(shop.conversation(), UUID.randomUUID(), 1, "We do")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aRepeatedAnswerIsAnsweredTheSameWhateverWasSaidSince() {
        UUID id = UUID.randomUUID();
        assertThat(shop.priya().answerAfter(shop.conversation(), id, 1, "We do").status())
                .isEqualTo(200);
        shop.lena().answer(shop.conversation(), "Yes!");

        assertThat(shop.priya().answerAfter(shop.conversation(), id, 1, "We do").status())
                .isEqualTo(200);
    }

    @Test
    void theMessageTakesItsDraftWithItButNoColleaguesAndNoLaterOne() {
        UUID id = UUID.randomUUID();
        shop.priya().draft(shop.conversation(), "staff", "We do");
        shop.lena().draft(shop.conversation(), "staff", "Yes");
        shop.priya().answerAfter(shop.conversation(), id, 1, "We do");
        assertThat(shop.priya().inbox().get("drafts")).isEmpty();
        assertThat(shop.lena().inbox().get("drafts")).hasSize(1);

        shop.priya().draft(shop.conversation(), "staff", "And to Gozo");
        shop.priya().answerAfter(shop.conversation(), id, 1, "We do");
        assertThat(shop.priya().inbox().get("drafts")).hasSize(1);
    }

    /// Both answer the same question in the same moment: one is stored, the other held.
    @RepeatedTest(ROUNDS)
    void ofTwoAnswersAtOnceOneIsHeld() throws Exception {
        List<Callable<Answer>> answers =
                List.of(
                        () ->
                                shop.priya()
                                        .answerAfter(
                                                shop.conversation(), UUID.randomUUID(), 1, "We do"),
                        () ->
                                shop.lena()
                                        .answerAfter(
                                                shop.conversation(), UUID.randomUUID(), 1, "Yes!"));

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(answers).stream().map(Future::resultNow).map(Answer::status))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(shop.priya().thread(shop.conversation()).get("messages")).hasSize(2);
    }
}
