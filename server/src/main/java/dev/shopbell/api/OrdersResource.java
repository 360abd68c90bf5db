package dev.shopbell.api;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.FulfilmentStatus;
import dev.shopbell.commerce.Order;
import dev.shopbell.commerce.OrderDraft;
import dev.shopbell.commerce.OrderLine;
import dev.shopbell.commerce.Orders;
import dev.shopbell.commerce.PaymentStatus;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesMuch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was bought in the store, for its own systems.
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class OrdersResource {

    /// Two hundred lines with their titles and the addresses of their pictures.
    private static final int MOST_BYTES = 128 * 1024;

    private final Orders orders;
    private final CallingSystem caller;

    OrdersResource(Orders orders, CallingSystem caller) {
        this.orders = orders;
        this.caller = caller;
    }

    record OrderView(
            String id,
            String number,
            @Nullable String customerId,
            @Nullable String email,
            Instant placedAt,
            String currency,
            long total,
            PaymentStatus paymentStatus,
            FulfilmentStatus fulfilmentStatus,
            @Nullable Instant cancelledAt,
            @Nullable String url,
            List<OrderLine> lines,
            Instant changedAt) {

        static OrderView of(Order order) {
            return new OrderView(
                    order.id().value(),
                    order.number(),
                    order.customerId(),
                    order.email(),
                    order.placedAt(),
                    order.currency(),
                    order.total(),
                    order.paymentStatus(),
                    order.fulfilmentStatus(),
                    order.cancelledAt(),
                    order.url(),
                    order.lines(),
                    order.changedAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record OrderAnswer(OrderView order) {}

    /// `next` is what to ask for `after`; null on the last page.
    record OrderPage(List<OrderView> orders, @Nullable String next) {}

    @GET
    @ForIntegrations(ApiScope.READ_ORDERS)
    public OrderPage list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = PageSize.page(limit);
        List<Order> found =
                orders.after(
                        caller.store(),
                        after == null ? null : ExternalId.checked(after, "after"),
                        customer == null ? null : ExternalId.checked(customer, "customer"),
                        most);
        return new OrderPage(
                found.stream().map(OrderView::of).toList(),
                found.size() < most ? null : found.getLast().id().value());
    }

    @GET
    @Path("{order}")
    @ForIntegrations(ApiScope.READ_ORDERS)
    public OrderAnswer read(@PathParam("order") String order) {
        return orders.find(caller.store(), id(order))
                .map(OrderView::of)
                .map(OrderAnswer::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Safe to repeat.
    @PUT
    @Path("{order}")
    @Consumes(MediaType.APPLICATION_JSON)
    @TakesMuch(mostBytes = MOST_BYTES)
    @ForIntegrations(ApiScope.WRITE_ORDERS)
    public OrderAnswer save(@PathParam("order") String order, @Nullable OrderDraft body) {
        OrderDraft draft = Body.required(body, "number");
        return new OrderAnswer(OrderView.of(orders.save(caller.store(), id(order), draft)));
    }

    /// Safe to repeat.
    @DELETE
    @Path("{order}")
    @ForIntegrations(ApiScope.WRITE_ORDERS)
    public void remove(@PathParam("order") String order) {
        orders.remove(caller.store(), id(order));
    }

    private static ExternalId id(String told) {
        return ExternalId.checked(told, "id");
    }
}
