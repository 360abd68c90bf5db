package dev.shopbell.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened, as it is sent to one webhook, and what came of it.
///
/// @param place deliveries go in the order of these
/// @param conversation null of a test
/// @param body what is sent, to the byte
/// @param extraAttempts how many of the attempts, and of the next one, somebody asked for
/// @param nextAttemptAt null once it is over
/// @param last null before the first attempt
public record WebhookDelivery(
        DeliveryId id,
        long place,
        WebhookEvent event,
        @Nullable UUID conversation,
        String body,
        Instant createdAt,
        State state,
        int attempts,
        int extraAttempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Attempt last) {

    public enum State {
        WAITING,
        DELIVERED,
        FAILED;

        /// The word in database and API.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// The last one.
    public record Attempt(Instant at, Answer answer) {}

    @Override
    public String toString() {
        return "WebhookDelivery[" + id + "]";
    }
}
