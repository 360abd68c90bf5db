package dev.shopbell.platform.job;

import java.time.Duration;

/// Thrown by a job that could not even try: it is called again a while later, and has not failed.
public final class NotNowException extends RuntimeException {

    private final Duration later;

    public NotNowException(Duration later) {
        super("not now", null, false, false);
        this.later = later;
    }

    Duration later() {
        return later;
    }
}
