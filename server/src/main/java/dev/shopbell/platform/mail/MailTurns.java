package dev.shopbell.platform.mail;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Whose turn it is at which mail server, so that one that hangs does not keep everybody else's
/// work waiting: none takes more than a part of those who hand mail over. One that did not answer
/// is left alone for as long as it kept the last mail waiting, and then tried by one mail at a
/// time, of all that did not.
final class MailTurns {

    private static final int AT_ONE_SERVER = 2;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(3);
    private static final Duration QUEUED_FOR = Duration.ofSeconds(1);

    private final Map<MailServer, Place> places = new ConcurrentHashMap<>();
    private final Semaphore trials = new Semaphore(1);

    private static final class Place {
        private final Semaphore turns = new Semaphore(AT_ONE_SERVER);

        /// Until when it is left alone since it did not answer; null once it has.
        private volatile @Nullable Long restsUntil;
    }

    /// One mail's turn, until it is over.
    static final class Turn {

        private final Place place;
        private final Semaphore taken;
        private final long begun = System.nanoTime();

        private Turn(Place place, Semaphore taken) {
            this.place = place;
            this.taken = taken;
        }

        void over(boolean hasAnswered) {
            long now = System.nanoTime();
            place.restsUntil =
                    hasAnswered ? null : now + Math.max(SHORTEST_REST.toNanos(), now - begun);
            taken.release();
        }
    }

    /// Empty when a mail has to come again later.
    Optional<Turn> take(MailServer server) {
        Place place = places.computeIfAbsent(server, _ -> new Place());
        Long restsUntil = place.restsUntil;
        if (restsUntil == null) {
            return isQueuedFor(place.turns)
                    ? Optional.of(new Turn(place, place.turns))
                    : Optional.empty();
        }
        return System.nanoTime() - restsUntil >= 0 && trials.tryAcquire()
                ? Optional.of(new Turn(place, trials))
                : Optional.empty();
    }

    private static boolean isQueuedFor(Semaphore turns) {
        try {
            return turns.tryAcquire(QUEUED_FOR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
