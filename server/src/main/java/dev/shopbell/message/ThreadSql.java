package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;

/// Ranges of a thread, oldest first. Whoever calls has checked that the thread may be read.
public final class ThreadSql {

    private static final String COLUMNS =
            MessageRow.SELECT
                    + """
                      FROM message m
                      LEFT JOIN staff s ON s.staff_id = m.author_id
                     WHERE m.store_id = :store AND m.conversation_id = :conversation
                    """;

    private final StoreTransaction tx;
    private final StoreId store;
    private final ConversationId conversation;

    public ThreadSql(StoreTransaction tx, StoreId store, ConversationId conversation) {
        this.tx = tx;
        this.store = store;
        this.conversation = conversation;
    }

    /// What comes next after a place, as staff count.
    public List<Message> after(long seq, int limit) {
        return range(COLUMNS + " AND m.seq > :place ORDER BY m.seq LIMIT :limit", seq, limit);
    }

    /// What was said after a place, notes among it, as staff count.
    public List<Message> saidAfter(long seq, int limit) {
        return range(
                COLUMNS + " AND m.seq > :place AND m.kind <> 'event' ORDER BY m.seq LIMIT :limit",
                seq,
                limit);
    }

    /// What was said under an id.
    public Optional<Message> said(MessageId id) {
        return tx.createQuery(COLUMNS + " AND m.client_id = :id AND m.kind <> 'event'")
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("id", id.value())
                .map((row, _) -> MessageRow.read(row))
                .findOne();
    }

    /// What comes just before a place, as staff count.
    public List<Message> before(long seq, int limit) {
        return range(COLUMNS + " AND m.seq < :place ORDER BY m.seq DESC LIMIT :limit", seq, limit)
                .reversed();
    }

    /// What comes next after a place, as the customer counts, and only what they may see.
    public List<Message> publicAfter(long publicSeq, int limit) {
        return range(
                COLUMNS + " AND m.public_seq > :place ORDER BY m.public_seq LIMIT :limit",
                publicSeq,
                limit);
    }

    /// What staff and the store's systems said to the customer after a place, as the customer
    /// counts.
    public List<Message> answersAfter(long publicSeq, int limit) {
        return range(
                COLUMNS
                        + """
                           AND m.public_seq > :place
                           AND (m.kind = 'staff' OR m.kind = 'automation' AND m.system IS NOT NULL)
                         ORDER BY m.public_seq
                         LIMIT :limit
                        """,
                publicSeq,
                limit);
    }

    /// What comes just before a place, as the customer counts, and only what they may see.
    public List<Message> publicBefore(long publicSeq, int limit) {
        return range(
                        COLUMNS
                                + " AND m.public_seq < :place ORDER BY m.public_seq DESC LIMIT :limit",
                        publicSeq,
                        limit)
                .reversed();
    }

    private List<Message> range(String sql, long place, int limit) {
        return tx.createQuery(sql)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("place", place)
                .bind("limit", limit)
                .map((row, _) -> MessageRow.read(row))
                .list();
    }
}
