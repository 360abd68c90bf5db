package dev.shopbell.profile;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;

/// What staff keep about a customer, without outer blanks; never empty, never longer than
/// [#MAX_LENGTH] code points.
public record StaffNoteText(String value) {

    public static final int MAX_LENGTH = 2_000;

    public StaffNoteText {
        value = PlainText.stripped(value);
        if (!PlainText.isStorable(value)) {
            throw new RefusedException(ProfileRefusal.STAFF_NOTE_INVALID, "text");
        }
        if (!PlainText.isVisible(value)) {
            throw new RefusedException(ProfileRefusal.STAFF_NOTE_EMPTY, "text");
        }
        if (PlainText.length(value) > MAX_LENGTH) {
            throw new RefusedException(ProfileRefusal.STAFF_NOTE_TOO_LONG, "text");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
