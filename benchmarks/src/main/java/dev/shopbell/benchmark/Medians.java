package dev.shopbell.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The same thing measured several times. The median is what counts: other people's work on the
/// machine only makes single rounds worse.
public final class Medians {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value))
                .collect(Collectors.joining(", "));
    }
}
