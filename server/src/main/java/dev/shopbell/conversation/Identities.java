package dev.shopbell.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.Customers;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.Person;
import dev.shopbell.customer.PersonSql;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.customer.Vouched;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
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
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    Identities(
            Database database,
            Customers customers,
            Ids ids,
            InstantSource clock,
            ObjectMapper json) {
        this.database = database;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// Safe to repeat.
    public void identify(StoreId store, VisitorSecret secret, NetworkTrace from, Vouched vouched) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            if (database.inStore(
                    store, tx -> identify(tx, new Visit(store, secret, from, vouched)))) {
                return;
            }
        }
        throw new IllegalStateException("a visitor does not stay who they are");
    }

    private record Visit(StoreId store, VisitorSecret secret, NetworkTrace from, Vouched vouched) {}

    /// Who is concerned, read before they are locked and again after that.
    private record Standing(@Nullable Person visitor, @Nullable Person signedIn) {

        static Standing read(PersonSql people, Visit visit) {
            return new Standing(
                    people.holding(visit.secret()).orElse(null),
                    people.signedIn(visit.vouched().shopCustomer()).orElse(null));
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

        /// Whether what the visitor did before is the customer's.
        boolean takesAlong(Vouched vouched) {
            return visitor != null && visitor.mayBe(vouched);
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
        Standing before = Standing.read(people, visit);
        if (before.isDone(visit.vouched())) {
            return true;
        }
        JoiningSql threads = new JoiningSql(tx, visit.store());
        List<Conversation> open = threads.lockOpen(before.customers());
        people.lock(before.customers(), visit.secret());
        boolean isAsRead =
                Standing.read(people, visit).equals(before)
                        && threads.openOf(before.customers())
                                .equals(open.stream().map(Conversation::id).toList());
        return isAsRead && settle(tx, visit, before, open);
    }

    private boolean settle(
            StoreTransaction tx, Visit visit, Standing before, List<Conversation> open) {
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
                    people.insertVisitor(visit.secret(), visit.from(), customer, clock.instant());
            tellOfNames(tx, of(open, customer));
            return isNew;
        }
        if (!visitor.id().equals(customer)) {
            people.giveVisitor(visit.secret(), customer);
            if (before.takesAlong(visit.vouched())) {
                join(tx, visit.store(), visitor.id(), customer, open);
                return true;
            }
            of(open, visitor.id()).forEach(left -> saveQuietly(tx, left, left.withVisitorGone()));
        }
        tellOfNames(tx, of(open, customer));
        return true;
    }

    private static List<Conversation> of(List<Conversation> open, CustomerId customer) {
        return open.stream().filter(thread -> thread.customer().equals(customer)).toList();
    }

    /// All threads are the customer's now; of two open ones the older is closed.
    private void join(
            StoreTransaction tx,
            StoreId store,
            CustomerId from,
            CustomerId to,
            List<Conversation> open) {
        JoiningSql sql = new JoiningSql(tx, store);
        if (open.size() == 2) {
            List<Conversation> byAge =
                    open.stream()
                            .sorted(
                                    Comparator.comparing(Conversation::lastActivityAt)
                                            .thenComparing(thread -> thread.id().value()))
                            .toList();
            close(tx, sql, byAge.getFirst(), byAge.getLast());
            sql.give(from, to);
        } else {
            sql.give(from, to);
            tellOfNames(tx, open);
        }
    }

    /// What was owed in the older one is owed in the newer; whoever was blocked stays blocked.
    private void close(
            StoreTransaction tx, JoiningSql sql, Conversation older, Conversation newer) {
        boolean isBlocked = older.isBlocked() && !newer.isBlocked();
        if (isBlocked) {
            sql.moveBlock(older, newer);
        }
        HandlingSql handling = new HandlingSql(tx);
        var _ =
                handling.save(
                        older.closed(), line(new ThreadEvent.Continued()), HandlingSql.Dots.KEPT);
        sql.close(older, newer);
        Conversation next = newer.continuing();
        boolean reopens =
                older.status() == Status.UNRESOLVED
                        && newer.status() == Status.RESOLVED
                        && !newer.isBlocked();
        if (isBlocked) {
            Conversation blocked = newer.handled(newer.handling().withSenderBlocked()).continuing();
            Handlings.announce(
                    tx,
                    blocked,
                    handling.save(blocked, line(new ThreadEvent.Blocked()), HandlingSql.Dots.KEPT));
        } else if (reopens) {
            Conversation owed =
                    newer.handled(newer.handling().with(Status.UNRESOLVED)).continuing();
            Handlings.announce(
                    tx,
                    owed,
                    handling.save(
                            owed, line(new ThreadEvent.Reopened(null)), HandlingSql.Dots.KEPT));
        } else {
            Handlings.announce(tx, next, handling.saveVersion(next));
        }
    }

    private HandlingSql.Line line(ThreadEvent event) {
        try {
            String written = json.writerFor(ThreadEvent.class).writeValueAsString(event);
            return new HandlingSql.Line(ids.next(), null, written, clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lists and headers show who writes.
    private void tellOfNames(StoreTransaction tx, List<Conversation> threads) {
        threads.forEach(thread -> {
            Conversation changed = thread.handledQuietly(thread.handling());
            Handlings.announce(tx, changed, new HandlingSql(tx).saveVersion(changed));
        });
    }

    private void saveQuietly(StoreTransaction tx, Conversation left, Conversation changed) {
        new JoiningSql(tx, left.store()).countVisitorChange(left);
        Handlings.announce(tx, changed, new HandlingSql(tx).saveVersion(changed));
    }
}
