package dev.shopbell.message;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.time.Instant;

/// Every SQL statement about what one staff member has answered.
final class AnswerSql {

    private final StoreTransaction tx;

    AnswerSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// In how many conversations this member has answered. Reads what the whole store said since,
    /// by the index of search.
    long conversationsSince(Member member, Instant since) {
        return tx.createQuery(
                        """
                        SELECT count(DISTINCT m.conversation_id)
                          FROM message m
                         WHERE m.store_id = :store
                           AND m.sent_at >= :since
                           AND m.kind <> 'event'
                           AND m.kind = 'staff'
                           AND m.author_id = :staff
                        """)
                .bind("store", member.store().value())
                .bind("since", since)
                .bind("staff", member.staff().value())
                .mapTo(Long.class)
                .one();
    }
}
