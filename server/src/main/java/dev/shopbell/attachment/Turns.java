package dev.shopbell.attachment;

import dev.shopbell.platform.http.ThrottledException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets somebody do so many things at a time. The others wait for their turn; who waits too long is
/// asked to come again.
final class Turns {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final int atOnce;
    private final Duration patience;

    // Changed by its own `compute` only: who does something or waits to is in here.
    private final ConcurrentHashMap<String, Somebody> people = new ConcurrentHashMap<>();

    Turns(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    <T> T inTurn(String who, Supplier<T> action) {
        Somebody somebody = arrive(who);
        try {
            acquire(somebody.turns);
            try {
                return action.get();
            } finally {
                somebody.turns.release();
            }
        } finally {
            leave(who);
        }
    }

    private Somebody arrive(String who) {
        return people.compute(
                who,
                (_, known) -> {
                    Somebody somebody = known == null ? new Somebody(atOnce) : known;
                    somebody.here++;
                    return somebody;
                });
    }

    private void leave(String who) {
        people.computeIfPresent(who, (_, somebody) -> --somebody.here == 0 ? null : somebody);
    }

    private void acquire(Semaphore turns) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ThrottledException(COME_AGAIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ThrottledException(COME_AGAIN);
        }
    }

    private static final class Somebody {

        private final Semaphore turns;
        private int here;

        Somebody(int atOnce) {
            turns = new Semaphore(atOnce, true);
        }
    }
}
