package dev.shopbell.contract;

import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.webhook.WebhookRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes about where stores' own systems hear of what happens.
final class WebhookRoutes {

    private static final String ALL_OF_THEM = "/api/staff/stores/{store}/webhooks";
    private static final String ONE = ALL_OF_THEM + "/{webhook}";
    private static final String DELIVERY = ONE + "/deliveries/{delivery}";

    static final List<ApiRoute> ALL =
            List.of(
                    route("GET " + ALL_OF_THEM, "listWebhooks", null, "Webhooks"),
                    route(
                            "PUT " + ONE,
                            "saveWebhook",
                            "WebhookDraft",
                            "WebhookAnswer",
                            WebhookRefusal.WEBHOOK_URL_INVALID,
                            WebhookRefusal.WEBHOOK_URL_TOO_LONG,
                            WebhookRefusal.WEBHOOK_EVENTS_EMPTY,
                            WebhookRefusal.WEBHOOK_EVENT_UNKNOWN,
                            WebhookRefusal.WEBHOOKS_TOO_MANY),
                    route("DELETE " + ONE, "deleteWebhook", null, "Webhooks"),
                    route(
                            "PUT " + ONE + "/secret",
                            "replaceWebhookSecret",
                            null,
                            "WebhookAnswer",
                            WebhookRefusal.WEBHOOK_SECRETS_TOO_MANY,
                            HttpRefusal.NOT_FOUND),
                    route(
                            "PUT " + ONE + "/tests/{delivery}",
                            "testWebhook",
                            null,
                            "WebhookDeliveryAnswer",
                            WebhookRefusal.WEBHOOK_TEST_REUSED,
                            WebhookRefusal.WEBHOOK_TOO_MUCH_ASKED,
                            HttpRefusal.NOT_FOUND),
                    route(
                            "GET " + ONE + "/deliveries",
                            "listWebhookDeliveries",
                            null,
                            "WebhookDeliveryPage",
                            HttpRefusal.NOT_FOUND),
                    route(
                            "GET " + DELIVERY,
                            "readWebhookDelivery",
                            null,
                            "WebhookDeliveryAnswer",
                            HttpRefusal.NOT_FOUND),
                    route(
                            "PUT " + DELIVERY + "/again",
                            "replayWebhookDelivery",
                            null,
                            "WebhookDeliveryAnswer",
                            WebhookRefusal.WEBHOOK_TOO_MUCH_ASKED,
                            HttpRefusal.NOT_FOUND));

    private WebhookRoutes() {}

    private static ApiRoute route(
            String route, String id, @Nullable String request, String answer, Refusal... refusals) {
        return new ApiRoute(
                Door.MEMBER,
                route,
                id,
                ApiRoute.words(id),
                request,
                200,
                answer,
                List.of(refusals));
    }
}
