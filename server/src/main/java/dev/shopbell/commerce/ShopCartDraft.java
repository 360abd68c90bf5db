package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cart as a store's system sends it, whole.
public record ShopCartDraft(
        @Nullable String currency,
        @Nullable List<CartItemDraft> items,
        @Nullable String changedAt) {

    /// Tidied or refused.
    public ShopCart checked(Instant now) {
        return new ShopCart(
                new CartDraft(currency, items).checked(), Fields.changed(changedAt, now));
    }

    @Override
    public String toString() {
        return "***";
    }
}
