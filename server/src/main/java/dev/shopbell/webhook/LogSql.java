package dev.shopbell.webhook;

import dev.shopbell.message.MessageKind;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement that reads the store's log for webhooks: the lines of all its threads, in
/// the order in which they were committed.
final class LogSql {

    /// A line. `statusAfter`: what it made of the conversation's status; null when that stayed.
    record Line(
            long feedSeq,
            UUID conversation,
            long seq,
            UUID message,
            boolean isPublic,
            MessageKind kind,
            @Nullable UUID author,
            boolean assigns,
            @Nullable UUID to,
            @Nullable UUID from,
            @Nullable String statusAfter,
            Instant at) {}

    private final StoreTransaction tx;
    private final StoreId store;

    LogSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Everything up to here is committed: whoever takes the next number waits for the one before.
    long end() {
        return tx.createQuery("SELECT feed_seq FROM store_feed WHERE store_id = :store")
                .bind("store", store.value())
                .mapTo(Long.class)
                .one();
    }

    /// What came after one number up to another. The first of them, when they are many: then the
    /// last is of a number that is not through yet.
    List<Line> between(long after, long upTo, int limit) {
        return tx.createQuery(
                        """
                        SELECT m.feed_seq, m.conversation_id, m.seq, m.client_id, m.public_seq, m.kind, m.author_id,
                               m.event ->> 'type' = 'assigned' AS assigns,
                               CAST(m.event #>> '{to,id}' AS uuid) AS assigned_to,
                               CAST(m.event #>> '{from,id}' AS uuid) AS assigned_from,
                               m.status_after,
                               m.sent_at
                          FROM (SELECT c.store_id, c.conversation_id
                                  FROM conversation c
                                 WHERE c.store_id = :store AND c.feed_seq > :after) changed
                         CROSS JOIN LATERAL (
                               SELECT l.conversation_id, l.feed_seq, l.seq, l.client_id, l.public_seq, l.kind, l.author_id,
                                      CASE WHEN l.kind = 'event'
                                            AND l.event ->> 'type' = 'assigned' THEN l.event END AS event,
                                      l.status_after, l.sent_at
                                 FROM message l
                                WHERE l.store_id = changed.store_id
                                  AND l.conversation_id = changed.conversation_id
                                  AND l.seq > COALESCE((SELECT o.seq
                                                          FROM message o
                                                         WHERE o.store_id = changed.store_id
                                                           AND o.conversation_id = changed.conversation_id
                                                           AND o.feed_seq <= :after
                                                         ORDER BY o.seq DESC
                                                         LIMIT 1), 0)
                                  AND l.feed_seq <= :upTo) m
                         ORDER BY m.feed_seq, m.seq
                         LIMIT :limit
                        """)
                .bind("store", store.value())
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("limit", limit)
                .map((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("feed_seq"),
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                row.getObject("client_id", UUID.class),
                row.getObject("public_seq") != null,
                MessageKind.of(row.getString("kind")),
                row.getObject("author_id", UUID.class),
                row.getBoolean("assigns"),
                row.getObject("assigned_to", UUID.class),
                row.getObject("assigned_from", UUID.class),
                row.getString("status_after"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
