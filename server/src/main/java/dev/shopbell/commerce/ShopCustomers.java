package dev.shopbell.commerce;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The customers of stores, as the stores' own systems keep them here.
@Singleton
public final class ShopCustomers {

    private final Database database;
    private final ObjectMapper json;
    private final Erased erased;
    private final InstantSource clock;

    ShopCustomers(Database database, ObjectMapper json, Erased erased, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.erased = erased;
        this.clock = clock;
    }

    /// Keeps this one, and answers what is kept now: an earlier state that comes late changes
    /// nothing, and one from before the customer was erased is refused.
    public ShopCustomer save(StoreId store, ExternalId id, ShopCustomerDraft draft) {
        ShopCustomer customer = draft.checked(id, clock.instant());
        return database.inStore(
                store,
                tx -> {
                    erased.check(tx, store, customer);
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

    /// Leaves nothing of them, nor of what they bought, also as a guest with one of these
    /// addresses, which are certainly theirs. Answers whether there was anything. What changed
    /// until then is not taken again. Customers go before orders, as with whoever imports both.
    public boolean erase(
            StoreTransaction tx, StoreId store, ExternalId id, List<String> addresses) {
        tell(tx, store, id);
        ShopCustomerSql sql = sql(tx, store);
        Instant now = clock.instant();
        // A clock over there may be ahead.
        Instant known = sql.find(id).map(ShopCustomer::changedAt).orElse(now);
        int gone = sql.delete(id);
        OrderSql.Gone orders = new OrderSql(tx, store, new Lists(json)).deleteOf(id, addresses);
        Instant last = Stream.of(now, known, orders.lastChange()).max(naturalOrder()).orElse(now);
        erased.hold(
                tx,
                store,
                Stream.concat(
                                Stream.of(Subject.customer(id)),
                                addresses.stream().map(Subject::email))
                        .toList(),
                last);
        return gone + orders.number() > 0;
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
