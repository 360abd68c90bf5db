package dev.shopbell.message;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;

/// What was typed so far, blanks and all. Longer than a message may be, since whoever typed too
/// much is about to shorten it.
public record DraftText(String value) {

    public static final int MAX_LENGTH = 2 * MessageText.MAX_LENGTH;

    public DraftText {
        if (!PlainText.isStorable(value)) {
            throw new RefusedException(MessageRefusal.TEXT_INVALID, "text");
        }
        if (PlainText.length(value) > MAX_LENGTH) {
            throw new RefusedException(MessageRefusal.TEXT_TOO_LONG, "text");
        }
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "***"; // what people say does not belong in logs
    }
}
