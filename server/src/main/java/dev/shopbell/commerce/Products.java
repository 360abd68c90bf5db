package dev.shopbell.commerce;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stores sell, as their own systems keep it here.
@Singleton
public final class Products {

    private final Database database;
    private final Lists lists;
    private final InstantSource clock;

    Products(Database database, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.lists = new Lists(json);
        this.clock = clock;
    }

    /// Keeps this one, and answers what is kept now: an earlier state that comes late changes
    /// nothing.
    public Product save(StoreId store, ExternalId id, ProductDraft draft) {
        Product product = draft.checked(id, clock.instant());
        return database.inStore(
                store,
                tx -> {
                    ProductSql sql = sql(tx, store);
                    sql.save(List.of(product));
                    return sql.find(id).orElseThrow();
                });
    }

    public Optional<Product> find(StoreId store, ExternalId id) {
        return database.inStore(store, tx -> sql(tx, store).find(id));
    }

    /// The next ones by id, from the first when `after` is null.
    public List<Product> after(StoreId store, @Nullable ExternalId after, int limit) {
        return database.inStore(
                store, tx -> sql(tx, store).after(after == null ? "" : after.value(), limit));
    }

    /// Those whose title has all of these words, the last of which perhaps goes on: what is for
    /// sale first.
    public List<Product> named(StoreId store, List<String> terms, boolean lastGoesOn, int most) {
        return database.inStore(store, tx -> sql(tx, store).named(terms, lastGoesOn, most));
    }

    /// Those that changed last.
    public List<Product> latest(StoreId store, int most) {
        return database.inStore(store, tx -> sql(tx, store).latest(most));
    }

    /// Those whose page is at one of these addresses.
    public List<Product> at(StoreId store, List<String> urls, int most) {
        return database.inStore(store, tx -> sql(tx, store).at(urls, most));
    }

    /// Those of these ids that are known, in any order.
    public List<Product> among(StoreTransaction tx, StoreId store, List<ExternalId> ids) {
        return sql(tx, store).among(ids);
    }

    /// Safe to repeat.
    public void remove(StoreId store, ExternalId id) {
        database.inStore(store, tx -> sql(tx, store).delete(id));
    }

    private ProductSql sql(StoreTransaction tx, StoreId store) {
        return new ProductSql(tx, store, lists);
    }
}
