package dev.shopbell.commerce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far an order is paid.
public enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    PARTIALLY_PAID,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED;

    /// The word in database and API: `partially_refunded`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
