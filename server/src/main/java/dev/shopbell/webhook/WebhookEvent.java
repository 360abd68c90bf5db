package dev.shopbell.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Optional;

/// What stores' own systems can hear of.
public enum WebhookEvent {
    CONVERSATION_CREATED("conversation.created"),
    /// One that the customer can see, whoever wrote it.
    MESSAGE_CREATED("message.created"),
    CONVERSATION_RESOLVED("conversation.resolved"),
    CONVERSATION_REOPENED("conversation.reopened"),
    CONVERSATION_ASSIGNED("conversation.assigned"),
    /// Nothing happened: somebody tries the webhook. Nobody chooses it.
    TEST("webhook.test");

    private final String word;

    WebhookEvent(String word) {
        this.word = word;
    }

    /// The word in database and API.
    @JsonValue
    public String word() {
        return word;
    }

    /// One that can be chosen.
    public static WebhookEvent chosen(String word) {
        return find(word)
                .filter(event -> event != TEST)
                .orElseThrow(
                        () -> new RefusedException(WebhookRefusal.WEBHOOK_EVENT_UNKNOWN, "events"));
    }

    static WebhookEvent of(String word) {
        return find(word).orElseThrow();
    }

    static Optional<WebhookEvent> find(String word) {
        return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
    }
}
