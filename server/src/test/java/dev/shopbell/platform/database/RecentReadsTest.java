package dev.shopbell.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RecentReadsTest {

    private static final int MANY = 200;

    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void whatIsKnownIsNotReadAgain() {
        RecentReads<String, Integer> recent = reading(key -> reads.incrementAndGet());

        assertThat(List.of(recent.get("a"), recent.get("a"), recent.get("b")))
                .containsExactly(1, 1, 2);
    }

    @Test
    void whoeverAsksDuringAReadingSharesItsFailure() throws Exception {
        RecentReads<String, Integer> recent =
                reading(_ -> {
                    reads.incrementAndGet();
                    begun.countDown();
                    await(mayEnd);
                    throw new IllegalStateException("away");
                });
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            asked.add(people.submit(() -> recent.get("a")));
            begun.await();
            CountDownLatch asking = new CountDownLatch(MANY);
            Callable<Integer> ask =
                    () -> {
                        asking.countDown();
                        return recent.get("a");
                    };
            for (int i = 0; i < MANY; i++) {
                asked.add(people.submit(ask));
            }
            asking.await();
            // Who said so but has not asked yet reads anew: seen to be few, not none.
            Thread.sleep(100);
            mayEnd.countDown();

            for (Future<Integer> answer : asked) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("away");
            }
        }
        assertThat(reads.get()).isLessThan(MANY / 10);
    }

    @RepeatedTest(100)
    void aFailureIsNotKept() {
        RecentReads<String, Integer> recent =
                reading(_ -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return reads.get();
                });
        assertThatThrownBy(() -> recent.get("a")).hasMessage("away");

        assertThat(recent.get("a")).isEqualTo(2);
    }

    @Test
    void whatIsForgottenWhileItIsReadIsReadAnew() throws Exception {
        RecentReads<String, Integer> recent =
                reading(_ -> {
                    int read = reads.incrementAndGet();
                    begun.countDown();
                    if (read == 1) {
                        await(mayEnd);
                    }
                    return read;
                });
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> early = people.submit(() -> recent.get("a"));
            begun.await();
            recent.forget("a");
            mayEnd.countDown();

            assertThat(early.get()).isEqualTo(1);
            assertThat(recent.get("a")).isEqualTo(2);
        }
    }

    @Test
    void onlyWhatIsStaleIsForgotten() {
        RecentReads<String, Integer> recent = reading(_ -> reads.incrementAndGet());
        recent.get("a");
        recent.get("b");

        recent.forgetIf(value -> value == 1);

        assertThat(List.of(recent.get("b"), recent.get("a"))).containsExactly(2, 3);
    }

    private static RecentReads<String, Integer> reading(Function<String, Integer> read) {
        return new RecentReads<>(Duration.ofMinutes(5), 100, read);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
