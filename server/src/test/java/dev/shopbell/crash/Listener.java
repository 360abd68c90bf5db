package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A client that listens: connects, resumes from what it knows, fills gaps over HTTP, and after
/// every ending connects again. What it knows is touched only while holding `lock`.
abstract class Listener {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int LOSES_ITS_NETWORK_ONCE_IN = 300; // frames

    final Wire wire;
    final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger startOvers = new AtomicInteger();
    private volatile boolean listening = true;
    private volatile @Nullable String surprise;

    Listener(Wire wire, RandomGenerator random) {
        this.wire = wire;
        this.random = random;
    }

    /// Opens a socket that goes on from what is known.
    abstract SocketLine connect() throws IOException;

    /// Takes over a frame; called with the lock held.
    abstract void apply(JsonNode frame) throws IOException;

    /// Forgets everything and loads it afresh; called with the lock held.
    abstract void startOver() throws IOException;

    /// In what it differs from what is stored; called with the lock held.
    abstract List<String> differences(Truth truth) throws IOException;

    void listen() {
        while (listening) {
            try (SocketLine line = locked(this::connect)) {
                connections.incrementAndGet();
                while (listening && random.nextInt(LOSES_ITS_NETWORK_ONCE_IN) > 0) {
                    hear(line);
                }
            } catch (IOException _) {
                Pause.millis(random.nextLong(50, 500));
            }
        }
    }

    void stop() {
        listening = false;
    }

    /// How often it had to begin again from nothing: never, as long as nothing is lost.
    int startOvers() {
        return startOvers.get();
    }

    int connections() {
        return connections.get();
    }

    /// What a correct server would never have said.
    @Nullable String surprise() {
        return surprise;
    }

    void isSurprised(String what) {
        surprise = what;
    }

    List<String> differencesFrom(Truth truth) {
        try {
            return locked(() -> differences(truth));
        } catch (IOException e) {
            return List.of(this + " cannot ask: " + e.getMessage());
        }
    }

    private void hear(SocketLine line) throws IOException {
        JsonNode frame = line.next(GLANCE);
        if (frame == null) {
            return;
        }
        locked(() -> {
            if (frame.get("type").asText().equals("start_over")) {
                startOvers.incrementAndGet();
                startOver();
            } else {
                apply(frame);
            }
            return frame;
        });
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.done();
        } finally {
            lock.unlock();
        }
    }
}
