package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Every SQL statement about threads that become one customer's.
final class JoiningSql {

    private final StoreTransaction tx;
    private final StoreId store;

    JoiningSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Locked in the order of their ids.
    List<Conversation> lockOpen(List<CustomerId> customers) {
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM conversation c
                                         WHERE c.store_id = ? AND c.customer_id = ANY (?)
                                           AND c.continued_in IS NULL
                                         ORDER BY c.conversation_id
                                           FOR UPDATE
                                        """)
                        .uuid(store.value())
                        .uuids(customers.stream().map(CustomerId::value).toList())
                        .send();
        List<Conversation> locked = trip.rows(ConversationRow::read);
        trip.done();
        return locked;
    }

    /// In the order of their ids.
    List<ConversationId> openOf(List<CustomerId> customers) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM conversation c
                         WHERE c.store_id = :store AND c.customer_id = ANY (:customers)
                           AND c.continued_in IS NULL
                         ORDER BY c.conversation_id
                        """)
                .bind("store", store.value())
                .bindArray(
                        "customers", UUID.class, customers.stream().map(CustomerId::value).toList())
                .mapTo(UUID.class)
                .map(ConversationId::new)
                .list();
    }

    /// Everything that is the one's is the other's, closed threads too, and what staff noted of
    /// them. Whoever erases the one erases what the other had typed of themselves.
    void give(CustomerId from, CustomerId to) {
        tx.createUpdate(
                        """
                        WITH noted AS (
                            UPDATE staff_note
                               SET customer_id = :to
                             WHERE store_id = :store AND customer_id = :from
                        ), became AS (
                            UPDATE customer
                               SET became = :to
                             WHERE store_id = :store AND customer_id = :from
                        )
                        UPDATE conversation
                           SET customer_id = :to
                         WHERE store_id = :store AND customer_id = :from
                        """)
                .bind("store", store.value())
                .bind("from", from.value())
                .bind("to", to.value())
                .execute();
    }

    /// Whoever reads it says hello again. What was uploaded for it and not sent yet goes along.
    void close(Conversation older, Conversation newer) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                UPDATE conversation
                                   SET continued_in = ?, visitor_changes = visitor_changes + 1
                                 WHERE store_id = ? AND conversation_id = ?;
                                UPDATE conversation
                                   SET continues = true
                                 WHERE store_id = ? AND conversation_id = ?;
                                UPDATE attachment
                                   SET conversation_id = ?
                                 WHERE store_id = ? AND conversation_id = ?
                                   AND seq IS NULL AND uploaded_by IS NULL
                                """)
                        .uuid(newer.id().value())
                        .uuid(store.value())
                        .uuid(older.id().value())
                        .uuid(store.value())
                        .uuid(newer.id().value())
                        .uuid(newer.id().value())
                        .uuid(store.value())
                        .uuid(older.id().value())
                        .send();
        trip.rows(_ -> "no rows: an update");
        trip.rows(_ -> "no rows: an update");
        trip.rows(_ -> "no rows: an update");
        trip.done();
    }

    void countVisitorChange(Conversation left) {
        tx.createUpdate(
                        """
                        UPDATE conversation
                           SET visitor_changes = visitor_changes + 1
                         WHERE store_id = :store AND conversation_id = :conversation
                        """)
                .bind("store", store.value())
                .bind("conversation", left.id().value())
                .execute();
    }

    /// What was uploaded for a first message, which is written with another secret now. Uploads
    /// wait meanwhile, by the lock of `FirstFilesSql`.
    void passFirstFiles(VisitorSecret from, VisitorSecret to) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                SELECT pg_advisory_xact_lock(hashtextextended(?, 0));
                                UPDATE attachment
                                   SET awaited_by = ?
                                 WHERE store_id = ? AND awaited_by = ?
                                """)
                        .text(store.value() + "/" + HexFormat.of().formatHex(from.hash()))
                        .bytes(to.hash())
                        .uuid(store.value())
                        .bytes(from.hash())
                        .send();
        trip.rows(_ -> "a lock");
        trip.rows(_ -> "no rows: an update");
        trip.done();
    }

    /// Who blocked the sender, since when, and from where.
    void moveBlock(Conversation older, Conversation newer) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                UPDATE conversation n
                                   SET status = 'resolved', blocked_at = o.blocked_at, blocked_by = o.blocked_by
                                  FROM conversation o
                                 WHERE n.store_id = ? AND n.conversation_id = ?
                                   AND o.store_id = n.store_id AND o.conversation_id = ?;
                                INSERT INTO blocked_address (store_id, address_hash, conversation_id, blocked_until)
                                SELECT b.store_id, b.address_hash, ?, b.blocked_until
                                  FROM blocked_address b
                                 WHERE b.store_id = ? AND b.conversation_id = ?
                                    ON CONFLICT ON CONSTRAINT blocked_address_listed_once DO NOTHING;
                                DELETE FROM blocked_address
                                 WHERE store_id = ? AND conversation_id = ?
                                """)
                        .uuid(store.value())
                        .uuid(newer.id().value())
                        .uuid(older.id().value())
                        .uuid(newer.id().value())
                        .uuid(store.value())
                        .uuid(older.id().value())
                        .uuid(store.value())
                        .uuid(older.id().value())
                        .send();
        trip.rows(_ -> "no rows: an update");
        trip.rows(_ -> "no rows: an insertion");
        trip.rows(_ -> "no rows: a deletion");
        trip.done();
    }
}
