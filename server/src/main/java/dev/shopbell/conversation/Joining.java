package dev.shopbell.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// What becomes of threads whose customers turn out to be one, or whose browser becomes somebody
/// else's. The caller has locked threads and customers.
/// `docs/adr/0011-who-somebody-is-comes-signed.md`
@Singleton
final class Joining {

    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    Joining(Ids ids, InstantSource clock, ObjectMapper json) {
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// All threads are the customer's now; of two open ones the older is closed.
    void join(
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
            byAge.forEach(thread -> tellOfWriter(tx, thread));
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

    /// Lists and headers show who writes, and profiles who that is.
    void tellOfNames(StoreTransaction tx, List<Conversation> threads) {
        threads.forEach(thread -> {
            tellOfWriter(tx, thread);
            Conversation changed = thread.handledQuietly(thread.handling());
            Handlings.announce(tx, changed, new HandlingSql(tx).saveVersion(changed));
        });
    }

    private static void tellOfWriter(StoreTransaction tx, Conversation thread) {
        tx.announce(new WriterChanged(thread.store(), thread.id()));
    }

    /// A browser reads this thread no more.
    void leave(StoreTransaction tx, Conversation left) {
        Conversation changed = left.withVisitorGone();
        new JoiningSql(tx, left.store()).countVisitorChange(left);
        Handlings.announce(tx, changed, new HandlingSql(tx).saveVersion(changed));
    }
}
