package dev.shopbell.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether the store still owes the customer something.
public enum Status {
    UNRESOLVED,
    RESOLVED;

    /// The word in database and API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
