package dev.shopbell.webhook;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.webhook.WebhookDelivery.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a webhook was sent, and what was answered.
@Path("/api/staff/stores/{store}/webhooks/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class DeliveriesResource {

    private final Webhooks webhooks;
    private final SignedInStaff staff;

    DeliveriesResource(Webhooks webhooks, SignedInStaff staff) {
        this.webhooks = webhooks;
        this.staff = staff;
    }

    record DeliveryView(
            UUID id,
            WebhookEvent event,
            @Nullable UUID conversation,
            Instant createdAt,
            State state,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant attemptedAt,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable Integer tookMillis) {

        static DeliveryView of(WebhookDelivery delivery) {
            WebhookDelivery.Attempt last = delivery.last();
            return new DeliveryView(
                    delivery.id().value(),
                    delivery.event(),
                    delivery.conversation(),
                    delivery.createdAt(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.nextAttemptAt(),
                    last == null ? null : last.at(),
                    last == null ? null : last.answer().status(),
                    last == null ? null : last.answer().error(),
                    last == null ? null : last.answer().tookMillis());
        }
    }

    /// `next` is what to ask for `before`; null on the last page.
    record DeliveryPage(List<DeliveryView> deliveries, @Nullable Long next) {}

    /// `body` is what is sent, to the byte; `answer` the beginning of what was said to it last.
    record DeliveryAnswer(DeliveryView delivery, String body, @Nullable String answer) {

        static DeliveryAnswer of(WebhookDelivery delivery) {
            WebhookDelivery.Attempt last = delivery.last();
            return new DeliveryAnswer(
                    DeliveryView.of(delivery),
                    delivery.body(),
                    last == null ? null : last.answer().text());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @GET
    @Path("deliveries")
    public DeliveryPage list(
            @PathParam("webhook") UUID webhook,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("state") @Nullable String state,
            @QueryParam("event") @Nullable String event,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = PageSize.page(limit);
        List<WebhookDelivery> found =
                webhooks.deliveries(
                        staff.member().store(),
                        new WebhookId(webhook),
                        before,
                        state == null ? null : state(state),
                        event == null ? null : event(event),
                        most);
        return new DeliveryPage(
                found.stream().map(DeliveryView::of).toList(),
                found.size() < most ? null : found.getLast().place());
    }

    @GET
    @Path("deliveries/{delivery}")
    public DeliveryAnswer read(
            @PathParam("webhook") UUID webhook, @PathParam("delivery") UUID delivery) {
        return DeliveryAnswer.of(
                webhooks.delivery(
                        staff.member().store(), new WebhookId(webhook), new DeliveryId(delivery)));
    }

    /// Sends the same again. Repeated before that was done, it is done once.
    @PUT
    @Path("deliveries/{delivery}/again")
    public DeliveryAnswer replay(
            @PathParam("webhook") UUID webhook, @PathParam("delivery") UUID delivery) {
        return DeliveryAnswer.of(
                webhooks.replay(staff.member(), new WebhookId(webhook), new DeliveryId(delivery)));
    }

    /// Sends a test under this id, which the client drew. Safe to repeat.
    @PUT
    @Path("tests/{delivery}")
    public DeliveryAnswer test(
            @PathParam("webhook") UUID webhook, @PathParam("delivery") UUID delivery) {
        return DeliveryAnswer.of(
                webhooks.test(staff.member(), new WebhookId(webhook), new DeliveryId(delivery)));
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HttpRefusal.INVALID_VALUE, "state"));
    }

    private static WebhookEvent event(String word) {
        return WebhookEvent.find(word)
                .orElseThrow(() -> new RefusedException(HttpRefusal.INVALID_VALUE, "event"));
    }
}
