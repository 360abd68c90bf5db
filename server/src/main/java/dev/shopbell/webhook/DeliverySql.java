package dev.shopbell.webhook;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import dev.shopbell.webhook.WebhookDelivery.Attempt;
import dev.shopbell.webhook.WebhookDelivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about what one webhook is sent.
final class DeliverySql {

    private static final String SELECT =
            """
            SELECT d.delivery_id, d.place, d.event, d.conversation_id, d.body, d.created_at, d.state, d.attempts,
                   d.hastened, d.extra_attempts, d.next_attempt_at, d.attempted_at, d.status, d.answer, d.error, d.took_ms
              FROM webhook_delivery d
             WHERE d.store_id = :store AND d.webhook_id = :webhook
            """;

    private final StoreTransaction tx;
    private final StoreId store;
    private final WebhookId webhook;

    DeliverySql(StoreTransaction tx, StoreId store, WebhookId webhook) {
        this.tx = tx;
        this.store = store;
        this.webhook = webhook;
    }

    /// What is to be sent.
    record New(DeliveryId id, Payload payload, String body) {}

    /// In this order, after everything that is there.
    void insert(List<New> all, boolean once, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                tx.createBatch(
                        """
                        INSERT INTO webhook_delivery
                               (store_id, webhook_id, delivery_id, event, conversation_id, body, created_at,
                                state, once, next_attempt_at)
                        VALUES (:store, :webhook, :id, :event, :conversation, :body, :at, 'waiting', :once, :at)
                        """);
        for (New each : all) {
            batch.bind("store", store.value())
                    .bind("webhook", webhook.value())
                    .bind("id", each.id().value())
                    .bind("event", each.payload().type().word())
                    .bindByType("conversation", each.payload().data().conversationId(), UUID.class)
                    .bind("body", each.body())
                    .bind("at", now)
                    .bind("once", once)
                    .add();
        }
        batch.execute();
    }

    /// The newest first, from just before a place.
    List<WebhookDelivery> before(
            @Nullable Long place, @Nullable State state, @Nullable WebhookEvent event, int limit) {
        return tx.createQuery(
                        SELECT
                                + inState(state)
                                + """
                                   AND d.place < :place
                                   AND (:event IS NULL OR d.event = :event)
                                 ORDER BY d.place DESC
                                 LIMIT :limit
                                """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("place", place == null ? Long.MAX_VALUE : place)
                .bindByType("event", event == null ? null : event.word(), String.class)
                .bind("limit", limit)
                .map((row, _) -> delivery(row))
                .list();
    }

    /// Written out, so that the index of those that failed is found.
    private static String inState(@Nullable State state) {
        return switch (state) {
            case null -> "";
            case WAITING -> " AND d.state = 'waiting'";
            case DELIVERED -> " AND d.state = 'delivered'";
            case FAILED -> " AND d.state = 'failed'";
        };
    }

    Optional<WebhookDelivery> find(DeliveryId id) {
        return tx.createQuery(SELECT + " AND d.delivery_id = :id")
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("id", id.value())
                .map((row, _) -> delivery(row))
                .findOne();
    }

    /// What is to be sent now: first what somebody asked for, then the one whose turn it is, once
    /// its time has come.
    Optional<WebhookDelivery> next(boolean onlyAskedFor, Instant now) {
        return tx.createQuery(
                        "SELECT * FROM ("
                                + SELECT
                                + """
                                   AND d.state = 'waiting' AND (d.once OR NOT :onlyOnce)
                                 ORDER BY d.once DESC, d.place
                                 LIMIT 1) first
                                 WHERE first.next_attempt_at <= :now
                                """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("onlyOnce", onlyAskedFor)
                .bind("now", now)
                .map((row, _) -> delivery(row))
                .findOne();
    }

    boolean isOnce(DeliveryId id) {
        return tx.createQuery(
                        """
                        SELECT d.once
                          FROM webhook_delivery d
                         WHERE d.store_id = :store AND d.webhook_id = :webhook AND d.delivery_id = :id
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
    }

    /// How many wait because somebody asked for them.
    long askedFor() {
        return tx.createQuery(
                        """
                        SELECT count(*)
                          FROM webhook_delivery d
                         WHERE d.store_id = :store AND d.webhook_id = :webhook
                           AND d.state = 'waiting' AND d.once
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .mapTo(Long.class)
                .one();
    }

    /// What is over is tried once more, out of turn; what waits is tried at once.
    void again(DeliveryId id, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE webhook_delivery
                           SET once = once OR state <> 'waiting', state = 'waiting',
                               hastened = hastened OR COALESCE(next_attempt_at > :now, false),
                               next_attempt_at = :now
                         WHERE store_id = :store AND webhook_id = :webhook AND delivery_id = :id
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("id", id.value())
                .bind("now", now)
                .execute();
    }

    /// What waits is tried at once.
    void hasten(Instant now) {
        tx.createUpdate(
                        """
                        UPDATE webhook_delivery
                           SET next_attempt_at = :now, hastened = true
                         WHERE store_id = :store AND webhook_id = :webhook
                           AND state = 'waiting' AND next_attempt_at > :now
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("now", now)
                .execute();
    }

    /// @param again when to try it again; null when it is over
    void attempted(
            DeliveryId id, Answer answer, State state, @Nullable Instant again, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE webhook_delivery
                           SET state = :state, attempts = attempts + 1,
                               extra_attempts = extra_attempts + CASE WHEN hastened THEN 1 ELSE 0 END,
                               hastened = false, next_attempt_at = :again, attempted_at = :now,
                               status = :status, answer = :answer, error = :error, took_ms = :took
                         WHERE store_id = :store AND webhook_id = :webhook AND delivery_id = :id
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("id", id.value())
                .bind("state", state.word())
                .bindByType("again", again, Instant.class)
                .bind("now", now)
                .bindByType("status", answer.status(), Integer.class)
                .bindByType("answer", answer.text(), String.class)
                .bindByType("error", answer.error(), String.class)
                .bind("took", answer.tookMillis())
                .execute();
    }

    /// Of all webhooks of a store.
    static int forgetBefore(StoreTransaction tx, StoreId store, Instant moment) {
        return tx.createUpdate(
                        "DELETE FROM webhook_delivery WHERE store_id = :store AND created_at < :moment")
                .bind("store", store.value())
                .bind("moment", moment)
                .execute();
    }

    private static WebhookDelivery delivery(ResultSet row) throws SQLException {
        return new WebhookDelivery(
                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                row.getLong("place"),
                WebhookEvent.of(row.getString("event")),
                row.getObject("conversation_id", UUID.class),
                row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("extra_attempts") + (row.getBoolean("hastened") ? 1 : 0),
                WebhookSql.instant(row, "next_attempt_at"),
                attempt(row));
    }

    private static @Nullable Attempt attempt(ResultSet row) throws SQLException {
        Instant at = WebhookSql.instant(row, "attempted_at");
        return at == null
                ? null
                : new Attempt(
                        at,
                        new Answer(
                                row.getObject("status", Integer.class),
                                row.getString("answer"),
                                row.getString("error"),
                                row.getInt("took_ms")));
    }
}
