package dev.shopbell.attachment;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import org.jspecify.annotations.Nullable;

/// What is to be seen, for those who do not see it; null when nobody has said.
public record AltText(@Nullable String value) {

    public static final int MAX_LENGTH = 500;

    public static AltText of(String typed) {
        String text = PlainText.stripped(typed);
        if (!PlainText.isStorable(text) || PlainText.turns(text)) {
            throw new RefusedException(AttachmentRefusal.ALT_INVALID, "alt");
        }
        if (PlainText.length(text) > MAX_LENGTH) {
            throw new RefusedException(AttachmentRefusal.ALT_TOO_LONG, "alt");
        }
        return new AltText(PlainText.isVisible(text) ? text : null);
    }

    @Override
    public String toString() {
        return "***"; // what people say does not belong in logs
    }
}
