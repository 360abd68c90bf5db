package dev.shopbell.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a line in a thread is.
public enum MessageKind {
    CUSTOMER,
    STAFF,
    /// Only staff can see it.
    NOTE,
    /// Said by the store itself: by a system of its own.
    AUTOMATION,
    /// Not said, but happened: assigned, resolved.
    EVENT;

    /// The word in database and API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
