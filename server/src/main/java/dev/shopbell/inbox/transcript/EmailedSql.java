package dev.shopbell.inbox.transcript;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.OffsetDateTime;
import java.util.List;

/// Which answers left by mail. Whoever calls has checked that the thread may be read.
final class EmailedSql {

    private final StoreTransaction tx;
    private final StoreId store;
    private final ConversationId conversation;

    EmailedSql(StoreTransaction tx, StoreId store, ConversationId conversation) {
        this.tx = tx;
        this.store = store;
        this.conversation = conversation;
    }

    /// Those with an answer from one place to another, as the customer counts.
    List<Emailed> between(long first, long last) {
        return tx.createQuery(
                        """
                        SELECT m.first_public_seq, m.last_public_seq, m.recipient, m.sent_at
                          FROM mail m
                         WHERE m.store_id = :store AND m.conversation_id = :conversation
                           AND m.kind = 'reply' AND m.sent_at IS NOT NULL
                           AND m.last_public_seq >= :first AND m.first_public_seq <= :last
                         ORDER BY m.first_public_seq
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("first", first)
                .bind("last", last)
                .map((row, _) ->
                        new Emailed(
                                row.getLong("first_public_seq"),
                                row.getLong("last_public_seq"),
                                row.getString("recipient"),
                                row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
