package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cart as a page sends it, whole.
public record CartDraft(@Nullable String currency, @Nullable List<CartItemDraft> items) {

    private static final int MOST_ITEMS = 50;

    /// Tidied or refused; what it comes to is an amount like any other.
    public Cart checked() {
        Cart cart =
                new Cart(
                        Money.currency(Body.required(currency, "currency")),
                        Fields.each(
                                Body.required(items, "items"),
                                MOST_ITEMS,
                                "items",
                                CartItemDraft::checked));
        var _ = Money.amount(cart.subtotal(), "items");
        return cart;
    }

    @Override
    public String toString() {
        return "***";
    }
}
