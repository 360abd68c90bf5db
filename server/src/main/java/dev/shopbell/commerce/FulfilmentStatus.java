package dev.shopbell.commerce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far an order is on its way.
public enum FulfilmentStatus {
    UNFULFILLED,
    PARTIALLY_FULFILLED,
    FULFILLED,
    DELIVERED,
    RETURNED;

    /// The word in database and API: `partially_fulfilled`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FulfilmentStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
