package dev.shopbell.platform.job;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Runs small in-memory chores of this node again and again. A chore runs on a virtual thread of
/// its own, never twice at once; what it throws is logged and the next run comes all the same.
/// Nothing that must happen rests on it: durable work is a job in the database.
@Singleton
public final class Ticker {

    private static final Logger LOG = Logger.getLogger("shopbell.ticker");

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ticker").factory());

    /// Runs `chore` every `period` from now on, until the server stops.
    public void every(Duration period, String name, Runnable chore) {
        AtomicBoolean running = new AtomicBoolean();
        var _ =
                clockwork.scheduleAtFixedRate(
                        () -> start(name, chore, running),
                        period.toMillis(),
                        period.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }

    private static void start(String name, Runnable chore, AtomicBoolean running) {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(() -> run(name, chore, running));
        }
    }

    private static void run(String name, Runnable chore, AtomicBoolean running) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.warnf("chore=%s failed: %s", name, e.toString());
        } finally {
            running.set(false);
        }
    }
}
