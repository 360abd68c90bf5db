package dev.shopbell.benchmark.inbox;

import org.jspecify.annotations.Nullable;

/// Rows in COPY's text format. Nothing that is written here needs escaping.
final class Line {

    private final StringBuilder text = new StringBuilder();
    private boolean begun;

    Line add(@Nullable Object value) {
        text.append(begun ? "\t" : "").append(value == null ? "\\N" : value);
        begun = true;
        return this;
    }

    void end() {
        text.append('\n');
        begun = false;
    }

    /// What was written since the last time, up to the end of a row.
    String take() {
        if (begun) {
            end();
        }
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
