package dev.shopbell.presence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether everybody has had the time to come back since this node or the database started. Until
/// then, whoever is not there may only not have found the way back yet, and does not count as
/// having left. Moments are [System#nanoTime].
final class Settling {

    // A database that says nothing for so long is as good as gone.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final long span;
    private volatile long since;
    private volatile long lastAnswer;
    private @Nullable Instant databaseStarted;

    Settling(Duration span, long now) {
        this.span = span.toNanos();
        this.since = now;
        this.lastAnswer = now;
    }

    /// The database answered, and said since when it runs.
    void answered(Instant started, long now) {
        boolean isAnother = databaseStarted != null && !databaseStarted.equals(started);
        if (isAnother || isSilent(now)) {
            since = now;
        }
        databaseStarted = started;
        lastAnswer = now;
    }

    /// The database was asked and could not answer.
    void unanswered(long now) {
        since = now;
    }

    boolean isOver(long now) {
        return now - since >= span && !isSilent(now);
    }

    private boolean isSilent(long now) {
        return now - lastAnswer > SILENCE.toNanos();
    }
}
