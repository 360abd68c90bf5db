package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of an order as a store's system sends it.
public record OrderLineDraft(
        @Nullable String productId,
        @Nullable String title,
        @Nullable String variant,
        @Nullable String imageUrl,
        @Nullable Long quantity,
        @Nullable Long price) {

    static final int TITLE = 300;
    static final int VARIANT = 200;

    private static final long MOST = 1_000_000;

    /// Tidied or refused; `at` is where it stands.
    OrderLine checked(String at) {
        return new OrderLine(
                Fields.id(productId, at + ".productId"),
                Fields.requiredLine(title, TITLE, at + ".title"),
                Fields.line(variant, VARIANT, at + ".variant"),
                Fields.link(imageUrl, at + ".imageUrl"),
                many(Body.required(quantity, at + ".quantity"), MOST, at + ".quantity"),
                Money.amount(Body.required(price, at + ".price"), at + ".price"));
    }

    /// How many pieces of something there are.
    static long many(long told, long most, String field) {
        if (told < 1 || told > most) {
            throw new RefusedException(
                    CommerceRefusal.NUMBER_OUT_OF_RANGE, field, Map.of("limit", most));
        }
        return told;
    }
}
