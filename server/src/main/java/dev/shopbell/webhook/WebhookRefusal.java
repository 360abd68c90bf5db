package dev.shopbell.webhook;

import dev.shopbell.platform.http.Refusal;

/// Why a webhook cannot be as somebody wants it.
public enum WebhookRefusal implements Refusal {
    /// No https address, or one at which nobody on the Internet can be.
    WEBHOOK_URL_INVALID(422),
    WEBHOOK_URL_TOO_LONG(422),
    WEBHOOK_EVENTS_EMPTY(422),
    WEBHOOK_EVENT_UNKNOWN(422),
    /// The store has as many as it can have.
    WEBHOOKS_TOO_MANY(409),
    /// So many were replaced today that all of them still sign.
    WEBHOOK_SECRETS_TOO_MANY(409),
    /// The id is another delivery's.
    WEBHOOK_TEST_REUSED(409),
    /// So many were asked for that they have to be sent first.
    WEBHOOK_TOO_MUCH_ASKED(409);

    private final int status;

    WebhookRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
