package dev.shopbell.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A webhook as the people of its store see it.
///
/// @param pausedWhy null when it is at work
/// @param failingSince null when the last request arrived
/// @param waiting how many deliveries have not arrived yet
/// @param secretsUntil until when more than one secret signs; null when it is one
public record Webhook(
        WebhookId id,
        WebhookUrl url,
        Set<WebhookEvent> events,
        String createdBy,
        Instant createdAt,
        @Nullable Pause pausedWhy,
        @Nullable Instant pausedAt,
        @Nullable Instant lastDeliveredAt,
        @Nullable Instant failingSince,
        long waiting,
        @Nullable Instant secretsUntil) {

    public Webhook {
        events = Set.copyOf(events);
    }

    /// Why it hears of nothing.
    public enum Pause {
        BY_HAND,
        /// The receiver said 410.
        GONE,
        /// One delivery was tried for days.
        FAILING;

        /// The word in database and API.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Pause of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
