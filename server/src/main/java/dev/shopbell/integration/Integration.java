package dev.shopbell.integration;

import dev.shopbell.store.StoreId;
import java.util.Set;

/// One of a store's own systems, known by the key it showed.
public record Integration(StoreId store, ApiKeyId key, String name, Set<ApiScope> scopes) {

    public Integration {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }
}
