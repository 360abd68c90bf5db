package dev.shopbell.erasure;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What an erasure leaves so that others hear of it: the bare ids of conversations, for inboxes
/// that show them, and by what their mails are recognised when they come again. It goes after
/// thirty days. Every node sees to it.
@Singleton
final class Tombstones {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LOOKED_AFTER_EVERY = Duration.ofHours(1);

    private final Database database;
    private final Stores stores;
    private final InstantSource clock;

    Tombstones(Database database, Stores stores, InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(LOOKED_AFTER_EVERY, "tombstones", this::remove);
    }

    void remove() {
        Instant moment = clock.instant().minus(KEPT);
        for (StoreId store : stores.all()) {
            int _ =
                    database.inStore(
                            store, tx -> new ErasureSql(tx, store).forgetGoneBefore(moment));
        }
    }
}
