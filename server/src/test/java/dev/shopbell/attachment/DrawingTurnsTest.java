package dev.shopbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.ThrottledException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pictures are drawn beside what the server does, not instead of it.
class DrawingTurnsTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final Duration IMPATIENT = Duration.ofMillis(50);

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean isDrawn = new AtomicBoolean();

    @AfterEach
    void end() {
        isDrawn.set(true);
        requests.close();
    }

    @Test
    void otherRequestsAreAnsweredWhilePicturesAreDrawn() throws Exception {
        DrawingTurns turns = new DrawingTurns(1, PATIENT);
        // More than there are processors, and none of them ever waits.
        int many = Runtime.getRuntime().availableProcessors() * 2;
        List<Future<String>> drawings =
                IntStream.range(0, many)
                        .mapToObj(
                                i -> requests.submit(() -> turns.draw("shopper " + i, this::busy)))
                        .toList();

        assertThat(requests.submit(() -> "post").get(1, TimeUnit.MINUTES)).isEqualTo("post");

        isDrawn.set(true);
        for (Future<String> drawing : drawings) {
            assertThat(drawing.get()).startsWith("drawing-");
        }
    }

    @Test
    void onePersonsPicturesAreDrawnOneAfterTheOther() throws Exception {
        DrawingTurns turns = new DrawingTurns(2, IMPATIENT);
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> first =
                requests.submit(() ->
                        turns.draw(
                                "shopper",
                                () -> {
                                    begun.countDown();
                                    return busy();
                                }));
        begun.await();

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> turns.draw("shopper", () -> "another"));

        assertThat(turns.draw("somebody else", () -> "theirs")).isEqualTo("theirs");
        isDrawn.set(true);
        assertThat(first.get()).startsWith("drawing-");
        assertThat(turns.draw("shopper", () -> "another")).isEqualTo("another");
    }

    @Test
    void aRefusalIsTheAnswerAndMakesRoom() {
        DrawingTurns turns = new DrawingTurns(1, PATIENT);

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() ->
                            turns.draw(
                                    "shopper",
                                    () -> {
                                        throw new RefusedException(AttachmentRefusal.FILE_DAMAGED);
                                    }));
        }
    }

    /// Keeps its thread as decoders do, and says which it is.
    private String busy() {
        while (!isDrawn.get()) {
            Thread.onSpinWait();
        }
        return Thread.currentThread().getName();
    }
}
