package dev.shopbell.integration;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key as the people of its store see it. `lastUsedAt` is true to the minute, null before the
/// first use.
public record ApiKey(
        ApiKeyId id,
        String name,
        String ending,
        Set<ApiScope> scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
