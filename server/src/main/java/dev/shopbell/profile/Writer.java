package dev.shopbell.profile;

import dev.shopbell.customer.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who writes in a conversation, as they say and as their browser says; and who that is, if it is
/// known.
public record Writer(
        CustomerId id,
        @Nullable String name,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String language,
        @Nullable String timeZone,
        Instant firstSeenAt,
        @Nullable Link link) {

    @Override
    public String toString() {
        return "***";
    }
}
