package dev.shopbell.commerce;

import org.jspecify.annotations.Nullable;

/// An address as a store's system sends it.
public record PostalAddressDraft(
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country) {

    private static final int LINE = 200;
    private static final int PLACE = 100;
    private static final int CODE = 20;

    /// Tidied or refused.
    PostalAddress checked() {
        return new PostalAddress(
                Fields.line(line1, LINE, "address.line1"),
                Fields.line(line2, LINE, "address.line2"),
                Fields.line(city, PLACE, "address.city"),
                Fields.line(region, PLACE, "address.region"),
                Fields.line(postalCode, CODE, "address.postalCode"),
                Fields.country(country, "address.country"));
    }

    @Override
    public String toString() {
        return "***";
    }
}
