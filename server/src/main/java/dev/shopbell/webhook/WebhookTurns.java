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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Looks every second, and whenever a turn ends while others wait, which webhooks have something to
/// hear or to send, and gives each a turn on a thread of its own. They are many and receivers may
/// take long, so they have nothing to do with the few who do jobs. Nothing rests on this node: what
/// is to be sent is in the log, and how far a webhook is in its row.
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
    private final Set<Due> having = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean othersWait;
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

    /// What was sent, or not, is kept for a month; a secret that ended, no longer.
    void forget() {
        Instant now = clock.instant();
        for (StoreId store : stores.all()) {
            int _ =
                    database.inStore(
                            store,
                            tx ->
                                    new WebhookSql(tx, store).forgetSecrets(now)
                                            + DeliverySql.forgetBefore(tx, store, now.minus(KEPT)));
        }
    }

    /// One look at a time, on whichever thread.
    private void look() {
        if (!isEnding && looking.compareAndSet(false, true)) {
            try {
                giveTurns();
            } finally {
                looking.set(false);
            }
        }
    }

    private void giveTurns() {
        int room = free.availablePermits();
        // Those that have a turn are not due again.
        List<Due> all =
                room == 0
                        ? List.of()
                        : database.acrossStores(tx -> TurnSql.due(tx, clock.instant(), room));
        othersWait = all.size() == room;
        for (Due due : all) {
            if (having.add(due)) {
                free.acquireUninterruptibly(); // nobody else takes any
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
            having.remove(due);
            free.release();
        }
        if (othersWait) {
            lookForOthers();
        }
    }

    private void lookForOthers() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debugf("the next look is a second away: %s", e.toString());
        }
    }
}
