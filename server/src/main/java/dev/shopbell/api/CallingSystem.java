package dev.shopbell.api;

import dev.shopbell.integration.Integration;
import dev.shopbell.platform.http.RateLimits.Left;
import dev.shopbell.store.StoreId;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// Whose system is asking, for the length of one request. Filled by [ApiDoor] before a resource
/// runs.
@RequestScoped
class CallingSystem {

    private @Nullable Integration integration;
    private @Nullable Left left;

    void is(Integration found, Left share) {
        integration = found;
        left = share;
    }

    Integration integration() {
        if (integration == null) {
            throw new IllegalStateException("the resource does not say whom it is for");
        }
        return integration;
    }

    StoreId store() {
        return integration().store();
    }

    /// What it may still ask this minute; null where nobody was let in.
    @Nullable Left left() {
        return left;
    }
}
