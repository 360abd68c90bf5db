package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a store sells. Prices are in the smallest unit of `currency`; `compareAtPrice` is what
/// it is compared with: what it cost before.
public record Product(
        ExternalId id,
        String title,
        @Nullable String url,
        @Nullable String imageUrl,
        long price,
        @Nullable Long compareAtPrice,
        String currency,
        boolean available,
        List<Variant> variants,
        Instant changedAt) {

    public Product {
        variants = List.copyOf(variants);
    }
}
