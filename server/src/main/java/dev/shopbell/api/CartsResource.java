package dev.shopbell.api;

import dev.shopbell.browsing.Carts;
import dev.shopbell.commerce.CartItem;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.ShopCart;
import dev.shopbell.commerce.ShopCartDraft;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesMuch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store's customers mean to buy, for its own systems.
@Path("/api/v1/customers/{customer}/cart")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class CartsResource {

    /// Fifty items with their titles and addresses.
    private static final int MOST_BYTES = 256 * 1024;

    private final Carts carts;
    private final CallingSystem caller;

    CartsResource(Carts carts, CallingSystem caller) {
        this.carts = carts;
        this.caller = caller;
    }

    record ShopCartView(
            String currency,
            long subtotal,
            long quantity,
            List<CartItem> items,
            Instant changedAt) {

        static ShopCartView of(ShopCart told) {
            return new ShopCartView(
                    told.cart().currency(),
                    told.cart().subtotal(),
                    told.cart().quantity(),
                    told.cart().items(),
                    told.changedAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record ShopCartAnswer(ShopCartView cart) {}

    @GET
    @ForIntegrations(ApiScope.READ_CARTS)
    public ShopCartAnswer read(@PathParam("customer") String customer) {
        return carts.find(caller.store(), id(customer))
                .map(ShopCartView::of)
                .map(ShopCartAnswer::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Safe to repeat. Without items it is an empty cart.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @TakesMuch(mostBytes = MOST_BYTES)
    @ForIntegrations(ApiScope.WRITE_CARTS)
    public ShopCartAnswer save(
            @PathParam("customer") String customer, @Nullable ShopCartDraft body) {
        ShopCartDraft draft = Body.required(body, "items");
        return new ShopCartAnswer(ShopCartView.of(carts.save(caller.store(), id(customer), draft)));
    }

    /// Nothing is known of it any more. Safe to repeat.
    @DELETE
    @ForIntegrations(ApiScope.WRITE_CARTS)
    public void remove(@PathParam("customer") String customer) {
        carts.remove(caller.store(), id(customer));
    }

    private static ExternalId id(String told) {
        return ExternalId.checked(told, "id");
    }
}
