package dev.shopbell.attachment;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobStore;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Deletes what was uploaded and not sent for a day, and bytes that belong to nothing. Each upload
/// schedules it for its store, once for all uploads of the same hour.
@Singleton
public final class SweepAttachments implements Job<SweepAttachments.Due> {

    static final Duration WAITS = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger("shopbell.upload");
    private static final int AT_ONCE = 100;

    /// Whose uploads are looked through.
    public record Due(UUID store) {}

    private final Jobs jobs;
    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;

    SweepAttachments(Jobs jobs, Database database, BlobStore blobs, InstantSource clock) {
        this.jobs = jobs;
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// Has what was uploaded at a moment looked at when it has waited long enough.
    void scheduleAfter(StoreTransaction tx, StoreId store, Instant uploaded) {
        Instant due = uploaded.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS).plus(WAITS);
        jobs.schedule(tx.handle(), this, store.value() + "/" + due, new Due(store.value()), due);
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
        int swept = sweepPending(store, moment);
        int orphans = sweepBlobs(store, moment);
        LOG.infof("swept uploads=%d blobs=%d", swept, orphans);
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

    private int sweepBlobs(StoreId store, Instant moment) {
        int orphans = 0;
        List<BlobId> page = page(store, moment, List.of());
        while (!page.isEmpty()) {
            List<BlobId> looked = page;
            orphans += database.inStore(store, tx -> sweepBlobs(tx, store, looked));
            page = page(store, moment, looked);
        }
        return orphans;
    }

    private int sweepBlobs(StoreTransaction tx, StoreId store, List<BlobId> page) {
        List<BlobId> unknown = new SweepSql(tx, store).unknownAmong(page);
        blobs.delete(tx, store, unknown);
        return unknown.size();
    }

    private List<BlobId> page(StoreId store, Instant moment, List<BlobId> before) {
        return database.inStore(
                store,
                tx ->
                        blobs.putBefore(
                                tx,
                                store,
                                Uploads.BLOBS,
                                moment,
                                before.isEmpty() ? null : before.getLast(),
                                AT_ONCE));
    }
}
