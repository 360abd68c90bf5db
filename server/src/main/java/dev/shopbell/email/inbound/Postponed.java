package dev.shopbell.email.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The mails of a mailbox that were more than is taken in so short a time. Each is left alone for
/// longer every time, so that somebody's flood neither keeps other people's mail out nor is fetched
/// again and again.
final class Postponed {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Wait(Duration length, Instant end) {}

    private final InstantSource clock;
    private final Map<Long, Wait> waits = new HashMap<>();

    Postponed(InstantSource clock) {
        this.clock = clock;
    }

    void add(long uid) {
        Wait before = waits.get(uid);
        Duration next = before == null ? FIRST : before.length().multipliedBy(2);
        Duration length = next.compareTo(LONGEST) < 0 ? next : LONGEST;
        waits.put(uid, new Wait(length, clock.instant().plus(length)));
    }

    boolean waits(long uid) {
        Wait wait = waits.get(uid);
        return wait != null && clock.instant().isBefore(wait.end());
    }

    /// Of what is not there any more nothing is kept.
    void keepOnly(Collection<Long> there) {
        waits.keySet().retainAll(there);
    }

    boolean isEmpty() {
        return waits.isEmpty();
    }

    void clear() {
        waits.clear();
    }
}
