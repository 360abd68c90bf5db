package dev.shopbell.integration.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key as the people of its store see it. `lastUsedAt` is true to the minute, null before the
/// first use.
public record IdentityKey(
        IdentityKeyId id,
        String name,
        TokenAlgorithm algorithm,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
