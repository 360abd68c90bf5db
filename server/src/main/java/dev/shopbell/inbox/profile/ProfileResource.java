package dev.shopbell.inbox.profile;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.FulfilmentStatus;
import dev.shopbell.commerce.Order;
import dev.shopbell.commerce.OrderHistory;
import dev.shopbell.commerce.OrderLine;
import dev.shopbell.commerce.OrderPlace;
import dev.shopbell.commerce.PaymentStatus;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.profile.Profiles;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who writes in a conversation, each part of it by itself. Of a conversation that one may not see
/// there is nothing. Whoever may see it may link by hand.
@Path("/api/staff/stores/{store}/conversations/{conversation}/profile")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class ProfileResource {

    private final Profiles profiles;
    private final SignedInStaff staff;

    ProfileResource(Profiles profiles, SignedInStaff staff) {
        this.profiles = profiles;
        this.staff = staff;
    }

    record ProfileAnswer(ProfileView profile) {}

    record WantedLink(@Nullable String shopCustomer) {}

    /// Amounts are in the smallest unit of `currency`. `url` is the store's own page of it.
    record PlacedOrder(
            String id,
            String number,
            Instant placedAt,
            String currency,
            long total,
            PaymentStatus paymentStatus,
            FulfilmentStatus fulfilmentStatus,
            @Nullable Instant cancelledAt,
            @Nullable String url,
            List<OrderLine> lines) {

        static PlacedOrder of(Order order) {
            return new PlacedOrder(
                    order.id().value(),
                    order.number(),
                    order.placedAt(),
                    order.currency(),
                    order.total(),
                    order.paymentStatus(),
                    order.fulfilmentStatus(),
                    order.cancelledAt(),
                    order.url(),
                    order.lines());
        }
    }

    record PlacedOrderSum(String currency, long total) {}

    /// Newest first. `count` and `sums` are of all their orders, the latter without cancelled ones;
    /// `next` is what to ask for `after`, null on the last page.
    record PlacedOrderPage(
            List<PlacedOrder> orders,
            long count,
            List<PlacedOrderSum> sums,
            @Nullable String next) {}

    record OtherThreads(List<ConversationSummary> conversations) {}

    @GET
    public ProfileAnswer read(@PathParam("conversation") UUID conversation) {
        return new ProfileAnswer(
                ProfileView.of(profiles.read(staff.member(), new ConversationId(conversation))));
    }

    @GET
    @Path("orders")
    public PlacedOrderPage orders(
            @PathParam("conversation") UUID conversation,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("10") int limit) {
        int most = PageSize.page(limit);
        OrderPlace below =
                after == null
                        ? OrderPlace.TOP
                        : OrderPlace.read(after)
                                .orElseThrow(() ->
                                        new RefusedException(HttpRefusal.INVALID_VALUE, "after"));
        OrderHistory found =
                profiles.orders(staff.member(), new ConversationId(conversation), below, most);
        List<Order> orders = found.orders();
        return new PlacedOrderPage(
                orders.stream().map(PlacedOrder::of).toList(),
                found.count(),
                found.sums().stream()
                        .map(sum -> new PlacedOrderSum(sum.currency(), sum.total()))
                        .toList(),
                orders.size() < most ? null : OrderPlace.below(orders.getLast()).written());
    }

    @GET
    @Path("threads")
    public OtherThreads threads(@PathParam("conversation") UUID conversation) {
        return new OtherThreads(
                profiles.otherThreads(staff.member(), new ConversationId(conversation)));
    }

    @PUT
    @Path("link")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProfileAnswer link(
            @PathParam("conversation") UUID conversation, @Nullable WantedLink body) {
        String wanted =
                Body.required(Body.required(body, "shopCustomer").shopCustomer(), "shopCustomer");
        return new ProfileAnswer(
                ProfileView.of(
                        profiles.link(
                                staff.member(),
                                new ConversationId(conversation),
                                ExternalId.checked(wanted, "shopCustomer"))));
    }

    /// Safe to repeat.
    @DELETE
    @Path("link")
    public ProfileAnswer unlink(@PathParam("conversation") UUID conversation) {
        return new ProfileAnswer(
                ProfileView.of(profiles.unlink(staff.member(), new ConversationId(conversation))));
    }
}
