package dev.shopbell.notification;

import java.time.Instant;

/// What a customer said, as a notification quotes it.
///
/// @param publicSeq its place among what the customer knows
/// @param text may be empty when files came with it
record CustomerMessage(
        long seq, long publicSeq, String text, int images, int videos, Instant sentAt) {

    /// For where there is one line for it.
    String words() {
        return text.isEmpty() ? files() : text;
    }

    String files() {
        String photos = counted(images, "photo");
        String films = counted(videos, "video");
        return photos.isEmpty() || films.isEmpty() ? photos + films : photos + ", " + films;
    }

    @Override
    public String toString() {
        return "***";
    }

    private static String counted(int number, String word) {
        return switch (number) {
            case 0 -> "";
            case 1 -> "1 " + word;
            default -> number + " " + word + "s";
        };
    }
}
