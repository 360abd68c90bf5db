package dev.shopbell.email.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Settings that a store saved once.
///
/// @param workedAt when a test of them worked
record SavedAccount(
        int version,
        AccountSettings settings,
        boolean isUsed,
        Instant savedAt,
        @Nullable Instant workedAt) {}
