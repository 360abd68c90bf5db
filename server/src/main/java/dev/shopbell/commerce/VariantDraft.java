package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import org.jspecify.annotations.Nullable;

/// A variant as a store's system sends it.
public record VariantDraft(
        @Nullable String id,
        @Nullable String title,
        @Nullable Long price,
        @Nullable Boolean available) {

    private static final int TITLE = 200;

    /// Tidied or refused; `at` is where it stands.
    Variant checked(String at) {
        return new Variant(
                ExternalId.checked(Body.required(id, at + ".id"), at + ".id").value(),
                Fields.requiredLine(title, TITLE, at + ".title"),
                Money.amount(Body.required(price, at + ".price"), at + ".price"),
                available == null || available);
    }
}
