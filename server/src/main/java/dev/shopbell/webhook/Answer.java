package dev.shopbell.webhook;

import org.jspecify.annotations.Nullable;

/// What came of one request.
///
/// @param status null when nobody answered
/// @param text the beginning of what was said, at most a kilobyte
/// @param error a word for why it did not arrive: `timeout`; null when it did
public record Answer(
        @Nullable Integer status, @Nullable String text, @Nullable String error, int tookMillis) {

    private static final int GONE = 410;

    boolean hasArrived() {
        return error == null;
    }

    boolean isGone() {
        return status != null && status == GONE;
    }

    @Override
    public String toString() {
        return "***";
    }
}
