package dev.shopbell.commerce;

import dev.shopbell.platform.http.RefusedException;
import java.util.regex.Pattern;

/// What the store's own systems call something. It may stand in an address as it is.
public record ExternalId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    static boolean isOne(String told) {
        return SHAPE.matcher(told).matches();
    }

    /// Refuses one that cannot be; `field` is where it stood.
    public static ExternalId checked(String told, String field) {
        if (!isOne(told)) {
            throw new RefusedException(CommerceRefusal.EXTERNAL_ID_INVALID, field);
        }
        return new ExternalId(told);
    }
}
