package dev.shopbell.benchmark.inbox;

import java.util.ArrayList;
import java.util.List;

/// How long the same request took, many times.
final class Timings {

    private final List<Long> nanos = new ArrayList<>();

    void add(long duration) {
        nanos.add(duration);
    }

    /// The time, in milliseconds, within which this share of the requests was answered.
    double millis(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.clamp(place, 0, sorted.size() - 1)) / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    double p99() {
        return millis(0.99);
    }
}
