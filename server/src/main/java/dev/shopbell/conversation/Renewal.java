package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.customer.Person;
import dev.shopbell.customer.PersonSql;
import dev.shopbell.customer.SecretSql;
import dev.shopbell.customer.ShownSecret;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A browser that shows a proof of whose it is, and goes on with a new secret once that takes
/// effect: whoever had copied the one before is nobody then.
/// `docs/adr/0018-a-proof-renews-the-secret.md`
///
/// @param secret the one that is alive: the shown one, or the next one, if this was done before
/// @param visitor whose browser it is
record Renewal(
        StoreTransaction tx,
        StoreId store,
        ShownSecret shown,
        VisitorSecret secret,
        @Nullable Person visitor) {

    /// Refuses a secret in whose place another came than the one it names.
    static Renewal read(StoreTransaction tx, StoreId store, ShownSecret shown) {
        PersonSql people = new PersonSql(tx, store);
        Person visitor = people.holding(shown.secret()).orElse(null);
        VisitorSecret next = shown.next();
        SecretSql secrets = new SecretSql(tx, store);
        if (visitor == null && next != null && secrets.isReplacedBy(shown.secret(), next)) {
            return new Renewal(tx, store, shown, next, people.holding(next).orElse(null));
        }
        if (visitor == null) {
            secrets.check(shown.secret());
        }
        return new Renewal(tx, store, shown, shown.secret(), visitor);
    }

    private boolean isDone() {
        return secret.equals(shown.next());
    }

    /// Refuses a browser that has drawn no next secret where it needs one, and one that has where
    /// it needs none: it goes on with the next one if, and only if, it is not refused.
    ///
    /// @param isNews whether the proof makes the browser somebody's whom it was not known to be
    void check(boolean isNews) {
        boolean offers = shown.next() != null && !isDone();
        if (isNews && shown.renews() && !offers) {
            throw new RefusedException(CustomerRefusal.NEXT_SECRET_NEEDED);
        }
        if (!isNews && offers) {
            throw new RefusedException(CustomerRefusal.NEXT_SECRET_UNNEEDED);
        }
    }

    /// The secret that is alive once it was renewed.
    VisitorSecret last() {
        return shown.next() == null ? secret : shown.next();
    }

    /// The secret that is alive from now on; the caller has locked the visitor and these threads,
    /// and tells of them. Whoever reads them says hello again.
    VisitorSecret renew(List<Conversation> open) {
        VisitorSecret next = last();
        if (next.equals(secret)) {
            return secret;
        }
        SecretSql secrets = new SecretSql(tx, store);
        if (!secrets.insertNext(secret, next)) {
            throw new RefusedException(CustomerRefusal.NEXT_SECRET_TAKEN);
        }
        secrets.replace(secret, next);
        JoiningSql threads = new JoiningSql(tx, store);
        List<Conversation> read =
                open.stream()
                        .filter(thread -> visitor != null && thread.customer().equals(visitor.id()))
                        .toList();
        if (read.isEmpty()) {
            threads.passFirstFiles(secret, next);
        }
        read.forEach(threads::countVisitorChange);
        return next;
    }
}
