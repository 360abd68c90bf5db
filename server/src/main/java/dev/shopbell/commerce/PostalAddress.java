package dev.shopbell.commerce;

import org.jspecify.annotations.Nullable;

/// Where a customer lives, as far as it is known. `country` by its two letters.
public record PostalAddress(
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country) {

    @Override
    public String toString() {
        return "***";
    }
}
