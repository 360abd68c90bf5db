package dev.shopbell.widget;

import dev.shopbell.conversation.Identities;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.integration.identity.IdentityTokens;
import dev.shopbell.platform.http.Body;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Where a shopper's browser shows who the store says they are.
@Path("/api/widget/{key}/identity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class IdentityResource {

    private final Stores stores;
    private final VisitorDoor door;
    private final IdentityTokens tokens;
    private final Identities identities;
    private final PostLimits limits;
    private final NetworkTraces traces;

    IdentityResource(
            Stores stores,
            VisitorDoor door,
            IdentityTokens tokens,
            Identities identities,
            PostLimits limits,
            NetworkTraces traces) {
        this.stores = stores;
        this.door = door;
        this.tokens = tokens;
        this.identities = identities;
        this.limits = limits;
        this.traces = traces;
    }

    record Shown(@Nullable String token) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Safe to repeat. The thread may be another one afterwards: the panel reads it anew.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void identify(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable Shown body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.takeTelling(secret);
        String token = Body.required(Body.required(body, "token").token(), "token");
        identities.identify(store.id(), secret, traces.current(), tokens.read(store, token));
    }
}
