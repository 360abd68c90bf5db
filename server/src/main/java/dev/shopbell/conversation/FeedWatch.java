package dev.shopbell.conversation;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.store.StoreId;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells this node's listeners how far a store's feed has come: at once when a transaction of this
/// node committed, and once a second by comparing with the database, so that nothing depends on
/// having been told. A listener may hear a number twice, or a later one only.
@Singleton
public final class FeedWatch {

    /// Hears that the feed has reached a number. Must not block.
    @FunctionalInterface
    public interface Listener {
        void reached(long feedSeq);
    }

    private static final Duration COMPARED_EVERY = Duration.ofSeconds(1);

    private final Database database;
    private final boolean announces;
    private final Map<StoreId, Set<Listener>> listeners = new ConcurrentHashMap<>();

    // Requests that wait for news. When the server stops they are answered with what there is.
    private final Set<CountDownLatch> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /// `announces` off makes this node deaf to its own commits: only the comparison is left.
    FeedWatch(
            Database database,
            @ConfigProperty(name = "shopbell.announce", defaultValue = "true") boolean announces) {
        this.database = database;
        this.announces = announces;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(COMPARED_EVERY, "feed-comparison", this::compare);
    }

    void committed(@Observes FeedAdvanced advanced) {
        if (announces) {
            tell(advanced.store(), advanced.feedSeq());
        }
    }

    public void listen(StoreId store, Listener listener) {
        listeners.compute(
                store,
                (_, known) -> {
                    Set<Listener> set = known == null ? ConcurrentHashMap.newKeySet() : known;
                    set.add(listener);
                    return set;
                });
    }

    public void stopListening(StoreId store, Listener listener) {
        listeners.computeIfPresent(
                store,
                (_, set) -> {
                    set.remove(listener);
                    return set.isEmpty() ? null : set;
                });
    }

    /// Waits until something happens in the store's feed after the given number that was read from
    /// the database, at most this long. May return early. False when nothing more is to be waited
    /// for, because the server stops.
    public boolean await(StoreId store, long after, Duration atMost) throws InterruptedException {
        CountDownLatch news = new CountDownLatch(1);
        Listener listener =
                feedSeq -> {
                    if (feedSeq > after) {
                        news.countDown();
                    }
                };
        waits.add(news);
        listen(store, listener);
        try {
            if (!stopping) {
                boolean _ = news.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
            return !stopping;
        } finally {
            stopListening(store, listener);
            waits.remove(news);
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        waits.forEach(CountDownLatch::countDown);
    }

    private void compare() {
        List<UUID> watched = listeners.keySet().stream().map(StoreId::value).toList();
        if (watched.isEmpty()) {
            return;
        }
        Map<StoreId, Long> positions = database.acrossStores(tx -> FeedSql.positions(tx, watched));
        positions.forEach(this::tell);
    }

    private void tell(StoreId store, long feedSeq) {
        listeners.getOrDefault(store, Set.of()).forEach(listener -> listener.reached(feedSeq));
    }
}
