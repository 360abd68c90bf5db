package dev.shopbell.crash;

import dev.shopbell.crash.Opened.StoreAt;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything that was sent, in the order in which each writer sent it, and what is on its way now.
/// Shared by all writers.
final class History {

    /// A conversation that has been begun, for staff to answer.
    record Begun(StoreAt store, UUID conversation) {}

    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final List<Begun> begun = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean open = true;

    /// Whether there is more to be written; what is being sent is sent to its end all the same.
    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    void add(Sent message) {
        sent.add(message);
    }

    void began(StoreAt store, UUID conversation) {
        begun.add(new Begun(store, conversation));
    }

    @Nullable Begun any(RandomGenerator random) {
        return begun.isEmpty() ? null : begun.get(random.nextInt(begun.size()));
    }

    void departed() {
        inFlight.incrementAndGet();
    }

    void cameBack(Outcome outcome) {
        inFlight.decrementAndGet();
        if (outcome instanceof Outcome.Acknowledged) {
            acknowledged.incrementAndGet();
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }
}
