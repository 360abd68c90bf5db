package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import org.jspecify.annotations.Nullable;

/// An item of a cart as a page or a store's system sends it.
public record CartItemDraft(
        @Nullable String productId,
        @Nullable String title,
        @Nullable String variant,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable Long price,
        @Nullable Long quantity) {

    private static final long MOST = 9_999;

    /// Tidied or refused; `at` is where it stands.
    CartItem checked(String at) {
        return new CartItem(
                Fields.id(productId, at + ".productId"),
                Fields.requiredLine(title, OrderLineDraft.TITLE, at + ".title"),
                Fields.line(variant, OrderLineDraft.VARIANT, at + ".variant"),
                Fields.link(url, at + ".url"),
                Fields.link(imageUrl, at + ".imageUrl"),
                Money.amount(Body.required(price, at + ".price"), at + ".price"),
                OrderLineDraft.many(
                        Body.required(quantity, at + ".quantity"), MOST, at + ".quantity"));
    }

    @Override
    public String toString() {
        return "***";
    }
}
