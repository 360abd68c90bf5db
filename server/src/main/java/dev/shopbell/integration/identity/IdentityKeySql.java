package dev.shopbell.integration.identity;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about the keys by which stores vouch for their customers.
final class IdentityKeySql {

    private static final String SELECT =
            """
            SELECT k.identity_key_id, k.name, k.algorithm, s.name AS created_by, k.created_at, k.last_used_at
              FROM identity_key k
              JOIN staff s ON s.staff_id = k.created_by
             WHERE k.store_id = :store
            """;

    /// What to make of a key as it is kept, sealed.
    @FunctionalInterface
    interface Opening<T> {
        T open(IdentityKeyId id, TokenAlgorithm algorithm, byte[] sealed);
    }

    private final StoreTransaction tx;
    private final StoreId store;

    IdentityKeySql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Nobody else changes the store's keys until the transaction ends.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", store.value())
                .mapTo(Integer.class)
                .one();
    }

    /// The newest first.
    List<IdentityKey> all() {
        return tx.createQuery(SELECT + " ORDER BY k.created_at DESC, k.identity_key_id")
                .bind("store", store.value())
                .map((row, _) -> key(row))
                .list();
    }

    Optional<IdentityKey> find(IdentityKeyId id) {
        return tx.createQuery(SELECT + " AND k.identity_key_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> key(row))
                .findOne();
    }

    <T> List<T> kept(Opening<T> opening) {
        return tx.createQuery(
                        """
                        SELECT k.identity_key_id, k.algorithm, k.sealed
                          FROM identity_key k
                         WHERE k.store_id = :store
                         ORDER BY k.created_at DESC
                        """)
                .bind("store", store.value())
                .map((row, _) ->
                        opening.open(
                                new IdentityKeyId(row.getObject("identity_key_id", UUID.class)),
                                TokenAlgorithm.of(row.getString("algorithm")),
                                row.getBytes("sealed")))
                .list();
    }

    /// Changes nothing of a key that was used already; says so by 0.
    int save(
            IdentityKeyId id,
            String name,
            TokenAlgorithm algorithm,
            byte[] sealed,
            StaffId by,
            Instant at) {
        return tx.createUpdate(
                        """
                        INSERT INTO identity_key AS known
                               (store_id, identity_key_id, name, algorithm, sealed, created_by, created_at)
                        VALUES (:store, :id, :name, :algorithm, :sealed, :staff, :at)
                        ON CONFLICT ON CONSTRAINT identity_key_has_one_id
                        DO UPDATE SET name = excluded.name, algorithm = excluded.algorithm,
                                      sealed = excluded.sealed, created_by = excluded.created_by,
                                      created_at = excluded.created_at
                                WHERE known.last_used_at IS NULL
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("name", name)
                .bind("algorithm", algorithm.word())
                .bind("sealed", sealed)
                .bind("staff", by.value())
                .bind("at", at)
                .execute();
    }

    int delete(IdentityKeyId id) {
        return tx.createUpdate(
                        "DELETE FROM identity_key WHERE store_id = :store AND identity_key_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// To the minute.
    int noteUse(IdentityKeyId id, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE identity_key
                           SET last_used_at = :at
                         WHERE store_id = :store AND identity_key_id = :id
                           AND (last_used_at IS NULL
                                OR last_used_at < CAST(:at AS timestamptz) - interval '1 minute')
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    private static IdentityKey key(ResultSet row) throws SQLException {
        return new IdentityKey(
                new IdentityKeyId(row.getObject("identity_key_id", UUID.class)),
                row.getString("name"),
                TokenAlgorithm.of(row.getString("algorithm")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
