package dev.shopbell.platform.mail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Bounds what talks to strangers: a server that says one letter a minute is never done by itself.
public final class Within {

    private Within() {}

    /// On a virtual thread of its own, which when the time is over is interrupted: that closes the
    /// socket it waits for.
    ///
    /// @throws TimeoutException when it is not done in time
    public static <T> T run(Duration time, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().start(task);
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            thread.interrupt();
        }
    }
}
