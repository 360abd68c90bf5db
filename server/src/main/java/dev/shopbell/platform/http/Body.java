package dev.shopbell.platform.http;

import org.jspecify.annotations.Nullable;

/// What a JSON body must have. A missing or `null` field is as wrong as one of another type.
public final class Body {

    private Body() {}

    /// The value of a field that must be there; `field` is its name in the request.
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, field);
        }
        return value;
    }
}
