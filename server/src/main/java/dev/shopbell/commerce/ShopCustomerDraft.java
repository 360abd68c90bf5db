package dev.shopbell.commerce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer as a store's system sends them, whole.
public record ShopCustomerDraft(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String marketing,
        @Nullable PostalAddressDraft address,
        @Nullable String language,
        @Nullable String registeredAt,
        @Nullable String changedAt) {

    private static final int NAME = 200;
    private static final int PHONE = 50;

    /// Tidied or refused.
    ShopCustomer checked(ExternalId id, Instant now) {
        return new ShopCustomer(
                id,
                Fields.line(name, NAME, "name"),
                Fields.email(email, "email"),
                Fields.line(phone, PHONE, "phone"),
                marketing == null
                        ? Marketing.UNKNOWN
                        : Fields.word(Marketing.class, marketing, "marketing"),
                address == null ? null : address.checked(),
                Fields.language(language, "language"),
                Fields.time(registeredAt, "registeredAt"),
                Fields.changed(changedAt, now));
    }

    @Override
    public String toString() {
        return "***";
    }
}
