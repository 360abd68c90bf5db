package dev.shopbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.platform.http.ThrottledException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who does much at a time waits for themselves.
class TurnsTest {

    private static final int AT_ONCE = 4;

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        requests.close();
    }

    @Test
    void oneMoreThanSoManyIsAskedToComeAgain() throws Exception {
        Turns turns = new Turns(AT_ONCE, Duration.ofMillis(50));
        busy(turns, AT_ONCE);

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> turns.inTurn("anna", () -> "one more"));
        assertThat(turns.inTurn("ben", () -> "his first")).isEqualTo("his first");
    }

    @Test
    void whoWaitsHasTheirTurnWhenAnotherEnds() throws Exception {
        Turns turns = new Turns(AT_ONCE, Duration.ofMinutes(1));
        busy(turns, AT_ONCE);
        Future<String> waiting = requests.submit(() -> turns.inTurn("anna", () -> "one more"));

        end.countDown();

        assertThat(waiting.get()).isEqualTo("one more");
    }

    private void busy(Turns turns, int count) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            var _ = requests.submit(() -> turns.inTurn("anna", () -> waitForEnd(begun)));
        }
        begun.await();
    }

    private String waitForEnd(CountDownLatch begun) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "ended";
    }
}
