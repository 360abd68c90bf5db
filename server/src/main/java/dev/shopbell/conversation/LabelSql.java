package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;

/// Every SQL statement about a store's labels.
final class LabelSql {

    private final StoreTransaction tx;

    LabelSql(StoreTransaction tx) {
        this.tx = tx;
    }

    List<String> known(StoreId store, StaffId staff) {
        return tx.createQuery(
                        """
                        SELECT l.name
                          FROM label l
                         WHERE l.store_id = :store
                           AND (l.is_shared
                                OR EXISTS (SELECT FROM label_member m
                                            WHERE m.store_id = l.store_id
                                              AND m.staff_id = :staff
                                              AND m.name = l.name))
                         ORDER BY lower(l.name)
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .mapTo(String.class)
                .list();
    }

    /// Of a conversation of nobody everybody may know the labels, of another one its assignee.
    void tell(Conversation conversation) {
        StaffId assignee = conversation.assignee();
        if (assignee != null) {
            tell(conversation, assignee);
            return;
        }
        tx.createUpdate(
                        """
                        UPDATE label SET is_shared = true
                         WHERE store_id = :store AND name = ANY (:labels) AND NOT is_shared
                        """)
                .bind("store", conversation.store().value())
                .bindArray("labels", String.class, conversation.handling().labels())
                .execute();
    }

    void tell(Conversation conversation, StaffId staff) {
        tx.createUpdate(
                        """
                        INSERT INTO label_member (store_id, name, staff_id)
                        SELECT l.store_id, l.name, :staff
                          FROM label l
                         WHERE l.store_id = :store AND l.name = ANY (:labels) AND NOT l.is_shared
                            ON CONFLICT DO NOTHING
                        """)
                .bind("store", conversation.store().value())
                .bind("staff", staff.value())
                .bindArray("labels", String.class, conversation.handling().labels())
                .execute();
    }

    /// The label as the store writes it; this is how, when it had none of the name.
    String named(StoreId store, String label, Instant at) {
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
