package dev.shopbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.RecentReads;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The stores of this installation. Looking one up may be up to five seconds behind a change.
@Singleton
public final class Stores {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int KEY_BYTES = 12;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{" + 2 * KEY_BYTES + "}");
    private static final int MOST_CACHED = 10_000;

    private final Database database;
    private final ObjectMapper json;
    private final RecentReads<String, Optional<StoreId>> idsByKey;
    private final RecentReads<StoreId, Optional<Store>> stores;
    private final SecureRandom random = new SecureRandom();

    Stores(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.idsByKey = new RecentReads<>(KEPT, MOST_CACHED, this::readId);
        this.stores = new RecentReads<>(KEPT, MOST_CACHED, this::read);
    }

    /// The store that the widget's addresses name so.
    public Store withKey(String key) {
        return idWithKey(key)
                .flatMap(stores::get)
                .orElseThrow(() -> new RefusedException(StoreRefusal.STORE_NOT_FOUND));
    }

    public Store get(StoreId id) {
        return stores.get(id).orElseThrow(() -> new RefusedException(StoreRefusal.STORE_NOT_FOUND));
    }

    /// As it is now, and not up to five seconds ago.
    public Store now(StoreTransaction tx, StoreId id) {
        return new StoreSql(tx)
                .find(id, this::settings)
                .orElseThrow(() -> new RefusedException(StoreRefusal.STORE_NOT_FOUND));
    }

    /// As it is now, and as it stays until the transaction ends: whoever changes a setting waits.
    public Store held(StoreTransaction tx, StoreId id) {
        StoreSql sql = new StoreSql(tx);
        sql.hold(id);
        return sql.find(id, this::settings)
                .orElseThrow(() -> new RefusedException(StoreRefusal.STORE_NOT_FOUND));
    }

    /// Each of the installation, for work that comes round to all of them.
    public List<StoreId> all() {
        return database.acrossStores(StoreSql::all);
    }

    /// Opens a store under the id the transaction is set to.
    public Store open(
            StoreTransaction tx, StoreId id, NewStore store, StoreSettings settings, Instant at) {
        StoreSql sql = new StoreSql(tx);
        String key = newKey();
        sql.insert(id, store, key, written(settings), at);
        sql.insertOrigins(id, List.of(store.origin()));
        sql.insertFeed(id);
        return sql.find(id, this::settings).orElseThrow();
    }

    /// Makes these the only origins whose pages may frame the panel. False when they were so
    /// already.
    public boolean moveTo(StoreTransaction tx, StoreId id, Origins origins) {
        StoreSql sql = new StoreSql(tx);
        sql.holdAlone(id);
        if (now(tx, id).origins().equals(origins.all())) {
            return false;
        }
        sql.deleteOrigins(id);
        sql.insertOrigins(id, origins.all());
        return true;
    }

    /// Lets administrators read what is assigned to others, or not. Who holds a right by it is to
    /// start over: raise their rights in the same transaction. False when it was so already.
    public boolean letAdministratorsReadAssigned(StoreTransaction tx, StoreId id, boolean may) {
        return new StoreSql(tx).changeSetting(id, "administratorsReadAssigned", may);
    }

    /// Says how discount codes are applied to a cart; null when they are not. False when it was so
    /// already.
    public boolean applyDiscountsAt(StoreTransaction tx, StoreId id, @Nullable DiscountLink link) {
        return new StoreSql(tx)
                .changeSetting(id, "discountLink", link == null ? null : link.template());
    }

    /// Keeps which pages those open who have written, or does not. False when it was so already.
    public boolean keepPagesVisited(StoreTransaction tx, StoreId id, boolean wanted) {
        return new StoreSql(tx).changeSetting(id, "pagesVisited", wanted);
    }

    /// Anybody can ask for any key: what cannot be one costs no query and is not remembered.
    public Optional<StoreId> idWithKey(String key) {
        return KEY.matcher(key).matches() ? idsByKey.get(key) : Optional.empty();
    }

    private Optional<StoreId> readId(String key) {
        return database.acrossStores(tx -> StoreSql.idWithKey(tx, key));
    }

    private Optional<Store> read(StoreId id) {
        return database.inStore(id, tx -> new StoreSql(tx).find(id, this::settings));
    }

    private StoreSettings settings(String written) {
        try {
            return json.readValue(written, StoreSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a store's settings do not read", e);
        }
    }

    private String written(StoreSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
