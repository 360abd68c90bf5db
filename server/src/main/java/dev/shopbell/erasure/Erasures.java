package dev.shopbell.erasure;

import dev.shopbell.browsing.Carts;
import dev.shopbell.commerce.Erased;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.ShopCustomers;
import dev.shopbell.customer.PersonSql;
import dev.shopbell.erasure.ErasureSql.Linked;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The way to forget a customer of a store: what its systems told of them, what they wrote, and
/// what was written to them and noted of them. Safe to repeat.
@Singleton
public final class Erasures {

    private final Database database;
    private final ShopCustomers customers;
    private final Carts carts;
    private final Erased erased;
    private final EraseCustomer job;
    private final Audits audits;

    Erasures(
            Database database,
            ShopCustomers customers,
            Carts carts,
            Erased erased,
            EraseCustomer job,
            Audits audits) {
        this.database = database;
        this.customers = customers;
        this.carts = carts;
        this.erased = erased;
        this.job = job;
        this.audits = audits;
    }

    /// Erases them, and with them whoever writes and is theirs by a token or a proven address:
    /// whoever staff linked by hand may be somebody else, and is only linked no more. When this
    /// returns, nothing is left; once its transaction is through nothing stops it any more.
    public void erase(StoreId store, Actor system, ExternalId id) {
        List<EraseCustomer.Whom> theirs =
                database.inStore(store, tx -> begin(tx, store, system, id));
        theirs.forEach(job::run);
    }

    /// What must hold at once; from here on the job goes on by itself.
    List<EraseCustomer.Whom> begin(
            StoreTransaction tx, StoreId store, Actor system, ExternalId id) {
        erased.begin(tx, store);
        // Nobody becomes them meanwhile, by a token or by hand.
        new PersonSql(tx, store).lock(id.value());
        int hadCart = carts.remove(tx, store, id);
        ErasureSql sql = new ErasureSql(tx, store);
        List<Linked> linked = sql.unlink(id);
        List<Linked> vouchedFor = linked.stream().filter(Linked::isProven).toList();
        List<String> addresses =
                vouchedFor.stream()
                        .map(Linked::address)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        List<Linked> proven =
                Stream.concat(vouchedFor.stream(), sql.proving(addresses).stream())
                        .distinct()
                        .toList();
        // Who signs in in one of these while it goes on would take along what is to go.
        sql.takeBrowsersAway(proven.stream().map(Linked::id).toList());
        boolean wasKnown = customers.erase(tx, store, id, addresses);
        List<EraseCustomer.Whom> theirs =
                proven.stream()
                        .map(each -> new EraseCustomer.Whom(store.value(), each.id().value()))
                        .toList();
        theirs.forEach(each -> job.schedule(tx, each));
        sql.forgetInTheAuditTrail(id);
        if (wasKnown || hadCart > 0 || !linked.isEmpty()) {
            audits.record(tx, store, system, "customer_erased", Map.of("writers", theirs.size()));
        }
        return theirs;
    }
}
