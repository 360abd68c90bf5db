package dev.shopbell.platform.http;

import java.util.Optional;

/// A number in the path of an address. Taken as a text, because what is no number there leads
/// nowhere, like every other address of which there is nothing.
public final class PathNumber {

    private PathNumber() {}

    public static Optional<Long> read(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
