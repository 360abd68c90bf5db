package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a store sells. `price` is in the smallest unit of `currency`.
public record Product(
        ExternalId id,
        String title,
        @Nullable String url,
        @Nullable String imageUrl,
        long price,
        String currency,
        boolean available,
        List<Variant> variants,
        Instant changedAt) {

    public Product {
        variants = List.copyOf(variants);
    }
}
