package dev.shopbell.commerce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer as the store's own systems know them. Whoever writes in the chat is none of them
/// until the store vouches for it.
public record ShopCustomer(
        ExternalId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Marketing marketing,
        @Nullable PostalAddress address,
        @Nullable String language,
        @Nullable Instant registeredAt,
        Instant changedAt) {

    @Override
    public String toString() {
        return "***";
    }
}
