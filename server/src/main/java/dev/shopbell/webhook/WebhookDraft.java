package dev.shopbell.webhook;

import dev.shopbell.platform.http.RefusedException;
import java.util.Set;

/// A webhook as somebody wants it.
record WebhookDraft(WebhookUrl url, Set<WebhookEvent> events, boolean paused) {

    WebhookDraft {
        events = Set.copyOf(events);
        if (events.isEmpty()) {
            throw new RefusedException(WebhookRefusal.WEBHOOK_EVENTS_EMPTY, "events");
        }
    }
}
