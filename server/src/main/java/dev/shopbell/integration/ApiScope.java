package dev.shopbell.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Locale;

/// What an API key can allow.
public enum ApiScope {
    READ_CUSTOMERS,
    WRITE_CUSTOMERS,
    READ_PRODUCTS,
    WRITE_PRODUCTS,
    READ_ORDERS,
    WRITE_ORDERS,
    READ_CARTS,
    WRITE_CARTS,
    READ_CONVERSATIONS,
    WRITE_CONVERSATIONS,
    /// To say something to customers, which resolving and reopening is not.
    WRITE_MESSAGES;

    /// The word in database and API: `write_customers`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ApiScope read(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(ApiKeyRefusal.SCOPE_UNKNOWN, "scopes"));
    }

    /// One that the database knows.
    static ApiScope of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
