package dev.shopbell.commerce;

import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a line of an import can tell of.
public enum ImportKind {
    CUSTOMER,
    PRODUCT,
    ORDER;

    static ImportKind read(@Nullable String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(ImportRefusal.LINE_TYPE_UNKNOWN, "type"));
    }
}
