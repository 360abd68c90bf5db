package dev.shopbell.message.quickreply;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobKeeper;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import jakarta.inject.Singleton;
import java.util.List;

/// Which bytes belong to pictures of quick replies.
@Singleton
final class PictureBlobs implements BlobKeeper {

    @Override
    public String keptFor() {
        return QuickReplyPictures.BLOBS;
    }

    @Override
    public List<BlobId> unknownAmong(StoreTransaction tx, Tenant store, List<BlobId> blobs) {
        return new PictureSql(tx, store).unknownAmong(blobs);
    }
}
