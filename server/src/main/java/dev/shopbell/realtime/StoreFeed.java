package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.platform.database.Database;
import dev.shopbell.presence.Presence;
import dev.shopbell.presence.PresenceChanged;
import dev.shopbell.store.StoreId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Delivers one store's changes to its readers on this node. There is a single way: whenever the
/// feed is heard to be further than what was delivered, everything in between is read from the
/// database and handed out, by one thread at a time. Being told of a commit only makes it sooner.
///
/// Who reads is looked up after the database was read: whoever joins later reads later, too.
final class StoreFeed implements FeedWatch.Listener {

    private static final Logger LOG = Logger.getLogger("shopbell.feed");

    private final StoreId store;
    private final Database database;
    private final FeedWatch watch;
    private final Presence presence;
    private final Comings comings;
    private final Signals signals;

    private final Set<StaffReader> staff = ConcurrentHashMap.newKeySet();
    private final Map<ConversationId, Set<ShopperReader>> shoppers = new ConcurrentHashMap<>();

    // Joining and leaving.
    private final ReentrantLock door = new ReentrantLock();
    private int readers;

    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean delivering = new AtomicBoolean();
    private volatile long delivered;

    StoreFeed(StoreId store, Database database, FeedWatch watch, Presence presence, Frames frames) {
        this.store = store;
        this.database = database;
        this.watch = watch;
        this.presence = presence;
        this.comings = new Comings(store, database, presence, frames);
        this.signals = new Signals(store, database, frames);
    }

    void join(StaffReader reader) {
        enter();
        staff.add(reader);
    }

    void leave(StaffReader reader) {
        if (staff.remove(reader)) {
            exit();
        }
    }

    void join(ShopperReader reader) {
        enter();
        shoppers.compute(
                reader.conversation(),
                (_, known) -> {
                    Set<ShopperReader> set = known == null ? ConcurrentHashMap.newKeySet(2) : known;
                    set.add(reader);
                    return set;
                });
    }

    void leave(ShopperReader reader) {
        boolean[] was = new boolean[1];
        shoppers.computeIfPresent(
                reader.conversation(),
                (_, set) -> {
                    was[0] = set.remove(reader);
                    return set.isEmpty() ? null : set;
                });
        if (was[0]) {
            exit();
        }
    }

    Set<StaffReader> staff() {
        return staff;
    }

    Stream<Reader> everybody() {
        return Stream.concat(staff.stream(), shoppers.values().stream().flatMap(Set::stream));
    }

    @Override
    public void reached(long feedSeq) {
        heard.accumulateAndGet(feedSeq, Math::max);
        deliverSoon();
    }

    void cameOrWent(PresenceChanged change) {
        if (!staff.isEmpty()) {
            comings.add(change);
            deliverSoon();
        }
    }

    void signal(Signal signal) {
        if (!staff.isEmpty()) {
            signals.add(signal);
            deliverSoon();
        }
    }

    /// The numbers heard so far count in a history that is over.
    void beginAgain() {
        begin(position());
    }

    /// The first reader fixes where delivery begins: nobody was owed anything before.
    private void enter() {
        if (!entered(null)) {
            boolean _ = entered(position());
        }
    }

    /// False when nobody reads yet, and it is not said from where. The lock is never held while the
    /// database is asked.
    private boolean entered(@Nullable Long from) {
        door.lock();
        try {
            if (readers == 0) {
                if (from == null) {
                    return false;
                }
                begin(from);
                watch.listen(store, this);
            }
            readers++;
            return true;
        } finally {
            door.unlock();
        }
    }

    private void exit() {
        door.lock();
        try {
            if (--readers == 0) {
                watch.stopListening(store, this);
            }
        } finally {
            door.unlock();
        }
    }

    private void begin(long from) {
        delivered = from;
        heard.set(from);
    }

    private long position() {
        return database.inStore(store, tx -> FeedSql.position(tx, store));
    }

    private boolean hasNews() {
        return heard.get() > delivered || comings.isWaiting() || signals.isWaiting();
    }

    private void deliverSoon() {
        if (hasNews() && delivering.compareAndSet(false, true)) {
            Thread.ofVirtual().name("feed").start(this::deliverAll);
        }
    }

    private void deliverAll() {
        boolean tryAgain = true;
        try {
            while (hasNews()) {
                deliverChanges();
                comings.tell(staff, this::telling);
                signals.tell(staff, this::shoppersOf, this::telling);
            }
        } catch (RuntimeException e) {
            // An outage: the comparison, once a second, begins again where delivery stopped.
            tryAgain = false;
            LOG.warnf("store=%s delivery stopped: %s", store.value(), e.toString());
        } finally {
            delivering.set(false);
        }
        if (tryAgain) {
            deliverSoon(); // what was heard between the last look and the flag
        }
    }

    private void deliverChanges() {
        long wanted = heard.get();
        long from = delivered;
        if (wanted <= from) {
            return;
        }
        StoreChanges changes =
                database.inStore(store, tx -> new StoreChangesSql(tx).after(store, from));
        staff.forEach(reader -> telling(reader, () -> reader.tell(changes)));
        changes.conversations().forEach(view -> tellShoppers(view.conversation().id(), changes));
        changes.erased().forEach(erased -> tellShoppers(erased.conversation(), changes));
        changes.accessChanges()
                .filter(conversation -> presence.isOnline(store, conversation))
                .forEach(conversation ->
                        comings.add(new PresenceChanged(store, conversation, null)));
        changes.accessChanges()
                .filter(conversation -> staff.stream().anyMatch(it -> it.views(conversation)))
                .forEach(conversation -> signals.add(new Signal.Viewing(conversation)));
        if (changes.feedSeq() > from) {
            delivered = changes.feedSeq();
        } else {
            // The database is not as far as was heard: another history. Nobody waits for it.
            heard.compareAndSet(wanted, from);
        }
    }

    private void tellShoppers(ConversationId conversation, StoreChanges changes) {
        shoppersOf(conversation).forEach(reader -> telling(reader, () -> reader.tell(changes)));
    }

    private Set<ShopperReader> shoppersOf(ConversationId conversation) {
        return shoppers.getOrDefault(conversation, Set.of());
    }

    /// What goes wrong with one reader is not to keep the others from hearing.
    private void telling(Reader reader, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "store=%s a reader cannot be told", store.value());
            reader.socket().end(Ending.INTERNAL);
        }
    }
}
