package dev.shopbell.email.mime;

import java.util.List;

/// A line of a mail as somebody reads it.
///
/// @param depth how many quotations it stands in
/// @param pictures the content ids of the pictures that are shown in it
record Line(String text, int depth, Mark mark, List<String> pictures) {

    /// What the mail program that wrote the HTML says a line is.
    enum Mark {
        NONE,
        /// Says whose words follow.
        ATTRIBUTION,
        SIGNATURE,
        /// From here to the end it is the mail that is answered.
        REST_IS_QUOTED
    }

    static Line plain(String text, int depth) {
        return new Line(text, depth, Mark.NONE, List.of());
    }

    boolean isBlank() {
        return text.isBlank() && pictures.isEmpty();
    }

    /// As plain text shows it.
    String quoted() {
        return depth == 0 ? text : ">".repeat(Math.min(depth, 20)) + " " + text;
    }
}
