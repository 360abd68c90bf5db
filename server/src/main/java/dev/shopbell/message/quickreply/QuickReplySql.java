package dev.shopbell.message.quickreply;

import dev.shopbell.message.MessageId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about a store's quick replies, as one of its members sees them.
final class QuickReplySql {

    private static final String SELECT =
            """
            SELECT q.quick_reply_id, q.title, q.shortcut, q.body, q.changed_at,
                   COALESCE(u.uses, 0) AS uses, COALESCE(u.own_uses, 0) AS own_uses,
                   p.content_blob, p.name, p.width, p.height, p.placeholder,
                   p.thumbnail_blob IS NOT NULL AS has_thumbnail
              FROM quick_reply q
              LEFT JOIN quick_reply_picture p USING (store_id, quick_reply_id)
              LEFT JOIN (SELECT quick_reply_id, count(*) AS uses,
                                count(*) FILTER (WHERE staff_id = :member) AS own_uses
                           FROM quick_reply_use
                          WHERE store_id = :store
                          GROUP BY quick_reply_id) u USING (quick_reply_id)
             WHERE q.store_id = :store
            """;

    private final StoreTransaction tx;
    private final Member member;

    QuickReplySql(StoreTransaction tx, Member member) {
        this.tx = tx;
        this.member = member;
    }

    /// Nobody else changes the store's quick replies until the transaction ends.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", member.store().value())
                .mapTo(Integer.class)
                .one();
    }

    /// In the store's own order.
    List<QuickReply> all() {
        return tx.createQuery(SELECT + " ORDER BY q.position, q.quick_reply_id")
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .map((row, _) -> quickReply(row))
                .list();
    }

    Optional<QuickReply> find(QuickReplyId id) {
        return tx.createQuery(SELECT + " AND q.quick_reply_id = :id")
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .bind("id", id.value())
                .map((row, _) -> quickReply(row))
                .findOne();
    }

    boolean isTaken(String shortcut, QuickReplyId butBy) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM quick_reply
                                        WHERE store_id = :store AND shortcut = :shortcut
                                          AND quick_reply_id <> :id)
                        """)
                .bind("store", member.store().value())
                .bind("shortcut", shortcut)
                .bind("id", butBy.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// A new one comes last.
    void save(List<Written> written, Instant at) {
        PreparedBatch batch =
                tx.createBatch(
                        """
                        INSERT INTO quick_reply
                               (store_id, quick_reply_id, title, shortcut, body, position, created_by, changed_at)
                        SELECT :store, :id, :title, :shortcut, :body,
                               COALESCE((SELECT max(position) FROM quick_reply WHERE store_id = :store), 0) + 1,
                               :member, :at
                        ON CONFLICT ON CONSTRAINT quick_reply_has_one_id
                        DO UPDATE SET title = excluded.title, shortcut = excluded.shortcut,
                                      body = excluded.body, changed_at = excluded.changed_at
                        """);
        for (Written each : written) {
            batch.bind("store", member.store().value())
                    .bind("id", each.id().value())
                    .bind("title", each.content().title())
                    .bind("shortcut", each.content().shortcut())
                    .bind("body", each.content().text())
                    .bind("member", member.staff().value())
                    .bind("at", at)
                    .add();
        }
        batch.execute();
    }

    int delete(QuickReplyId id) {
        return tx.createUpdate(
                        """
                        DELETE FROM quick_reply WHERE store_id = :store AND quick_reply_id = :id
                        """)
                .bind("store", member.store().value())
                .bind("id", id.value())
                .execute();
    }

    /// These first, in this order; then the others as they stood.
    int arrange(List<QuickReplyId> order) {
        return tx.createUpdate(
                        """
                        UPDATE quick_reply q
                           SET position = sorted.place
                          FROM (SELECT o.quick_reply_id,
                                       row_number() OVER (ORDER BY w.place NULLS LAST, o.position,
                                                                   o.quick_reply_id) AS place
                                  FROM quick_reply o
                                  LEFT JOIN unnest(:order) WITH ORDINALITY AS w (id, place)
                                    ON w.id = o.quick_reply_id
                                 WHERE o.store_id = :store) sorted
                         WHERE q.store_id = :store
                           AND q.quick_reply_id = sorted.quick_reply_id
                           AND q.position <> sorted.place
                        """)
                .bind("store", member.store().value())
                .bindArray("order", UUID.class, order.stream().map(QuickReplyId::value).toList())
                .execute();
    }

    /// A message counts once.
    int use(QuickReplyId id, MessageId message) {
        return tx.createUpdate(
                        """
                        INSERT INTO quick_reply_use (store_id, quick_reply_id, message_id, staff_id)
                        SELECT q.store_id, q.quick_reply_id, :message, :member
                          FROM quick_reply q
                         WHERE q.store_id = :store AND q.quick_reply_id = :id
                        ON CONFLICT DO NOTHING
                        """)
                .bind("store", member.store().value())
                .bind("id", id.value())
                .bind("message", message.value())
                .bind("member", member.staff().value())
                .execute();
    }

    /// What is to stand under an id.
    record Written(QuickReplyId id, QuickReplyText content) {}

    private static QuickReply quickReply(ResultSet row) throws SQLException {
        return new QuickReply(
                new QuickReplyId(row.getObject("quick_reply_id", UUID.class)),
                new QuickReplyText(
                        row.getString("title"), row.getString("shortcut"), row.getString("body")),
                picture(row),
                row.getLong("uses"),
                row.getLong("own_uses"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable QuickReplyPicture picture(ResultSet row) throws SQLException {
        UUID content = row.getObject("content_blob", UUID.class);
        return content == null
                ? null
                : new QuickReplyPicture(
                        content.toString(),
                        new FileName(row.getString("name")),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("placeholder"),
                        row.getBoolean("has_thumbnail"));
    }
}
