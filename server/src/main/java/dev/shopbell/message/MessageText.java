package dev.shopbell.message;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import org.jspecify.annotations.Nullable;

/// What was typed, without outer blanks; never empty, never longer than [#MAX_LENGTH] code points.
public record MessageText(String value) {

    public static final int MAX_LENGTH = 10_000;

    private static final int PREVIEW_LENGTH = 200;

    public MessageText {
        value = PlainText.stripped(value);
        if (!PlainText.isStorable(value)) {
            throw new RefusedException(MessageRefusal.TEXT_INVALID, "text");
        }
        if (!PlainText.isVisible(value)) {
            throw new RefusedException(MessageRefusal.TEXT_EMPTY, "text");
        }
        if (PlainText.length(value) > MAX_LENGTH) {
            throw new RefusedException(MessageRefusal.TEXT_TOO_LONG, "text");
        }
    }

    /// What was typed, or null when there is nothing in it to see.
    public static @Nullable MessageText orNone(String typed) {
        return PlainText.isStorable(typed) && !PlainText.isVisible(typed)
                ? null
                : new MessageText(typed);
    }

    /// On one line, for the list.
    public String preview() {
        return PlainText.shortened(value, PREVIEW_LENGTH);
    }

    @Override
    public String toString() {
        return "***"; // what people say does not belong in logs
    }
}
