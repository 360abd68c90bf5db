package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.Optional;

/// The thread of whoever holds a secret, without locking it.
public final class CustomerThreadSql {

    private CustomerThreadSql() {}

    public static Optional<Conversation> find(
            StoreTransaction tx, StoreId store, VisitorSecret secret) {
        return tx.createQuery(
                        ConversationRow.SELECT
                                + """
                                  FROM visitor v
                                  JOIN conversation c USING (store_id, customer_id)
                                 WHERE v.store_id = :store AND v.secret_hash = :secret
                                   AND c.continued_in IS NULL
                                """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .map((row, _) -> ConversationRow.read(row))
                .findOne();
    }
}
