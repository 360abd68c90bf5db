package dev.shopbell.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which conversations a list shows, of those its reader may see.
public enum ListView {
    ALL,
    /// Those with something the reader has not opened; always unresolved.
    UNREAD,
    UNRESOLVED,
    /// Those to which nothing is owed, apart from the blocked ones.
    RESOLVED,
    /// The unresolved ones that are assigned to the reader.
    MINE,
    /// The unresolved ones that are assigned to nobody.
    UNASSIGNED,
    /// Those whose senders are refused; always resolved.
    BLOCKED;

    /// The word in the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListView> of(String word) {
        return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
    }
}
