package dev.shopbell.webhook;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import dev.shopbell.webhook.Webhook.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every SQL statement by which one node at a time sends for a webhook.
final class TurnSql {

    record Due(StoreId store, WebhookId webhook) {}

    record Taken(WebhookUrl url, Set<WebhookEvent> events, long heardUpTo, boolean isPaused) {}

    private final StoreTransaction tx;
    private final StoreId store;
    private final WebhookId webhook;

    TurnSql(StoreTransaction tx, StoreId store, WebhookId webhook) {
        this.tx = tx;
        this.store = store;
        this.webhook = webhook;
    }

    /// Those that have something to hear or to send, the longest waiting first; sees all stores.
    static List<Due> due(Handle across, Instant now, int most) {
        return across.createQuery("SELECT store_id, webhook_id FROM webhooks_due(:now, :most)")
                .bind("now", now)
                .bind("most", most)
                .map((row, _) ->
                        new Due(
                                new StoreId(row.getObject("store_id", UUID.class)),
                                new WebhookId(row.getObject("webhook_id", UUID.class))))
                .list();
    }

    /// Takes the turn, or keeps it; empty while another has it. A turn that nobody keeps ends by
    /// itself.
    Optional<Taken> take(UUID turn, Instant now, Instant until) {
        return tx.createQuery(
                        """
                        UPDATE webhook
                           SET turn = :turn, busy_until = :until
                         WHERE store_id = :store AND webhook_id = :webhook
                           AND (turn = :turn OR busy_until IS NULL OR busy_until <= :now)
                        RETURNING url, events, heard_up_to, paused_at IS NOT NULL AS is_paused
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("turn", turn)
                .bind("now", now)
                .bind("until", until)
                .map((row, _) ->
                        new Taken(
                                WebhookUrl.of(row.getString("url")),
                                WebhookSql.events(row),
                                row.getLong("heard_up_to"),
                                row.getBoolean("is_paused")))
                .findOne();
    }

    /// Whether nobody else took it meanwhile; then nobody does until the transaction ends.
    boolean isStill(UUID turn) {
        return tx.createQuery(
                        """
                        SELECT turn
                          FROM webhook
                         WHERE store_id = :store AND webhook_id = :webhook AND turn = :turn
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("turn", turn)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /// Others may take theirs.
    int end(UUID turn, Instant now) {
        return tx.createUpdate(
                        """
                        UPDATE webhook
                           SET turn = NULL, busy_until = :now
                         WHERE store_id = :store AND webhook_id = :webhook AND turn = :turn
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("turn", turn)
                .bind("now", now)
                .execute();
    }

    void heard(long upTo) {
        tx.createUpdate(
                        """
                        UPDATE webhook SET heard_up_to = :upTo
                         WHERE store_id = :store AND webhook_id = :webhook
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("upTo", upTo)
                .execute();
    }

    void arrived(Instant now) {
        tx.createUpdate(
                        """
                        UPDATE webhook SET last_delivered_at = :now, failing_since = NULL
                         WHERE store_id = :store AND webhook_id = :webhook
                        """)
                .bind("store", store.value())
                .bind("webhook", webhook.value())
                .bind("now", now)
                .execute();
    }

    /// Says whether that paused it.
    boolean failed(@Nullable Pause pause, Instant now) {
        return tx.createUpdate(
                                        """
                                        UPDATE webhook
                                           SET failing_since = COALESCE(failing_since, :now),
                                               paused_at = CASE WHEN :why IS NOT NULL THEN CAST(:now AS timestamptz) END,
                                               paused_why = CAST(:why AS text)
                                         WHERE store_id = :store AND webhook_id = :webhook AND paused_at IS NULL
                                        """)
                                .bind("store", store.value())
                                .bind("webhook", webhook.value())
                                .bindByType(
                                        "why", pause == null ? null : pause.word(), String.class)
                                .bind("now", now)
                                .execute()
                        == 1
                && pause != null;
    }
}
