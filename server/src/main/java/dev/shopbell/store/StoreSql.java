package dev.shopbell.store;

import dev.shopbell.platform.database.StoreTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about stores.
final class StoreSql {

    private final StoreTransaction tx;

    StoreSql(StoreTransaction tx) {
        this.tx = tx;
    }

    static Optional<StoreId> idWithKey(Handle across, String key) {
        return across.createQuery("SELECT * FROM store_with_key(:key) AS store_id")
                .bind("key", key)
                .mapTo(UUID.class)
                .findOne()
                .map(StoreId::new);
    }

    static List<StoreId> all(Handle across) {
        return across.createQuery("SELECT * FROM every_store() AS store_id")
                .mapTo(UUID.class)
                .map(StoreId::new)
                .list();
    }

    Optional<Store> find(StoreId id, Function<String, StoreSettings> settings) {
        return tx.createQuery(
                        """
                        SELECT s.name, s.public_key, s.time_zone, s.settings::text AS settings,
                               ARRAY(SELECT o.origin FROM store_origin o
                                      WHERE o.store_id = s.store_id ORDER BY o.position, o.origin) AS origins
                          FROM store s
                         WHERE s.store_id = :store
                        """)
                .bind("store", id.value())
                .map((row, _) -> store(id, row, settings))
                .findOne();
    }

    /// Others may hold it, too; nobody changes it.
    void hold(StoreId id) {
        tx.createQuery("SELECT true FROM store WHERE store_id = :store FOR SHARE")
                .bind("store", id.value())
                .mapTo(Boolean.class)
                .findOne();
    }

    /// Nobody else holds or changes it.
    void holdAlone(StoreId id) {
        tx.createQuery("SELECT true FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", id.value())
                .mapTo(Boolean.class)
                .findOne();
    }

    void insert(StoreId id, NewStore store, String key, String settings, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO store (store_id, name, public_key, time_zone, settings, created_at)
                        VALUES (:store, :name, :key, :timeZone, CAST(:settings AS jsonb), :at)
                        """)
                .bind("store", id.value())
                .bind("name", store.name())
                .bind("key", key)
                .bind("timeZone", store.timeZone().getId())
                .bind("settings", settings)
                .bind("at", at)
                .execute();
    }

    /// Says whether the setting, which is off by default, was otherwise. Leaves every other one as
    /// it is, also those that only a newer version knows.
    boolean changeSetting(StoreId id, String setting, boolean value) {
        return tx.createUpdate(
                                """
                                UPDATE store
                                   SET settings = settings || jsonb_build_object(:setting, :value)
                                 WHERE store_id = :store
                                   AND COALESCE(CAST(settings ->> :setting AS boolean), false) <> :value
                                """)
                        .bind("store", id.value())
                        .bind("setting", setting)
                        .bind("value", value)
                        .execute()
                == 1;
    }

    /// The same of words; null takes the setting away.
    boolean changeSetting(StoreId id, String setting, @Nullable String value) {
        return tx.createUpdate(
                                """
                                UPDATE store
                                   SET settings = CASE WHEN CAST(:value AS text) IS NULL THEN settings - :setting
                                                       ELSE settings || jsonb_build_object(:setting, CAST(:value AS text)) END
                                 WHERE store_id = :store
                                   AND settings ->> :setting IS DISTINCT FROM :value
                                """)
                        .bind("store", id.value())
                        .bind("setting", setting)
                        .bind("value", value)
                        .execute()
                == 1;
    }

    /// The first is the main one.
    void insertOrigins(StoreId id, List<String> origins) {
        tx.createUpdate(
                        """
                        INSERT INTO store_origin (store_id, origin, position)
                        SELECT :store, o.origin, o.position
                          FROM unnest(:origins) WITH ORDINALITY AS o (origin, position)
                        """)
                .bind("store", id.value())
                .bindArray("origins", String.class, origins)
                .execute();
    }

    void deleteOrigins(StoreId id) {
        tx.createUpdate("DELETE FROM store_origin WHERE store_id = :store")
                .bind("store", id.value())
                .execute();
    }

    void insertFeed(StoreId id) {
        tx.createUpdate("INSERT INTO store_feed (store_id) VALUES (:store)")
                .bind("store", id.value())
                .execute();
    }

    private static Store store(StoreId id, ResultSet row, Function<String, StoreSettings> settings)
            throws SQLException {
        return new Store(
                id,
                row.getString("name"),
                row.getString("public_key"),
                ZoneId.of(row.getString("time_zone")),
                List.of((String[]) row.getArray("origins").getArray()),
                settings.apply(row.getString("settings")));
    }
}
