package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.platform.database.Database;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Delivers one store's changes to its readers on this node. There is a single way: whenever the
/// feed is heard to be further than what was delivered, everything in between is read from the
/// database and handed out, by one thread at a time. Being told of a commit only makes it sooner.
final class StoreFeed implements FeedWatch.Listener {

    private static final Logger LOG = Logger.getLogger("shopbell.feed");

    private final StoreId store;
    private final Database database;
    private final FeedWatch watch;
    private final Consumer<StoreChanges> beforeDelivery;

    private final Set<StaffReader> staff = ConcurrentHashMap.newKeySet();
    private final Map<ConversationId, Set<ShopperReader>> shoppers = new ConcurrentHashMap<>();

    // Joining and leaving; held while the first reader's starting point is read.
    private final ReentrantLock door = new ReentrantLock();
    private int readers;

    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean delivering = new AtomicBoolean();
    private volatile long delivered;

    StoreFeed(
            StoreId store,
            Database database,
            FeedWatch watch,
            Consumer<StoreChanges> beforeDelivery) {
        this.store = store;
        this.database = database;
        this.watch = watch;
        this.beforeDelivery = beforeDelivery;
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

    @Override
    public void reached(long feedSeq) {
        heard.accumulateAndGet(feedSeq, Math::max);
        deliverSoon();
    }

    /// The first reader fixes where delivery begins: nobody was owed anything before.
    private void enter() {
        door.lock();
        try {
            if (readers == 0) {
                delivered = database.inStore(store, tx -> FeedSql.position(tx, store));
                watch.listen(store, this);
            }
            readers++;
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

    private void deliverSoon() {
        if (heard.get() > delivered && delivering.compareAndSet(false, true)) {
            Thread.ofVirtual().name("feed").start(this::deliverAll);
        }
    }

    private void deliverAll() {
        boolean tryAgain = true;
        try {
            while (heard.get() > delivered) {
                deliver();
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

    private void deliver() {
        List<UUID> readingStaff =
                staff.stream().map(reader -> reader.member().staff().value()).distinct().toList();
        StoreChanges changes =
                database.inStore(
                        store, tx -> new StoreChangesSql(tx).after(store, delivered, readingStaff));
        beforeDelivery.accept(changes);
        staff.forEach(reader -> reader.tell(changes));
        changes.conversations().forEach(view -> tellShoppers(view.conversation().id(), changes));
        delivered = Math.max(delivered, changes.feedSeq());
    }

    private void tellShoppers(ConversationId conversation, StoreChanges changes) {
        Set<ShopperReader> readers = shoppers.get(conversation);
        if (readers != null) {
            readers.forEach(reader -> reader.tell(changes));
        }
    }
}
