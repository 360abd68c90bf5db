package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product as a store's system sends it, whole.
public record ProductDraft(
        @Nullable String title,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable Long price,
        @Nullable Long compareAtPrice,
        @Nullable String currency,
        @Nullable Boolean available,
        @Nullable List<VariantDraft> variants,
        @Nullable String changedAt) {

    private static final int TITLE = 300;
    private static final int MOST_VARIANTS = 100;

    /// Tidied or refused.
    Product checked(ExternalId id, Instant now) {
        return new Product(
                id,
                Fields.requiredLine(title, TITLE, "title"),
                Fields.link(url, "url"),
                Fields.link(imageUrl, "imageUrl"),
                Money.amount(Body.required(price, "price"), "price"),
                compareAtPrice == null ? null : Money.amount(compareAtPrice, "compareAtPrice"),
                Money.currency(Body.required(currency, "currency")),
                available == null || available,
                Fields.each(
                        variants == null ? List.of() : variants,
                        MOST_VARIANTS,
                        "variants",
                        VariantDraft::checked),
                Fields.changed(changedAt, now));
    }
}
