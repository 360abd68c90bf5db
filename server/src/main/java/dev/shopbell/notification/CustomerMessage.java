package dev.shopbell.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer said, as a notification quotes it.
///
/// @param publicSeq its place among what the customer knows
/// @param sender whose address it came from, where that is another than the customer's
/// @param text may be empty when files came with it
record CustomerMessage(
        long seq,
        long publicSeq,
        @Nullable String sender,
        String text,
        int images,
        int videos,
        Instant sentAt) {

    /// Who wrote it.
    String writer(String customer) {
        return sender == null ? customer : sender;
    }

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
