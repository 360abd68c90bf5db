package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/// Every SQL statement that changes conversations, apart from posting.
final class ConversationSql {

    private final StoreTransaction tx;

    ConversationSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// Says whether the id was free.
    boolean insert(StoreId store, ConversationId id, CustomerId customer, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO conversation
                                       (store_id, conversation_id, customer_id, last_activity_at, created_at)
                                VALUES (:store, :conversation, :customer, :at, :at)
                                ON CONFLICT ON CONSTRAINT conversation_has_one_id DO NOTHING
                                """)
                        .bind("store", store.value())
                        .bind("conversation", id.value())
                        .bind("customer", customer.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    boolean isOpen(StoreId store, CustomerId customer) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM conversation c
                                        WHERE c.store_id = :store AND c.customer_id = :customer
                                          AND c.continued_in IS NULL)
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .mapTo(Boolean.class)
                .one();
    }

    void insertByMail(StoreId store, ConversationId id, CustomerId customer, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO conversation
                               (store_id, conversation_id, customer_id, began, last_activity_at, created_at)
                        VALUES (:store, :conversation, :customer, 'email', :at, :at)
                        """)
                .bind("store", store.value())
                .bind("conversation", id.value())
                .bind("customer", customer.value())
                .bind("at", at)
                .execute();
    }

    /// For somebody who has just joined. Of what is resolved, nothing counts as unread anyway.
    int countAllAsRead(StoreId store, StaffId staff) {
        return tx.createUpdate(
                        """
                        INSERT INTO conversation_member
                               (store_id, conversation_id, staff_id, read_seq, read_messages)
                        SELECT c.store_id, c.conversation_id, :staff, c.last_seq, c.customer_messages
                          FROM conversation c
                         WHERE c.store_id = :store
                           AND c.status = 'unresolved'
                           AND c.customer_messages > c.cleared_messages
                        ON CONFLICT DO NOTHING
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .execute();
    }

    Optional<Conversation> find(StoreId store, ConversationId id) {
        return tx.createQuery(
                        ConversationRow.SELECT
                                + """
                                  FROM conversation c
                                 WHERE c.store_id = :store AND c.conversation_id = :conversation
                                """)
                .bind("store", store.value())
                .bind("conversation", id.value())
                .map((row, _) -> ConversationRow.read(row))
                .findOne();
    }

    Optional<Conversation> lock(StoreId store, ConversationId id) {
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM conversation c
                                         WHERE c.store_id = ? AND c.conversation_id = ?
                                           FOR UPDATE
                                        """)
                        .uuid(store.value())
                        .uuid(id.value())
                        .send();
        Optional<Conversation> locked = trip.row(ConversationRow::read);
        trip.done();
        return locked;
    }

    /// The number the change has in the store's feed.
    long saveWatermarks(Conversation changed) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                WITH feed AS (
                                    UPDATE store_feed SET feed_seq = feed_seq + 1
                                     WHERE store_id = ?
                                 RETURNING feed_seq
                                )
                                UPDATE conversation c
                                   SET delivered_public_seq = ?, seen_public_seq = ?,
                                       staff_seen_public_seq = ?, emailed_public_seq = ?, version = ?,
                                       feed_seq = feed.feed_seq
                                  FROM feed
                                 WHERE c.store_id = ? AND c.conversation_id = ?
                                RETURNING c.feed_seq
                                """)
                        .uuid(changed.store().value())
                        .number(changed.watermarks().delivered())
                        .number(changed.watermarks().seen())
                        .number(changed.watermarks().staffSeen())
                        .number(changed.watermarks().emailed())
                        .number(changed.version())
                        .uuid(changed.store().value())
                        .uuid(changed.id().value())
                        .send();
        long feedSeq = trip.row(row -> row.getLong("feed_seq")).orElseThrow();
        trip.done();
        return feedSeq;
    }
}
