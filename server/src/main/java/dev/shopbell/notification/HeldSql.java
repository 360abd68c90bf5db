package dev.shopbell.notification;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Every SQL statement about conversations of which a member is told together.
final class HeldSql {

    private final StoreTransaction tx;
    private final StoreId store;
    private final StaffId staff;

    HeldSql(StoreTransaction tx, StoreId store, StaffId staff) {
        this.tx = tx;
        this.store = store;
        this.staff = staff;
    }

    long mailedSince(Instant moment) {
        return tx.createQuery(
                        """
                        SELECT count(*)
                          FROM mail m
                         WHERE m.store_id = :store AND m.staff_id = :staff AND m.kind = 'notification'
                           AND m.created_at > :moment
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("moment", moment)
                .mapTo(Long.class)
                .one();
    }

    /// When a mail told of several conversations: it is about none.
    Optional<Instant> lastToldAtOnce() {
        return tx.createQuery(
                        """
                        SELECT m.created_at
                          FROM mail m
                         WHERE m.store_id = :store AND m.staff_id = :staff AND m.kind = 'notification'
                           AND m.conversation_id IS NULL
                         ORDER BY m.created_at DESC
                         LIMIT 1
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .map((row, _) -> row.getObject("created_at", OffsetDateTime.class).toInstant())
                .findOne();
    }

    /// In how many conversations that they may see something happened that they have not opened, or
    /// a note names them. They are held no longer: what is held from now on is for the next time.
    long release() {
        return tx.createQuery(
                        """
                        WITH held AS (
                            UPDATE notification_mark SET held_since = NULL
                             WHERE store_id = :store AND staff_id = :staff AND held_since IS NOT NULL
                         RETURNING store_id, conversation_id, staff_id
                        )
                        SELECT count(*)
                          FROM held k
                          JOIN conversation c USING (store_id, conversation_id)
                         CROSS JOIN LATERAL memberships_of(k.staff_id) place
                          LEFT JOIN conversation_member m
                            ON m.store_id = c.store_id AND m.conversation_id = c.conversation_id
                           AND m.staff_id = k.staff_id
                         WHERE c.blocked_at IS NULL
                           AND ((c.status = 'unresolved'
                                 AND c.last_seq > COALESCE(m.read_seq, 0)
                                 AND (c.assignee_id IS NULL OR c.assignee_id = k.staff_id))
                                OR m.mentioned_seq > COALESCE(m.read_seq, 0))
                           AND may_see(c.assignee_id, k.staff_id,
                                       place.administrators_read_assigned
                                       AND (place.is_owner OR 'inbox_administration' = ANY (place.permissions)))
                           AND place.store_id = c.store_id
                           AND (place.is_owner OR 'conversation_management' = ANY (place.permissions))
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .mapTo(Long.class)
                .one();
    }

    /// Empty when they do not work here any more.
    Optional<EmailAddress> address() {
        return tx.createQuery(
                        """
                        SELECT s.email
                          FROM staff s
                         CROSS JOIN LATERAL memberships_of(s.staff_id) place
                         WHERE s.staff_id = :staff AND s.deactivated_at IS NULL
                           AND place.store_id = :store
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .map((row, _) -> new EmailAddress(row.getString("email")))
                .findOne();
    }
}
