package dev.shopbell.conversation;

import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.Instant;

/// Every SQL statement about how far blocking a sender reaches beyond their own conversation.
public final class SenderBlockSql {

    private final StoreTransaction tx;

    public SenderBlockSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// Whether newcomers from there are refused.
    public boolean holdsFor(StoreId store, NetworkTrace from, Instant now) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM blocked_address b
                                        WHERE b.store_id = :store AND b.address_hash = :address
                                          AND b.blocked_until > :now)
                        """)
                .bind("store", store.value())
                .bind("address", from.hash())
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    /// Also for where the sender's browsers last wrote from.
    void insertAddresses(Conversation conversation, Instant until) {
        tx.createUpdate(
                        """
                        INSERT INTO blocked_address AS known
                               (store_id, address_hash, conversation_id, blocked_until)
                        SELECT DISTINCT v.store_id, v.address_hash, CAST(:conversation AS uuid),
                               CAST(:until AS timestamptz)
                          FROM visitor v
                         WHERE v.store_id = :store AND v.customer_id = :customer
                           AND v.address_hash IS NOT NULL
                        ON CONFLICT ON CONSTRAINT blocked_address_listed_once
                        DO UPDATE SET blocked_until = excluded.blocked_until
                        """)
                .bind("store", conversation.store().value())
                .bind("customer", conversation.customer().value())
                .bind("conversation", conversation.id().value())
                .bind("until", until)
                .execute();
    }

    void deleteAddresses(Conversation conversation) {
        tx.createUpdate(
                        """
                        DELETE FROM blocked_address
                         WHERE store_id = :store AND conversation_id = :conversation
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .execute();
    }
}
