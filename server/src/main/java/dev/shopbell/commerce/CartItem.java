package dev.shopbell.commerce;

import org.jspecify.annotations.Nullable;

/// Something a customer means to buy. `price` is of one, in the cart's currency.
public record CartItem(
        @Nullable String productId,
        String title,
        @Nullable String variant,
        @Nullable String url,
        @Nullable String imageUrl,
        long price,
        long quantity) {}
