package dev.shopbell.platform.http;

import java.time.Duration;

/// Too many requests from one visitor, address or store. Answered with 429 and when to come back.
public final class ThrottledException extends RuntimeException {

    private final Duration retryAfter;

    public ThrottledException(Duration retryAfter) {
        super("throttled", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
