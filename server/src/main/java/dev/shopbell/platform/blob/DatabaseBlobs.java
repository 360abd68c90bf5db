package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Blobs in PostgreSQL: with the rows that name them they come and go in one transaction and are in
/// one back-up.
@Singleton
final class DatabaseBlobs implements BlobStore {

    @Override
    public void put(StoreTransaction tx, Tenant store, Blob blob) {
        new BlobSql(tx, store).insert(blob);
    }

    @Override
    public Optional<byte[]> read(StoreTransaction tx, Tenant store, BlobId id) {
        return new BlobSql(tx, store).read(id);
    }

    @Override
    public Optional<byte[]> read(
            StoreTransaction tx, Tenant store, BlobId id, long from, int length) {
        return new BlobSql(tx, store).read(id, from, length);
    }

    @Override
    public void delete(StoreTransaction tx, Tenant store, Collection<BlobId> ids) {
        List<UUID> values = ids.stream().map(BlobId::value).toList();
        if (!values.isEmpty()) {
            new BlobSql(tx, store).delete(values);
        }
    }

    @Override
    public List<BlobId> putBefore(
            StoreTransaction tx,
            Tenant store,
            String keptFor,
            Instant moment,
            @Nullable BlobId after,
            int limit) {
        return new BlobSql(tx, store).putBefore(keptFor, moment, after, limit);
    }
}
