package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import java.util.List;

/// A feature that keeps blobs. What it knows nothing of is left over ([BlobSweep]): the transaction
/// that put it failed, or what it belonged to was erased.
public interface BlobKeeper {

    /// What its blobs are kept for ([Blob#keptFor]).
    String keptFor();

    /// Those of these that belong to nothing.
    List<BlobId> unknownAmong(StoreTransaction tx, Tenant store, List<BlobId> blobs);
}
