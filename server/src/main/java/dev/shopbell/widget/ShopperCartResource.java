package dev.shopbell.widget;

import dev.shopbell.browsing.Carts;
import dev.shopbell.commerce.CartDraft;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.TakesMuch;
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

/// What a page of the shop tells of its visitor's cart.
@Path("/api/widget/{key}/cart")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ShopperCartResource {

    /// Fifty items with their titles and addresses.
    private static final int MOST_BYTES = 256 * 1024;

    private final Stores stores;
    private final VisitorDoor door;
    private final Carts carts;
    private final PostLimits limits;

    ShopperCartResource(Stores stores, VisitorDoor door, Carts carts, PostLimits limits) {
        this.stores = stores;
        this.door = door;
        this.carts = carts;
        this.limits = limits;
    }

    /// Safe to repeat. Refused as unknown before the visitor wrote: nothing is kept of who may
    /// never write.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @TakesMuch(mostBytes = MOST_BYTES)
    public void tell(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable CartDraft body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.takeTelling(secret);
        carts.tell(store.id(), secret, Body.required(body, "items").checked());
    }
}
