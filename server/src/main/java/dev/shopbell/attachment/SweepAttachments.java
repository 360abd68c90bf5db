package dev.shopbell.attachment;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobStore;
import dev.shopbell.platform.blob.BlobSweep;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Deletes what was uploaded to a store and not sent for a day, and bytes that have belonged to
/// nothing for as long. [Sweeps] sees to it that it is done again and again.
@Singleton
public final class SweepAttachments implements Job<SweepAttachments.Due> {

    private static final Duration WAITS = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger("shopbell.upload");
    private static final int AT_ONCE = 100;

    /// Whose uploads are looked through.
    public record Due(UUID store) {}

    private final Database database;
    private final BlobStore blobs;
    private final BlobSweep leftOver;
    private final InstantSource clock;

    SweepAttachments(Database database, BlobStore blobs, BlobSweep leftOver, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.leftOver = leftOver;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachment.sweep";
    }

    @Override
    public Class<Due> data() {
        return Due.class;
    }

    @Override
    public void run(Due due) {
        StoreId store = new StoreId(due.store());
        Instant moment = clock.instant().minus(WAITS);
        int pending = sweepPending(store, moment);
        int bytes = leftOver.sweep(store, moment);
        LOG.infof("swept uploads=%d blobs=%d", pending, bytes);
    }

    private int sweepPending(StoreId store, Instant moment) {
        int swept = 0;
        int last;
        do {
            last = database.inStore(store, tx -> sweepPending(tx, store, moment));
            swept += last;
        } while (last == AT_ONCE);
        return swept;
    }

    private int sweepPending(StoreTransaction tx, StoreId store, Instant moment) {
        List<List<BlobId>> old = new SweepSql(tx, store).deletePendingSince(moment, AT_ONCE);
        blobs.delete(tx, store, old.stream().flatMap(List::stream).toList());
        return old.size();
    }
}
