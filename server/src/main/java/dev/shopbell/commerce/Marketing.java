package dev.shopbell.commerce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a customer wants to be mailed offers.
public enum Marketing {
    SUBSCRIBED,
    UNSUBSCRIBED,
    UNKNOWN;

    /// The word in database and API: `subscribed`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Marketing of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
