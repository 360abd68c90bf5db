package dev.shopbell.conversation;

import dev.shopbell.conversation.ConfirmationSql.Claim;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.Customers;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.Person;
import dev.shopbell.customer.PersonSql;
import dev.shopbell.customer.ShownSecret;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.installation.WebOrigin;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Links in mails, by which somebody proves to read what is sent to an address. What is proven is
/// proven of the browser that pressed the link, and of no other: the thread that a mail is about
/// may be somebody's who only typed the address. `docs/adr/0017-a-link-proves-an-address.md`
@Singleton
public final class Confirmations {

    private static final Duration LINK_LASTS = Duration.ofHours(24);
    private static final Duration CLAIM_LASTS = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 5;

    private final Database database;
    private final Customers customers;
    private final Joining joining;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Confirmations(Database database, Customers customers, Joining joining, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.joining = joining;
        this.clock = clock;
    }

    /// What came of showing a claim.
    ///
    /// @param confirmed false while whoever holds the browser has to say that the address is theirs
    public record Confirmation(EmailAddress email, boolean confirmed) {}

    /// Draws what the link ends with in a mail to this address.
    public String draw(StoreTransaction tx, Conversation conversation, EmailAddress recipient) {
        String link = RandomToken.draw(random);
        new ConfirmationSql(tx, conversation.store())
                .insert(link, conversation.id(), recipient, clock.instant().plus(LINK_LASTS));
        return link;
    }

    void forgetEnded(StoreId store) {
        Instant moment = clock.instant().minus(CLAIM_LASTS);
        int _ =
                database.inStore(
                        store, tx -> new ConfirmationSql(tx, store).deleteEndedBefore(moment));
    }

    /// Uses a link: the page of the shop, and in its fragment the claim that the browser shows
    /// there. Empty when the link does not work any more, or never did. Until a browser is
    /// confirmed by it, pressing it again soon (a second click, a lost answer) draws another claim
    /// in place of the one before.
    public Optional<String> press(Store store, String link) {
        if (!RandomToken.isOne(link) || store.origins().isEmpty()) {
            return Optional.empty();
        }
        String claim = RandomToken.draw(random);
        return database.inStore(
                store.id(),
                tx -> {
                    ConfirmationSql sql = new ConfirmationSql(tx, store.id());
                    return sql.use(link, claim, clock.instant(), CLAIM_LASTS)
                            .map(about -> originOf(store, sql.lastPage(about).orElse("")))
                            .map(origin -> origin + "/#shopbell:" + claim);
                });
    }

    /// Of the page they were on no more than the store's own origin: its path is what a browser
    /// told, and may be a page that leads on to somebody else's.
    private static String originOf(Store store, String page) {
        return WebOrigin.parse(page)
                .map(WebOrigin::value)
                .filter(store.origins()::contains)
                .orElse(store.origins().getFirst());
    }

    /// Makes this browser that of whoever has the address. Safe to repeat. A claim that comes in a
    /// link may be somebody else's, who wants to read what is written here: unless this browser
    /// gave the same address, whoever holds it has to agree. A browser that becomes somebody's goes
    /// on with its next secret, if it renews it.
    public Confirmation confirm(
            StoreId store, ShownSecret shown, NetworkTrace from, String claim, boolean agreed) {
        if (!RandomToken.isOne(claim)) {
            throw over();
        }
        Visit visit = new Visit(store, shown, from, claim, agreed);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Confirmation> done = database.inStore(store, tx -> confirm(tx, visit));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new IllegalStateException("a visitor does not stay who they are");
    }

    private record Visit(
            StoreId store, ShownSecret shown, NetworkTrace from, String claim, boolean agreed) {}

    /// Who is concerned, read before they are locked and again after that.
    private record Standing(
            EmailAddress email,
            @Nullable Person visitor,
            @Nullable Person owner,
            boolean isShared) {

        static Standing read(
                PersonSql people,
                EmailAddress email,
                @Nullable Person visitor,
                VisitorSecret secret) {
            return new Standing(
                    email,
                    visitor,
                    people.having(email).orElse(null),
                    visitor != null && people.isHeldByAnother(visitor.id(), secret));
        }

        List<CustomerId> customers() {
            return Stream.concat(Stream.ofNullable(visitor), Stream.ofNullable(owner))
                    .map(Person::id)
                    .distinct()
                    .toList();
        }

        /// Whether this browser gave the address itself.
        boolean isExpected() {
            return visitor != null && visitor.isAt(email.value());
        }

        /// Whether the browser is somebody's whom it was not known to be. Whom the store vouches
        /// for is known.
        boolean isNews() {
            return visitor == null || !(visitor.isVouchedFor() || visitor.equals(owner));
        }

        /// Whether what the visitor did before is that of whoever has the address.
        boolean takesAlong() {
            return visitor != null && visitor.mayHave(email) && !isShared;
        }
    }

