package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cart as a page sends it, whole.
public record CartDraft(@Nullable String currency, @Nullable List<CartItemDraft> items) {

    private static final int MOST_ITEMS = 50;

    /// Tidied or refused.
    public Cart checked() {
        return new Cart(
                Money.currency(Body.required(currency, "currency")),
                Fields.each(
                        Body.required(items, "items"),
                        MOST_ITEMS,
                        "items",
                        CartItemDraft::checked));
    }

    @Override
    public String toString() {
        return "***";
    }
}
