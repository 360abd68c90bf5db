package dev.shopbell.inbox;

import dev.shopbell.browsing.ShownCart;
import dev.shopbell.commerce.Cart;
import dev.shopbell.commerce.CartItem;
import java.time.Instant;
import java.util.List;

/// The wire form of a cart as staff see it. Amounts are in the smallest unit of `currency`.
record CartView(
        String currency, long subtotal, long quantity, List<CartItem> items, Instant changedAt) {

    static CartView of(ShownCart shown) {
        Cart cart = shown.cart();
        return new CartView(
                cart.currency(), cart.subtotal(), cart.quantity(), cart.items(), shown.changedAt());
    }

    @Override
    public String toString() {
        return "***";
    }
}
