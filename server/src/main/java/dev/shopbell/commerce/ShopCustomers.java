package dev.shopbell.commerce;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The customers of stores, as the stores' own systems keep them here.
@Singleton
public final class ShopCustomers {

    private final Database database;
    private final ObjectMapper json;
    private final InstantSource clock;

    ShopCustomers(Database database, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// Keeps this one, and answers what is kept now: an earlier state that comes late changes
    /// nothing.
    public ShopCustomer save(StoreId store, ExternalId id, ShopCustomerDraft draft) {
        ShopCustomer customer = draft.checked(id, clock.instant());
        return database.inStore(
                store,
                tx -> {
                    ShopCustomerSql sql = sql(tx, store);
                    sql.save(List.of(customer));
                    tell(tx, store, id);
                    return sql.find(id).orElseThrow();
                });
    }

    public Optional<ShopCustomer> find(StoreId store, ExternalId id) {
        return database.inStore(store, tx -> sql(tx, store).find(id));
    }

    /// The next ones by id, from the first when `after` is null; those with this e-mail address, or
    /// all.
    public List<ShopCustomer> after(
            StoreId store, @Nullable ExternalId after, @Nullable String email, int limit) {
        String address = email == null ? null : Fields.email(email, "email");
        if (email != null && address == null) {
            // A blank one is nobody's, not everybody's.
            throw new RefusedException(CommerceRefusal.EMAIL_INVALID, "email");
        }
        return database.inStore(
                store,
                tx -> sql(tx, store).after(after == null ? "" : after.value(), address, limit));
    }

    /// Leaves nothing of them, nor of what they bought, also as a guest with their e-mail address.
    /// Safe to repeat. Customers go before orders, as with whoever imports both.
    public void erase(StoreId store, ExternalId id) {
        database.inStore(
                store,
                tx -> {
                    tell(tx, store, id);
                    ShopCustomerSql sql = sql(tx, store);
                    String email = sql.find(id).map(ShopCustomer::email).orElse(null);
                    sql.delete(id);
                    return new OrderSql(tx, store, new Lists(json)).deleteOf(id, email);
                });
    }

    /// Within a transaction.
    public Optional<ShopCustomer> find(StoreTransaction tx, StoreId store, ExternalId id) {
        return sql(tx, store).find(id);
    }

    /// Those with an address that somebody typed, who bought last first.
    public PossibleMatches matches(StoreTransaction tx, StoreId store, String email, int most) {
        return sql(tx, store).matches(email, most);
    }

    /// Whether this customer is one of them.
    public boolean isMatch(StoreTransaction tx, StoreId store, ExternalId id, String email) {
        return sql(tx, store)
                .find(id)
                .map(ShopCustomer::email)
                .filter(email.toLowerCase(Locale.ROOT)::equals)
                .isPresent();
    }

    private static void tell(StoreTransaction tx, StoreId store, ExternalId id) {
        tx.announce(new ShopCustomersTold(store, List.of(id.value())));
    }

    private ShopCustomerSql sql(StoreTransaction tx, StoreId store) {
        return new ShopCustomerSql(tx, store, json);
    }
}
