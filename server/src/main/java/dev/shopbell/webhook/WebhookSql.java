package dev.shopbell.webhook;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import dev.shopbell.webhook.Webhook.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every SQL statement by which the people of a store keep their webhooks.
final class WebhookSql {

    private static final String SELECT =
            """
            SELECT w.webhook_id, w.url, w.events, s.name AS created_by, w.created_at, w.paused_why, w.paused_at,
                   w.last_delivered_at, w.failing_since,
                   (SELECT count(*) FROM webhook_delivery d
                     WHERE d.store_id = w.store_id AND d.webhook_id = w.webhook_id AND d.state = 'waiting') AS waiting,
                   (SELECT max(k.ends_at) FROM webhook_secret k
                     WHERE k.store_id = w.store_id AND k.webhook_id = w.webhook_id AND k.ends_at > :now) AS secrets_until
              FROM webhook w
              JOIN staff s ON s.staff_id = w.created_by
             WHERE w.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    WebhookSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Nobody else makes one until the transaction ends.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", store.value())
                .mapTo(Integer.class)
                .one();
    }

    /// The oldest first.
    List<Webhook> all(Instant now) {
        return tx.createQuery(SELECT + " ORDER BY w.created_at, w.webhook_id")
                .bind("store", store.value())
                .bind("now", now)
                .map((row, _) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(WebhookId id, Instant now) {
        return tx.createQuery(SELECT + " AND w.webhook_id = :id")
                .bind("store", store.value())
                .bind("now", now)
                .bind("id", id.value())
                .map((row, _) -> webhook(row))
                .findOne();
    }

    /// It hears of what happens from now on.
    void insert(WebhookId id, WebhookDraft draft, StaffId by, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO webhook
                               (store_id, webhook_id, url, events, created_by, created_at, heard_up_to,
                                paused_at, paused_why)
                        SELECT :store, :id, :url, :events, :by, :at, f.feed_seq,
                               CASE WHEN :paused THEN CAST(:at AS timestamptz) END, CASE WHEN :paused THEN 'by_hand' END
                          FROM store_feed f
                         WHERE f.store_id = :store
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("url", draft.url().uri().toString())
                .bindArray("events", String.class, words(draft))
                .bind("by", by.value())
                .bind("at", at)
                .bind("paused", draft.paused())
                .execute();
    }

    /// One that goes on after a pause hears of what happens from now on. Why it was paused stays as
    /// it was.
    void update(WebhookId id, WebhookDraft draft, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE webhook w
                           SET url = :url, events = :events,
                               heard_up_to = CASE WHEN w.paused_at IS NOT NULL AND NOT :paused
                                                  THEN f.feed_seq ELSE w.heard_up_to END,
                               failing_since = CASE WHEN w.paused_at IS NOT NULL AND NOT :paused
                                                    THEN NULL ELSE w.failing_since END,
                               paused_at = CASE WHEN :paused THEN COALESCE(w.paused_at, :at) END,
                               paused_why = CASE WHEN :paused THEN COALESCE(w.paused_why, 'by_hand') END
                          FROM store_feed f
                         WHERE w.store_id = :store AND w.webhook_id = :id AND f.store_id = w.store_id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("url", draft.url().uri().toString())
                .bindArray("events", String.class, words(draft))
                .bind("at", at)
                .bind("paused", draft.paused())
                .execute();
    }

    int delete(WebhookId id) {
        return tx.createUpdate("DELETE FROM webhook WHERE store_id = :store AND webhook_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// The one before signs on until then.
    void replaceSecret(WebhookId id, UUID secret, byte[] sealed, Instant now, Instant until) {
        tx.createUpdate(
                        """
                        UPDATE webhook_secret
                           SET ends_at = :until
                         WHERE store_id = :store AND webhook_id = :id AND ends_at IS NULL
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("until", until)
                .execute();
        tx.createUpdate(
                        """
                        INSERT INTO webhook_secret (store_id, webhook_id, secret_id, sealed, made_at)
                        VALUES (:store, :id, :secret, :sealed, :now)
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("secret", secret)
                .bind("sealed", sealed)
                .bind("now", now)
                .execute();
    }

    /// Of all webhooks, those that sign no more.
    int forgetSecrets(Instant now) {
        return tx.createUpdate(
                        "DELETE FROM webhook_secret WHERE store_id = :store AND ends_at <= :now")
                .bind("store", store.value())
                .bind("now", now)
                .execute();
    }

    /// Those that sign, the newest first.
    List<byte[]> secrets(WebhookId id, Instant now) {
        return tx.createQuery(
                        """
                        SELECT k.sealed
                          FROM webhook_secret k
                         WHERE k.store_id = :store AND k.webhook_id = :id
                           AND (k.ends_at IS NULL OR k.ends_at > :now)
                         ORDER BY k.made_at DESC, k.secret_id DESC
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("now", now)
                .map((row, _) -> row.getBytes("sealed"))
                .list();
    }

    /// The addresses of those who keep the store's webhooks.
    List<EmailAddress> keepers() {
        return tx
                .createQuery(
                        """
                        SELECT s.email
                          FROM membership m
                          JOIN staff s USING (staff_id)
                         WHERE m.store_id = :store
                           AND m.deactivated_at IS NULL AND s.deactivated_at IS NULL
                           AND (m.is_owner
                                OR EXISTS (SELECT FROM membership_role mr
                                             JOIN role r USING (store_id, role_id)
                                            WHERE mr.store_id = m.store_id AND mr.staff_id = m.staff_id
                                              AND 'inbox_administration' = ANY (r.permissions)))
                         ORDER BY s.email
                        """)
                .bind("store", store.value())
                .mapTo(String.class)
                .stream()
                .flatMap(text -> EmailAddress.parse(text).stream())
                .toList();
    }

    private static List<String> words(WebhookDraft draft) {
        return draft.events().stream().sorted().map(WebhookEvent::word).toList();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        String why = row.getString("paused_why");
        return new Webhook(
                new WebhookId(row.getObject("webhook_id", UUID.class)),
                WebhookUrl.of(row.getString("url")),
                events(row),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                why == null ? null : Pause.of(why),
                instant(row, "paused_at"),
                instant(row, "last_delivered_at"),
                instant(row, "failing_since"),
                row.getLong("waiting"),
                instant(row, "secrets_until"));
    }

    static Set<WebhookEvent> events(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("events").getArray())
                .map(WebhookEvent::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
