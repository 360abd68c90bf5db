package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deletes the blobs that belong to nothing any more, of whatever feature and wherever they are.
@Singleton
public final class BlobSweep {

    private static final int AT_ONCE = 100;

    private final Database database;
    private final BlobStore blobs;
    private final Iterable<BlobKeeper> keepers;

    @Inject
    BlobSweep(Database database, BlobStore blobs, @Any Instance<BlobKeeper> keepers) {
        this(database, blobs, (Iterable<BlobKeeper>) keepers);
    }

    BlobSweep(Database database, BlobStore blobs, Iterable<BlobKeeper> keepers) {
        this.database = database;
        this.blobs = blobs;
        this.keepers = keepers;
    }

    /// Looks at those that were put before a moment: what belongs to them may come a little later
    /// than they do. Says how many it deleted.
    public int sweep(Tenant store, Instant moment) {
        int swept = 0;
        for (BlobKeeper keeper : keepers) {
            swept += sweep(store, moment, keeper);
        }
        return swept;
    }

    private int sweep(Tenant store, Instant moment, BlobKeeper keeper) {
        int swept = 0;
        List<BlobId> page = page(store, moment, keeper, null);
        while (!page.isEmpty()) {
            List<BlobId> looked = page;
            swept += database.inStore(store, tx -> sweep(tx, store, keeper, looked));
            page = page(store, moment, keeper, looked.getLast());
        }
        return swept;
    }

    private int sweep(StoreTransaction tx, Tenant store, BlobKeeper keeper, List<BlobId> page) {
        List<BlobId> unknown = keeper.unknownAmong(tx, store, page);
        blobs.delete(tx, store, unknown);
        return unknown.size();
    }

    private List<BlobId> page(
            Tenant store, Instant moment, BlobKeeper keeper, @Nullable BlobId after) {
        return database.inStore(
                store, tx -> blobs.putBefore(tx, store, keeper.keptFor(), moment, after, AT_ONCE));
    }
}
