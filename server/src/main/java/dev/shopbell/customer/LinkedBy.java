package dev.shopbell.customer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How it is known which customer of the store somebody who writes is.
public enum LinkedBy {
    /// The store signed it.
    TOKEN,
    /// Somebody of the staff decided so.
    STAFF;

    /// The word in database and API: `token`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static LinkedBy of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
