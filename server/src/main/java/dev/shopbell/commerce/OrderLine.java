package dev.shopbell.commerce;

import org.jspecify.annotations.Nullable;

/// Something that was bought. `price` is of one, in the order's currency.
public record OrderLine(
        @Nullable String productId,
        String title,
        @Nullable String variant,
        @Nullable String imageUrl,
        long quantity,
        long price) {}
