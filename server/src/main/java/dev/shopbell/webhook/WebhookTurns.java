package dev.shopbell.webhook;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import dev.shopbell.webhook.TurnSql.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Looks every second which webhooks have something to hear or to send, and gives each a turn on a
/// thread of its own. They are many and receivers may take long, so they have nothing to do with
/// the few who do jobs. Nothing rests on this node: what is to be sent is in the log, and how far a
/// webhook is in its row.
@Singleton
final class WebhookTurns {

    private static final Logger LOG = Logger.getLogger("shopbell.webhook");
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 32;

    private final Ticker ticker;
    private final Database database;
    private final WebhookTurn turn;
    private final Stores stores;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<WebhookId> having = ConcurrentHashMap.newKeySet();
    private volatile boolean isEnding;

    WebhookTurns(
            Ticker ticker,
            Database database,
            WebhookTurn turn,
            Stores stores,
            InstantSource clock) {
        this.ticker = ticker;
        this.database = database;
        this.turn = turn;
        this.stores = stores;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        ticker.every(LOOKED_EVERY, "webhooks", this::look);
        ticker.every(FORGOTTEN_EVERY, "webhook log", this::forget);
    }

    /// What is under way is broken off, and done again by whoever comes after.
    void stop(@Observes ShutdownEvent ending) {
        isEnding = true;
    }

    /// What was sent, or not, is kept for a month.
    void forget() {
        Instant moment = clock.instant().minus(KEPT);
        for (StoreId store : stores.all()) {
            int _ = database.inStore(store, tx -> DeliverySql.forgetBefore(tx, store, moment));
        }
    }

    private void look() {
        int room = free.availablePermits();
        if (room == 0 || isEnding) {
            return;
        }
        // Those that have a turn are not due again.
        for (Due due : database.acrossStores(tx -> TurnSql.due(tx, clock.instant(), room))) {
            if (having.add(due.webhook())) {
                free.acquireUninterruptibly();
                Thread.ofVirtual().name("webhook").start(() -> run(due));
            }
        }
    }

    private void run(Due due) {
        try {
            turn.take(due.store(), due.webhook(), () -> !isEnding);
        } catch (RuntimeException e) {
            LOG.warnf("webhook=%s turn failed: %s", due.webhook().value(), e.toString());
        } finally {
            having.remove(due.webhook());
            free.release();
        }
    }
}
