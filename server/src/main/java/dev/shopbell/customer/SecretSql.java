package dev.shopbell.customer;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import java.util.Arrays;

/// Every SQL statement about secrets in whose place others came.
public final class SecretSql {

    private final StoreTransaction tx;
    private final StoreId store;

    public SecretSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Why somebody is refused of whom nothing was found: as whoever shows a secret in whose place
    /// another came, or as anybody of whom nothing is known.
    public RefusedException refused(VisitorSecret secret, Refusal unknown) {
        return new RefusedException(isReplaced(secret) ? CustomerRefusal.SECRET_REPLACED : unknown);
    }

    /// Refuses a secret in whose place another came.
    public void check(VisitorSecret secret) {
        if (isReplaced(secret)) {
            throw new RefusedException(CustomerRefusal.SECRET_REPLACED);
        }
    }

    private boolean isReplaced(VisitorSecret secret) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (
                               SELECT FROM visitor v
                                WHERE v.store_id = :store AND v.secret_hash = :secret
                                  AND v.replaced_by IS NOT NULL)
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether this one came in its place, and no other.
    public boolean isReplacedBy(VisitorSecret secret, VisitorSecret next) {
        return tx.createQuery(
                        """
                        SELECT v.replaced_by
                          FROM visitor v
                         WHERE v.store_id = :store AND v.secret_hash = :secret
                           AND v.replaced_by IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .map((row, _) -> row.getBytes("replaced_by"))
                .findOne()
                .filter(replacement -> Arrays.equals(replacement, next.hash()))
                .isPresent();
    }

    /// The browser is known by the next secret, too; false when that is, or was, somebody's.
    public boolean insertNext(VisitorSecret secret, VisitorSecret next) {
        return tx.createUpdate(
                                """
                                INSERT INTO visitor
                                       (store_id, secret_hash, customer_id, address_hash, created_at)
                                SELECT v.store_id, :next, v.customer_id, v.address_hash, v.created_at
                                  FROM visitor v
                                 WHERE v.store_id = :store AND v.secret_hash = :secret
                                ON CONFLICT ON CONSTRAINT visitor_has_one_secret DO NOTHING
                                """)
                        .bind("store", store.value())
                        .bind("secret", secret.hash())
                        .bind("next", next.hash())
                        .execute()
                == 1;
    }

    /// The browser is known by the next secret alone.
    public void replace(VisitorSecret secret, VisitorSecret next) {
        tx.createUpdate(
                        """
                        UPDATE visitor
                           SET customer_id = NULL, address_hash = NULL, replaced_by = :next
                         WHERE store_id = :store AND secret_hash = :secret
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .bind("next", next.hash())
                .execute();
    }
}
