package dev.shopbell.attachment;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Has every store swept ([SweepAttachments]) four times a day, whether anybody uploads anything or
/// not. Each has its own moment of the six hours, so that not all of them are at it at once.
///
/// Every node sees to it; that a sweep is scheduled already is seen by its key.
@Singleton
public final class Sweeps {

    private static final Duration LOOKED_AFTER_EVERY = Duration.ofHours(1);
    private static final long SECONDS_BETWEEN = Duration.ofHours(6).toSeconds();

    private final Ticker ticker;
    private final Jobs jobs;
    private final SweepAttachments sweep;
    private final Stores stores;
    private final Database database;
    private final InstantSource clock;

    Sweeps(
            Ticker ticker,
            Jobs jobs,
            SweepAttachments sweep,
            Stores stores,
            Database database,
            InstantSource clock) {
        this.ticker = ticker;
        this.jobs = jobs;
        this.sweep = sweep;
        this.stores = stores;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        ticker.every(LOOKED_AFTER_EVERY, "sweeps", this::schedule);
    }

    /// The next one of each store. Safe to repeat.
    public void schedule() {
        for (StoreId store : stores.all()) {
            boolean _ =
                    database.inStore(
                            store,
                            tx -> {
                                Instant due = next(store, clock.instant());
                                jobs.schedule(
                                        tx.handle(),
                                        sweep,
                                        store.value() + "/" + due,
                                        new SweepAttachments.Due(store.value()),
                                        due);
                                return true;
                            });
        }
    }

    /// Where the store's own moment of the next six hours is.
    private static Instant next(StoreId store, Instant now) {
        long begun = now.getEpochSecond() / SECONDS_BETWEEN + 1;
        long own = Math.floorMod(store.value().hashCode(), SECONDS_BETWEEN);
        return Instant.ofEpochSecond(begun * SECONDS_BETWEEN + own);
    }
}
