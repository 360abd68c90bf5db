package dev.shopbell.integration;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about API keys.
final class ApiKeySql {

    private static final String SELECT =
            """
            SELECT k.api_key_id, k.name, k.ending, k.scopes, s.name AS created_by, k.created_at, k.last_used_at
              FROM api_key k
              JOIN staff s ON s.staff_id = k.created_by
             WHERE k.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    ApiKeySql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Which store's system this is; sees all stores.
    static Optional<Integration> withSecret(Handle across, ApiKeySecret secret) {
        return across.createQuery("SELECT * FROM api_key_with_secret(:secret)")
                .bind("secret", secret.hash())
                .map((row, _) ->
                        new Integration(
                                new StoreId(row.getObject("store_id", UUID.class)),
                                new ApiKeyId(row.getObject("api_key_id", UUID.class)),
                                row.getString("name"),
                                scopes(row)))
                .findOne();
    }

    /// Nobody else changes the store's keys until the transaction ends.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", store.value())
                .mapTo(Integer.class)
                .one();
    }

    /// The newest first.
    List<ApiKey> all() {
        return tx.createQuery(SELECT + " ORDER BY k.created_at DESC, k.api_key_id")
                .bind("store", store.value())
                .map((row, _) -> key(row))
                .list();
    }

    Optional<ApiKey> find(ApiKeyId id) {
        return tx.createQuery(SELECT + " AND k.api_key_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> key(row))
                .findOne();
    }

    /// Changes nothing of a key that was used already; says so by 0.
    int save(ApiKeyId id, ApiKeyDraft draft, ApiKeySecret secret, StaffId by, Instant at) {
        return tx.createUpdate(
                        """
                        INSERT INTO api_key AS known
                               (store_id, api_key_id, name, secret_hash, ending, scopes, created_by, created_at)
                        VALUES (:store, :id, :name, :secret, :ending, :scopes, :staff, :at)
                        ON CONFLICT ON CONSTRAINT api_key_has_one_id
                        DO UPDATE SET name = excluded.name, secret_hash = excluded.secret_hash,
                                      ending = excluded.ending, scopes = excluded.scopes,
                                      created_by = excluded.created_by, created_at = excluded.created_at
                                WHERE known.last_used_at IS NULL
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("name", draft.name())
                .bind("secret", secret.hash())
                .bind("ending", secret.ending())
                .bindArray(
                        "scopes",
                        String.class,
                        draft.scopes().stream().map(ApiScope::word).sorted().toList())
                .bind("staff", by.value())
                .bind("at", at)
                .execute();
    }

    int delete(ApiKeyId id) {
        return tx.createUpdate("DELETE FROM api_key WHERE store_id = :store AND api_key_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    int noteUse(ApiKeyId id, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE api_key
                           SET last_used_at = :at
                         WHERE store_id = :store AND api_key_id = :id
                           AND (last_used_at IS NULL OR last_used_at < :at)
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                new ApiKeyId(row.getObject("api_key_id", UUID.class)),
                row.getString("name"),
                row.getString("ending"),
                scopes(row),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static Set<ApiScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(ApiScope::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
