package dev.shopbell.attachment;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobKeeper;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import jakarta.inject.Singleton;
import java.util.List;

/// Which bytes belong to attachments.
@Singleton
final class AttachmentBlobs implements BlobKeeper {

    @Override
    public String keptFor() {
        return Uploads.BLOBS;
    }

    @Override
    public List<BlobId> unknownAmong(StoreTransaction tx, Tenant store, List<BlobId> blobs) {
        return new SweepSql(tx, store).unknownAmong(blobs);
    }
}
