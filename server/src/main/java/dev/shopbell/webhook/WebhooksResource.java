package dev.shopbell.webhook;

import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.webhook.Webhook.Pause;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The webhooks of a store, which Inbox administrators keep.
@Path("/api/staff/stores/{store}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class WebhooksResource {

    private final Webhooks webhooks;
    private final SignedInStaff staff;

    WebhooksResource(Webhooks webhooks, SignedInStaff staff) {
        this.webhooks = webhooks;
        this.staff = staff;
    }

    record WebhookView(
            UUID id,
            String url,
            List<WebhookEvent> events,
            String createdBy,
            Instant createdAt,
            @Nullable Pause paused,
            @Nullable Instant pausedAt,
            @Nullable Instant lastDeliveredAt,
            @Nullable Instant failingSince,
            long waiting,
            @Nullable Instant secretsUntil) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.id().value(),
                    webhook.url().uri().toString(),
                    webhook.events().stream().sorted().toList(),
                    webhook.createdBy(),
                    webhook.createdAt(),
                    webhook.pausedWhy(),
                    webhook.pausedAt(),
                    webhook.lastDeliveredAt(),
                    webhook.failingSince(),
                    webhook.waiting(),
                    webhook.secretsUntil());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record WebhooksView(List<WebhookView> webhooks) {}

    /// `secret` is there once, for whoever had it drawn.
    record WebhookAnswer(WebhookView webhook, @Nullable String secret) {

        static WebhookAnswer of(Webhooks.Saved saved) {
            WebhookSecret secret = saved.secret();
            return new WebhookAnswer(
                    WebhookView.of(saved.webhook()), secret == null ? null : secret.written());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record WantedWebhook(
            @Nullable String url, @Nullable List<String> events, @Nullable Boolean paused) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @GET
    public WebhooksView all() {
        return new WebhooksView(
                webhooks.all(staff.member().store()).stream().map(WebhookView::of).toList());
    }

    /// Safe to repeat, but the secret is in the first answer alone: who missed it has another one
    /// drawn.
    @PUT
    @Path("{webhook}")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookAnswer save(@PathParam("webhook") UUID webhook, @Nullable WantedWebhook body) {
        WantedWebhook wanted = Body.required(body, "url");
        return WebhookAnswer.of(
                webhooks.save(
                        staff.member(),
                        new WebhookId(webhook),
                        Body.required(wanted.url(), "url"),
                        events(wanted.events()),
                        Body.required(wanted.paused(), "paused")));
    }

    /// Safe to repeat.
    @DELETE
    @Path("{webhook}")
    public WebhooksView delete(@PathParam("webhook") UUID webhook) {
        webhooks.delete(staff.member(), new WebhookId(webhook));
        return all();
    }

    /// Draws another one. Those before it sign on for a day, so repeating it breaks nothing.
    @PUT
    @Path("{webhook}/secret")
    public WebhookAnswer replaceSecret(@PathParam("webhook") UUID webhook) {
        return WebhookAnswer.of(webhooks.replaceSecret(staff.member(), new WebhookId(webhook)));
    }

    private static Set<WebhookEvent> events(@Nullable List<String> words) {
        return Body.required(words, "events").stream()
                .map(word -> WebhookEvent.chosen(Body.required(word, "events")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
