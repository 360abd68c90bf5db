package dev.shopbell.api;

import dev.shopbell.integration.ApiScope;
import dev.shopbell.integration.Integration;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/// Which store a key is of, and what it allows: the first thing to ask with a new one.
@Path("/api/v1/store")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class StoreResource {

    private final Stores stores;
    private final CallingSystem caller;

    StoreResource(Stores stores, CallingSystem caller) {
        this.stores = stores;
        this.caller = caller;
    }

    record KeyView(String name, List<ApiScope> scopes) {}

    record ApiStoreView(UUID id, String name, String publicKey, String timeZone, KeyView apiKey) {}

    @GET
    @ForIntegrations({})
    public ApiStoreView read() {
        Integration integration = caller.integration();
        Store store = stores.get(integration.store());
        return new ApiStoreView(
                store.id().value(),
                store.name(),
                store.key(),
                store.timeZone().getId(),
                new KeyView(integration.name(), integration.scopes().stream().sorted().toList()));
    }
}
