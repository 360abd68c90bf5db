package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.Customers;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.Person;
import dev.shopbell.customer.PersonSql;
import dev.shopbell.customer.ShownSecret;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.customer.Vouched;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a browser the customer's whom the store says it belongs to, and takes along what was
/// written in it by nobody in particular. `docs/adr/0011-who-somebody-is-comes-signed.md` says what
/// becomes of the threads.
@Singleton
public final class Identities {

    private static final int MOST_ATTEMPTS = 5;

    private final Database database;
    private final Customers customers;
    private final Joining joining;
    private final InstantSource clock;

    Identities(Database database, Customers customers, Joining joining, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.joining = joining;
        this.clock = clock;
    }

    /// Safe to repeat. A browser that becomes somebody's goes on with its next secret, if it renews
    /// it.
    public void identify(StoreId store, ShownSecret shown, NetworkTrace from, Vouched vouched) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            if (database.inStore(
                    store, tx -> identify(tx, new Visit(store, shown, from, vouched)))) {
                return;
            }
        }
        throw new IllegalStateException("a visitor does not stay who they are");
    }

    private record Visit(StoreId store, ShownSecret shown, NetworkTrace from, Vouched vouched) {}

    /// Who is concerned, read before they are locked and again after that.
    ///
    /// @param isShared whether other browsers are the visitor's, too, who showed no token
    private record Standing(@Nullable Person visitor, @Nullable Person signedIn, boolean isShared) {

        static Standing read(
                PersonSql people, @Nullable Person visitor, VisitorSecret secret, Vouched vouched) {
            return new Standing(
                    visitor,
                    people.signedIn(vouched.shopCustomer()).orElse(null),
                    visitor != null
                            && !visitor.isVouchedFor()
                            && people.isHeldByAnother(visitor.id(), secret));
        }

        List<CustomerId> customers() {
            return Stream.concat(Stream.ofNullable(visitor), Stream.ofNullable(signedIn))
                    .map(Person::id)
                    .distinct()
                    .toList();
        }

        boolean isDone(Vouched vouched) {
            return visitor != null && visitor.is(vouched);
        }

        /// Whether the browser is somebody's whom it was not known to be.
        boolean isNews(Vouched vouched) {
            return visitor == null
                    || !visitor.isVouchedFor()
                    || !vouched.shopCustomer().equals(visitor.shopCustomer());
        }

        /// Whether what the visitor did before is the customer's.
        boolean takesAlong(Vouched vouched) {
            return visitor != null && visitor.mayBe(vouched) && !isShared;
        }

        /// Whose browser it is to be; null when nobody is known to be them yet.
        @Nullable CustomerId customer(Vouched vouched) {
            if (signedIn != null) {
                return signedIn.id();
            }
            return visitor != null && takesAlong(vouched) ? visitor.id() : null;
        }
    }

    /// False when somebody who was not locked yet has changed meanwhile: the caller's transaction
    /// has to begin again. Locks in one order: conversations by id, customers by id, the visitor;
    /// the store's counter last.
    private boolean identify(StoreTransaction tx, Visit visit) {
        PersonSql people = new PersonSql(tx, visit.store());
        people.lock(visit.vouched().shopCustomer());
        Renewal renewal = Renewal.read(tx, visit.store(), visit.shown());
        VisitorSecret secret = renewal.secret();
        Standing before = Standing.read(people, renewal.visitor(), secret, visit.vouched());
        renewal.check(before.isNews(visit.vouched()));
        if (before.isDone(visit.vouched())) {
            return true;
        }
        JoiningSql threads = new JoiningSql(tx, visit.store());
        List<Conversation> open = threads.lockOpen(before.customers());
        people.lock(before.customers(), secret);
        boolean isAsRead =
                Standing.read(people, people.holding(secret).orElse(null), secret, visit.vouched())
                                .equals(before)
                        && threads.openOf(before.customers())
                                .equals(open.stream().map(Conversation::id).toList());
        return isAsRead && settle(tx, visit, renewal, before, open);
    }

    private boolean settle(
            StoreTransaction tx,
            Visit visit,
            Renewal renewal,
            Standing before,
            List<Conversation> open) {
        PersonSql people = new PersonSql(tx, visit.store());
        Person visitor = before.visitor();
        CustomerId customer = before.customer(visit.vouched());
        if (customer == null) {
            customer = customers.welcome(tx, visit.store(), visit.vouched(), clock.instant());
        } else {
            people.vouch(customer, visit.vouched(), clock.instant());
        }
        if (visitor == null) {
            boolean isNew =
                    people.insertVisitor(renewal.secret(), visit.from(), customer, clock.instant());
            if (isNew) {
                renewal.renew(open);
            }
            joining.tellOfNames(tx, of(open, customer));
            return isNew;
        }
        VisitorSecret secret = renewal.renew(open);
        if (!visitor.id().equals(customer)) {
            people.giveVisitor(secret, customer);
            if (before.takesAlong(visit.vouched())) {
                joining.join(tx, visit.store(), visitor.id(), customer, open);
                return true;
            }
            of(open, visitor.id()).forEach(left -> joining.leave(tx, left));
        }
        joining.tellOfNames(tx, of(open, customer));
        return true;
    }

    private static List<Conversation> of(List<Conversation> open, CustomerId customer) {
        return open.stream().filter(thread -> thread.customer().equals(customer)).toList();
    }
}
