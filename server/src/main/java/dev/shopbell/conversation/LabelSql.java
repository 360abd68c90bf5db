package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;

/// Every SQL statement about a store's labels.
final class LabelSql {

    private final StoreTransaction tx;

    LabelSql(StoreTransaction tx) {
        this.tx = tx;
    }

    List<String> all(StoreId store) {
        return tx.createQuery(
                        """
                        SELECT l.name FROM label l WHERE l.store_id = :store ORDER BY lower(l.name)
                        """)
                .bind("store", store.value())
                .mapTo(String.class)
                .list();
    }

    /// The label as the store writes it; this is how, when it had none of the name.
    String known(StoreId store, String label, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO label (store_id, name, created_at)
                        VALUES (:store, :name, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("store", store.value())
                .bind("name", label)
                .bind("at", at)
                .execute();
        return tx.createQuery(
                        """
                        SELECT l.name
                          FROM label l
                         WHERE l.store_id = :store AND lower(l.name) = lower(:name)
                        """)
                .bind("store", store.value())
                .bind("name", label)
                .mapTo(String.class)
                .one();
    }
}
