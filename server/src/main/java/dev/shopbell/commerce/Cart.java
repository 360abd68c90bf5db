package dev.shopbell.commerce;

import java.util.List;

/// What somebody means to buy. Amounts are in the smallest unit of `currency`.
public record Cart(String currency, List<CartItem> items) {

    public Cart {
        items = List.copyOf(items);
    }

    /// How many pieces there are.
    public long quantity() {
        return items.stream().mapToLong(CartItem::quantity).sum();
    }

    public long subtotal() {
        return items.stream().mapToLong(item -> item.price() * item.quantity()).sum();
    }

    @Override
    public String toString() {
        return "***";
    }
}
