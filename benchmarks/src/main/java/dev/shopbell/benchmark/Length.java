package dev.shopbell.benchmark;

import java.time.Duration;

/// How long to measure, and how often: as long as a number needs to be worth keeping, or just long
/// enough to see that it works.
public enum Length {
    FULL(Duration.ofSeconds(60), Duration.ofSeconds(12), 7, 10_000, 5),
    QUICK(Duration.ofSeconds(5), Duration.ofSeconds(3), 2, 500, 1);

    private final Duration warmUp;
    private final Duration round;
    private final int rounds;
    private final int idleSockets;
    private final int starts;

    Length(Duration warmUp, Duration round, int rounds, int idleSockets, int starts) {
        this.warmUp = warmUp;
        this.round = round;
        this.rounds = rounds;
        this.idleSockets = idleSockets;
        this.starts = starts;
    }

    /// Load before the first round, until the server's Java is warm.
    public Duration warmUp() {
        return warmUp;
    }

    public Duration round() {
        return round;
    }

    public int rounds() {
        return rounds;
    }

    public int idleSockets() {
        return idleSockets;
    }

    public int starts() {
        return starts;
    }
}
