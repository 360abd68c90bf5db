package dev.shopbell.notification.push;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.SessionId;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about the browsers of a store's staff.
final class PushSubscriptionSql {

    private final StoreTransaction tx;
    private final StoreId store;

    PushSubscriptionSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// The id it has: a browser that was known already keeps its own, whoever uses it now.
    UUID save(UUID id, StaffId staff, SessionId session, Browser browser, Instant at) {
        return tx.createQuery(
                        """
                        INSERT INTO push_subscription
                               (store_id, subscription_id, staff_id, session_id, endpoint, public_key, auth_secret, created_at)
                        VALUES (:store, :id, :staff, :session, :endpoint, :key, :auth, :at)
                        ON CONFLICT ON CONSTRAINT push_subscription_is_one_browser
                        DO UPDATE SET staff_id = excluded.staff_id, session_id = excluded.session_id,
                                      public_key = excluded.public_key, auth_secret = excluded.auth_secret,
                                      created_at = excluded.created_at
                        RETURNING subscription_id
                        """)
                .bind("store", store.value())
                .bind("id", id)
                .bind("staff", staff.value())
                .bind("session", session.value())
                .bind("endpoint", browser.endpoint().uri().toString())
                .bind("key", browser.publicKey())
                .bind("auth", browser.authSecret())
                .bind("at", at)
                .mapTo(UUID.class)
                .one();
    }

    /// All of a person's but the newest so many.
    void deleteOldest(StaffId staff, int kept) {
        tx.createUpdate(
                        """
                        DELETE FROM push_subscription
                         WHERE store_id = :store AND staff_id = :staff
                           AND subscription_id NOT IN (
                               SELECT p.subscription_id FROM push_subscription p
                                WHERE p.store_id = :store AND p.staff_id = :staff
                                ORDER BY p.created_at DESC, p.subscription_id DESC
                                LIMIT :kept)
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("kept", kept)
                .execute();
    }

    int delete(StaffId staff, UUID id) {
        return tx.createUpdate(
                        """
                        DELETE FROM push_subscription
                         WHERE store_id = :store AND staff_id = :staff AND subscription_id = :id
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("id", id)
                .execute();
    }

    /// Those whose person is still signed in there.
    List<UUID> of(StaffId staff, Instant now) {
        return tx.createQuery(
                        """
                        SELECT p.subscription_id
                          FROM push_subscription p
                          JOIN staff_session t USING (session_id)
                         WHERE p.store_id = :store AND p.staff_id = :staff AND t.expires_at > :now
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("now", now)
                .mapTo(UUID.class)
                .list();
    }

    Optional<Browser> find(StaffId staff, UUID id, Instant now) {
        return tx.createQuery(
                        """
                        SELECT p.endpoint, p.public_key, p.auth_secret
                          FROM push_subscription p
                          JOIN staff_session t USING (session_id)
                         WHERE p.store_id = :store AND p.staff_id = :staff AND p.subscription_id = :id
                           AND t.expires_at > :now
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("id", id)
                .bind("now", now)
                .map((row, _) ->
                        Browser.known(
                                row.getString("endpoint"),
                                row.getBytes("public_key"),
                                row.getBytes("auth_secret")))
                .findOne();
    }
}
