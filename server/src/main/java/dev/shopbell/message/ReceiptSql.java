package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.util.Optional;

/// Every SQL statement about how far threads have been read.
final class ReceiptSql {

    private final StoreTransaction tx;

    ReceiptSql(StoreTransaction tx) {
        this.tx = tx;
    }

    Optional<Conversation> lock(StoreId store, VisitorSecret secret) {
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM visitor v
                                          JOIN conversation c USING (store_id, customer_id)
                                         WHERE v.store_id = ? AND v.secret_hash = ?
                                           AND c.continued_in IS NULL
                                           FOR UPDATE OF c
                                        """)
                        .uuid(store.value())
                        .bytes(secret.hash())
                        .send();
        Optional<Conversation> locked = trip.row(ConversationRow::read);
        trip.done();
        return locked;
    }

    /// Says whether the mark moved. How many of the customer's messages it covers is counted from
    /// the end, where a reader nearly always is.
    boolean saveRead(Conversation conversation, StaffId staff, long seq) {
        return tx.createUpdate(
                                """
                                INSERT INTO conversation_member AS known
                                       (store_id, conversation_id, staff_id, read_seq, read_messages)
                                SELECT :store, :conversation, :staff, :seq,
                                       :customerMessages - (SELECT count(*) FROM message m
                                                             WHERE m.store_id = :store
                                                               AND m.conversation_id = :conversation
                                                               AND m.seq > :seq
                                                               AND m.kind = 'customer')
                                ON CONFLICT ON CONSTRAINT conversation_member_is_one_row
                                DO UPDATE SET read_seq = GREATEST(known.read_seq, excluded.read_seq),
                                              read_messages = GREATEST(known.read_messages, excluded.read_messages),
                                              marked_unread = false
                                        WHERE known.read_seq < excluded.read_seq OR known.marked_unread
                                """)
                        .bind("store", conversation.store().value())
                        .bind("conversation", conversation.id().value())
                        .bind("staff", staff.value())
                        .bind("seq", seq)
                        .bind("customerMessages", conversation.customerMessages())
                        .execute()
                == 1;
    }

    /// The last place the customer knows at or before `seq`; 0 when there is none.
    long publicSeqAt(Conversation conversation, long seq) {
        return tx.createQuery(
                        """
                        SELECT m.public_seq
                          FROM message m
                         WHERE m.store_id = :store
                           AND m.conversation_id = :conversation
                           AND m.seq <= :seq
                           AND m.public_seq IS NOT NULL
                         ORDER BY m.seq DESC
                         LIMIT 1
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .bind("seq", seq)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