    /// Empty when somebody who was not locked yet has changed meanwhile: the caller's transaction
    /// has to begin again. Locks in one order, as [Identities] has it; the claim after them.
    private Optional<Confirmation> confirm(StoreTransaction tx, Visit visit) {
        ConfirmationSql sql = new ConfirmationSql(tx, visit.store());
        Instant usedAfter = clock.instant().minus(CLAIM_LASTS);
        EmailAddress email =
                sql.find(visit.claim(), usedAfter).orElseThrow(Confirmations::over).email();
        PersonSql people = new PersonSql(tx, visit.store());
        people.lock(email);
        Renewal renewal = Renewal.read(tx, visit.store(), visit.shown());
        VisitorSecret secret = renewal.secret();
        Standing before = Standing.read(people, email, renewal.visitor(), secret);
        JoiningSql threads = new JoiningSql(tx, visit.store());
        List<Conversation> open = threads.lockOpen(before.customers());
        people.lock(before.customers(), secret);
        Claim claim = sql.lock(visit.claim(), usedAfter).orElseThrow(Confirmations::over);
        if (claim.isTakenBy(secret)) {
            renewal.check(false);
            return Optional.of(new Confirmation(email, true));
        }
        if (!claim.isFree()) {
            throw over();
        }
        boolean isAsRead =
                Standing.read(people, email, people.holding(secret).orElse(null), secret)
                                .equals(before)
                        && threads.openOf(before.customers())
                                .equals(open.stream().map(Conversation::id).toList());
        if (!isAsRead) {
            return Optional.empty();
        }
        check(before, open);
        if (!before.isExpected() && !visit.agreed()) {
            return Optional.of(new Confirmation(email, false));
        }
        renewal.check(before.isNews());
        if (!settle(tx, visit, renewal, before, open)) {
            return Optional.empty();
        }
        sql.take(visit.claim(), renewal.last());
        return Optional.of(new Confirmation(email, true));
    }

    /// A browser that the store says is somebody's stays theirs, and nobody leaves a thread in
    /// which they are blocked.
    private static void check(Standing before, List<Conversation> open) {
        Person visitor = before.visitor();
        if (visitor == null || visitor.equals(before.owner())) {
            return;
        }
        boolean isAnothers =
                visitor.isVouchedFor()
                        && !(before.isExpected()
                                && (visitor.emailVerified() || !visitor.emailVouched()));
        boolean leavesBlock =
                !visitor.isVouchedFor()
                        && !before.takesAlong()
                        && of(open, visitor).anyMatch(Conversation::isBlocked);
        if (isAnothers || leavesBlock) {
            throw new RefusedException(ConfirmationRefusal.CONFIRMATION_OF_ANOTHER);
        }
    }

    /// False when the browser became somebody's just now.
    private boolean settle(
            StoreTransaction tx,
            Visit visit,
            Renewal renewal,
            Standing before,
            List<Conversation> open) {
        PersonSql people = new PersonSql(tx, visit.store());
        Person visitor = before.visitor();
        Person owner = before.owner();
        Instant now = clock.instant();
        if (visitor == null) {
            boolean isNew =
                    people.insertVisitor(
                            renewal.secret(),
                            visit.from(),
                            ownerOf(tx, visit.store(), before),
                            now);
            if (isNew) {
                renewal.renew(open);
            }
            return isNew;
        }
        if (!before.isNews()) {
            confirmAddress(tx, people, visitor, open);
            return true;
        }
        VisitorSecret secret = renewal.renew(open);
        if (!before.takesAlong()) {
            people.giveVisitor(secret, ownerOf(tx, visit.store(), before));
            of(open, visitor).forEach(left -> joining.leave(tx, left));
        } else if (owner == null) {
            people.prove(visitor.id(), before.email(), now);
            joining.tellOfNames(tx, open);
        } else {
            people.giveVisitor(secret, owner.id());
            joining.join(tx, visit.store(), visitor.id(), owner.id(), open);
        }
        return true;
    }

    private void confirmAddress(
            StoreTransaction tx, PersonSql people, Person visitor, List<Conversation> open) {
        if (visitor.isVouchedFor() && !visitor.emailVerified()) {
            people.confirmAddress(visitor.id(), clock.instant());
            joining.tellOfNames(tx, open);
        }
    }

    private CustomerId ownerOf(StoreTransaction tx, StoreId store, Standing before) {
        Person owner = before.owner();
        return owner == null
                ? customers.welcome(tx, store, before.email(), clock.instant())
                : owner.id();
    }

    private static Stream<Conversation> of(List<Conversation> open, Person customer) {
        return open.stream().filter(thread -> thread.customer().equals(customer.id()));
    }

    private static RefusedException over() {
        return new RefusedException(ConfirmationRefusal.CONFIRMATION_OVER);
    }
}
