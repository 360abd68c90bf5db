package dev.shopbell.benchmark.live;

import java.util.Arrays;

/// How long each message took, from the moment it was due to be sent: whoever is late because the
/// one before was slow is late all the same. In nanoseconds; 0 is "not heard".
final class Delays {

    private final long[] delays;

    Delays(int messages) {
        this.delays = new long[messages];
    }

    /// The first time counts.
    void heard(int message, long delay) {
        if (delays[message] == 0) {
            delays[message] = delay;
        }
    }

    long missing() {
        return Arrays.stream(delays).filter(delay -> delay == 0).count();
    }

    /// In milliseconds.
    double percentile(double percent) {
        long[] sorted = Arrays.stream(delays).filter(delay -> delay > 0).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int at = (int) Math.ceil(percent * sorted.length / 100) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
    }
}
