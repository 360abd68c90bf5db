package dev.shopbell.platform.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Whose turn it is at which mail server, so that one that hangs does not keep everybody else's
/// work waiting. Nobody waits here: whoever's turn it is not comes again. All mail together takes
/// no more than a part of those who work, and the servers that stores chose leave the operator's a
/// place. One that did not answer is left alone for as long as it kept the last mail waiting. Those
/// that did not, or took long, are then tried by one mail at a time, of all of them.
final class MailTurns {

    private static final int AT_THE_OPERATORS = 2;
    private static final int AT_A_STORES_OWN = 1;
    private static final int AT_ALL_STORES_OWN = 3;
    private static final int ALTOGETHER = 4;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final int MOST_KNOWN_TO_WAIT = 10_000;

    private final Map<MailServer, Place> places = new ConcurrentHashMap<>();

    /// Of servers that were slow or silent, one mail at a time: the operator's do not wait for
    /// those that stores chose.
    private final Semaphore trialsAtTheOperators = new Semaphore(1);

    private final Semaphore trialsAtStoresOwn = new Semaphore(1);
    private final Semaphore atStoresOwn = new Semaphore(AT_ALL_STORES_OWN);
    private final Semaphore all = new Semaphore(ALTOGETHER);

    private static final class Place {
        private final Semaphore turns;
        private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

        /// Until when it is left alone since it did not answer, or the moment when it was slow;
        /// null once it was quick.
        private volatile @Nullable Long restsUntil;

        Place(MailServer server) {
            this.turns = new Semaphore(server.ofTheOperator() ? AT_THE_OPERATORS : AT_A_STORES_OWN);
        }
    }

    /// A mail that waits for a server, by the job that hands it over.
    record Waiting(String job, String key) {}

    /// One mail's turn, until it is over.
    static final class Turn {

        private final Place place;
        private final List<Semaphore> taken;
        private final long begun = System.nanoTime();

        private Turn(Place place, List<Semaphore> taken) {
            this.place = place;
            this.taken = taken;
        }

        void over(boolean hasAnswered) {
            long now = System.nanoTime();
            long took = now - begun;
            if (!hasAnswered) {
                place.restsUntil = now + Math.max(SHORTEST_REST.toNanos(), took);
            } else {
                place.restsUntil = took > SLOW.toNanos() ? Long.valueOf(now) : null;
            }
            taken.forEach(Semaphore::release);
        }
    }

    /// Empty when a mail has to come again later.
    Optional<Turn> take(MailServer server) {
        Place place = place(server);
        Long restsUntil = place.restsUntil;
        if (restsUntil != null && System.nanoTime() - restsUntil < 0) {
            return Optional.empty();
        }
        List<Semaphore> needed = new ArrayList<>();
        Semaphore trials = server.ofTheOperator() ? trialsAtTheOperators : trialsAtStoresOwn;
        needed.add(restsUntil == null ? place.turns : trials);
        if (!server.ofTheOperator()) {
            needed.add(atStoresOwn);
        }
        needed.add(all);
        return areAllTaken(needed) ? Optional.of(new Turn(place, needed)) : Optional.empty();
    }

    private static boolean areAllTaken(List<Semaphore> needed) {
        Deque<Semaphore> taken = new ArrayDeque<>();
        for (Semaphore each : needed) {
            if (!each.tryAcquire()) {
                taken.forEach(Semaphore::release);
                return false;
            }
            taken.add(each);
        }
        return true;
    }

    /// Remembers a mail that the server did not take, for when it does take mail.
    void waits(MailServer server, Waiting mail) {
        Set<Waiting> waiting = place(server).waiting;
        if (waiting.size() < MOST_KNOWN_TO_WAIT) {
            waiting.add(mail);
        }
    }

    /// The server takes mail: those that waited for it, each said once.
    List<Waiting> waitedFor(MailServer server) {
        Set<Waiting> waiting = place(server).waiting;
        return waiting.isEmpty()
                ? List.of()
                : List.copyOf(waiting).stream().filter(waiting::remove).toList();
    }

    private Place place(MailServer server) {
        return places.computeIfAbsent(server, Place::new);
    }
}
