package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where blobs are. Each belongs to one store, and no other one finds it.
///
/// What is done in a transaction that fails may have happened all the same, where the bytes are not
/// in the database: so whoever keeps blobs asks from time to time for those that it put long ago,
/// and deletes the ones that it knows nothing of.
public interface BlobStore {

    /// Once per id. In the database it is there when the transaction commits, elsewhere at once.
    void put(StoreTransaction tx, Tenant store, Blob blob);

    /// All of it.
    Optional<byte[]> read(StoreTransaction tx, Tenant store, BlobId id);

    /// `length` bytes from a place on, fewer where it ends before; nothing else of it is read.
    Optional<byte[]> read(StoreTransaction tx, Tenant store, BlobId id, long from, int length);

    /// What is not there is deleted already.
    void delete(StoreTransaction tx, Tenant store, Collection<BlobId> ids);

    /// Those kept for a feature that were put before a moment, in the order of their ids, from
    /// behind `after` on.
    List<BlobId> putBefore(
            StoreTransaction tx,
            Tenant store,
            String keptFor,
            Instant moment,
            @Nullable BlobId after,
            int limit);
}
