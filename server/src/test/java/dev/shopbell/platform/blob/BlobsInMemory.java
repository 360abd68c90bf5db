package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// Blobs beside the database: what is put is there at once, and stays when the transaction fails.
final class BlobsInMemory implements BlobStore {

    private final Map<Place, Blob> blobs =
            new ConcurrentSkipListMap<>((one, other) -> {
                int byStore = one.store.compareTo(other.store);
                return byStore == 0 ? compare(one.blob, other.blob) : byStore;
            });

    private record Place(UUID store, UUID blob) {}

    @Override
    public void put(StoreTransaction tx, Tenant store, Blob blob) {
        blobs.put(new Place(store.value(), blob.id().value()), blob);
    }

    @Override
    public Optional<byte[]> read(StoreTransaction tx, Tenant store, BlobId id) {
        return Optional.ofNullable(blobs.get(new Place(store.value(), id.value())))
                .map(Blob::content);
    }

    @Override
    public Optional<byte[]> read(
            StoreTransaction tx, Tenant store, BlobId id, long from, int length) {
        return read(tx, store, id)
                .map(whole ->
                        Arrays.copyOfRange(
                                whole, (int) from, (int) Math.min(whole.length, from + length)));
    }

    @Override
    public void delete(StoreTransaction tx, Tenant store, Collection<BlobId> ids) {
        ids.forEach(id -> blobs.remove(new Place(store.value(), id.value())));
    }

    @Override
    public List<BlobId> putBefore(
            StoreTransaction tx,
            Tenant store,
            String keptFor,
            Instant moment,
            @Nullable BlobId after,
            int limit) {
        return blobs.entrySet().stream()
                .filter(entry -> entry.getKey().store.equals(store.value()))
                .map(Map.Entry::getValue)
                .filter(blob -> Objects.equals(blob.keptFor(), keptFor))
                .filter(blob -> blob.at().isBefore(moment))
                .filter(blob -> after == null || compare(blob.id().value(), after.value()) > 0)
                .map(Blob::id)
                .limit(limit)
                .toList();
    }

    /// As PostgreSQL has it: by their letters.
    private static int compare(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
