package dev.shopbell.app.launch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Ctrl-C and SIGTERM end the program the way it ends by itself: the server first, then the
/// database, exit code 0. Java alone would let everything stop at once and exit with 143.
final class Ending {

    /// Longer than the server takes to drain and PostgreSQL to stop.
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger();

    void takeOverSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal, "ending"));
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    void awaitRequest() {
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything is stopped; does not return.
    void finish(int code) {
        exitCode.set(code);
        finished.countDown();
        System.exit(code);
    }

    private void onSignal() {
        requested.countDown();
        boolean clean = false;
        try {
            clean = finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(clean ? exitCode.get() : 1);
    }
}
