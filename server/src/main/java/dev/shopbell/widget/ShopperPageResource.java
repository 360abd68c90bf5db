package dev.shopbell.widget;

import dev.shopbell.browsing.PagesVisited;
import dev.shopbell.browsing.SeenPage;
import dev.shopbell.customer.VisitorSecret;
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

/// What a panel tells of the page of the shop that its visitor is on.
@Path("/api/widget/{key}/page")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ShopperPageResource {

    private final Stores stores;
    private final VisitorDoor door;
    private final PagesVisited pages;
    private final PostLimits limits;

    ShopperPageResource(Stores stores, VisitorDoor door, PagesVisited pages, PostLimits limits) {
        this.stores = stores;
        this.door = door;
        this.pages = pages;
        this.limits = limits;
    }

    record OpenedPage(@Nullable String url, @Nullable String title) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Safe to repeat. Refused as unknown before the visitor wrote.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void tell(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable OpenedPage body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.takeTelling(secret);
        OpenedPage opened = Body.required(body, "url");
        String url = Body.required(opened.url(), "url");
        pages.tell(store.id(), secret, SeenPage.told(url, opened.title(), store.origins()));
    }
}
