package dev.shopbell.email.inbound;

import java.time.Duration;

/// How long another mail server is listened to.
///
/// @param silence without a byte
/// @param talk altogether, to which each byte adds what it takes at that speed: one byte a minute
///   is not silence, and still holds a connection for nothing
record Patience(Duration silence, Duration talk, int bytesPerSecond) {

    private static final long MILLIS = 1_000;

    /// What is left of it, in milliseconds; nothing or less when it is over.
    long left(Duration gone, long bytes) {
        long altogether = talk.toMillis() + bytes * MILLIS / bytesPerSecond - gone.toMillis();
        return Math.min(silence.toMillis(), altogether);
    }
}
