package dev.shopbell.customer;

import org.jspecify.annotations.Nullable;

/// Who somebody is, by the word of the store they are signed in to.
///
/// @param shopCustomer the store's own id of them
/// @param emailVerified whether the store says that the address is theirs
public record Vouched(
        String shopCustomer, @Nullable String email, boolean emailVerified, @Nullable String name) {

    @Override
    public String toString() {
        return "***";
    }
}
