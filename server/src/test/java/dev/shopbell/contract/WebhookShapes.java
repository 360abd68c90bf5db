package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell of webhooks, and what those are sent.
final class WebhookShapes {

    private static final String WEBHOOKS = "webhook.WebhooksResource$";
    private static final String DELIVERIES = "webhook.DeliveriesResource$";

    private WebhookShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-webhooks",
                hidden(WEBHOOKS + "WebhooksView"),
                "staff-webhook",
                hidden(WEBHOOKS + "WebhookAnswer"),
                "request-webhook",
                hidden(WEBHOOKS + "WantedWebhook"),
                "staff-webhook-deliveries",
                hidden(DELIVERIES + "DeliveryPage"),
                "staff-webhook-delivery",
                hidden(DELIVERIES + "DeliveryAnswer"),
                "v1-webhook-message-created",
                hidden("webhook.Payload"),
                "v1-webhook-conversation-assigned",
                hidden("webhook.Payload"));
    }
}
