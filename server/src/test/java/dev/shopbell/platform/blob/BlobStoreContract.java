package dev.shopbell.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.database.Database;
import dev.shopbell.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store of blobs must do, wherever its bytes are.
abstract class BlobStoreContract {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    abstract BlobStore blobs();

    abstract Database database();

    /// A tenant that is there.
    abstract StoreId tenant();

    @Test
    void whatWasPutIsThereByteForByte() {
        StoreId store = tenant();
        byte[] content = new byte[1_048_576];
        new Random(1).nextBytes(content);
        BlobId id = put(store, "pictures", content, MONDAY);

        assertThat(read(store, id)).contains(content);
        BlobId empty = put(store, "pictures", new byte[0], MONDAY);
        assertThat(read(store, empty)).contains(new byte[0]);
    }

    @Test
    void aPartIsThatPart() {
        StoreId store = tenant();
        BlobId id =
                put(store, "pictures", "0123456789".getBytes(StandardCharsets.US_ASCII), MONDAY);

        assertThat(part(store, id, 0, 1)).isEqualTo("0");
        assertThat(part(store, id, 3, 4)).isEqualTo("3456");
        assertThat(part(store, id, 8, 100)).isEqualTo("89");
        assertThat(part(store, id, 10, 1)).isEmpty();
    }

    @Test
    void anotherTenantFindsNothingAndDeletesNothing() {
        StoreId ours = tenant();
        StoreId theirs = tenant();
        BlobId id = put(theirs, "pictures", new byte[] {1}, MONDAY);

        assertThat(read(ours, id)).isEmpty();
        assertThat(readPart(ours, id, 0, 1)).isEmpty();
        delete(ours, id);
        assertThat(read(theirs, id)).isPresent();
    }

    @Test
    void whatWasDeletedIsGoneAndDeletingAgainIsFine() {
        StoreId store = tenant();
        BlobId id = put(store, "pictures", new byte[] {1}, MONDAY);
        BlobId other = put(store, "pictures", new byte[] {2}, MONDAY);

        delete(store, id);
        delete(store, id);

        assertThat(read(store, id)).isEmpty();
        assertThat(read(store, other)).isPresent();
    }

    @Test
    void whatIsOldIsListedPageByPageForItsFeatureOnly() {
        StoreId store = tenant();
        List<BlobId> old =
                Stream.of(1, 2, 3, 4, 5)
                        .map(_ -> put(store, "pictures", new byte[] {1}, MONDAY))
                        .toList();
        put(store, "films", new byte[] {1}, MONDAY);
        put(store, "pictures", new byte[] {1}, MONDAY.plusSeconds(60));

        Instant moment = MONDAY.plusSeconds(60);
        List<BlobId> first = page(store, moment, null);
        List<BlobId> second = page(store, moment, first.getLast());

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(List.of(first, second))
                .flatMap(page -> page)
                .containsExactlyInAnyOrderElementsOf(old);
    }

    private BlobId put(StoreId store, String keptFor, byte[] content, Instant at) {
        BlobId id = new BlobId(UUID.randomUUID());
        boolean _ =
                database()
                        .inStore(
                                store,
                                tx -> {
                                    blobs().put(tx, store, new Blob(id, keptFor, content, at));
                                    return true;
                                });
        return id;
    }

    private List<BlobId> page(StoreId store, Instant moment, @Nullable BlobId after) {
        return database()
                .inStore(store, tx -> blobs().putBefore(tx, store, "pictures", moment, after, 3));
    }

    private Optional<byte[]> read(StoreId store, BlobId id) {
        return database().inStore(store, tx -> blobs().read(tx, store, id));
    }

    private Optional<byte[]> readPart(StoreId store, BlobId id, long from, int length) {
        return database().inStore(store, tx -> blobs().read(tx, store, id, from, length));
    }

    private void delete(StoreId store, BlobId id) {
        boolean _ =
                database()
                        .inStore(
                                store,
                                tx -> {
                                    blobs().delete(tx, store, List.of(id));
                                    return true;
                                });
    }

    private String part(StoreId store, BlobId id, long from, int length) {
        return new String(
                readPart(store, id, from, length).orElseThrow(), StandardCharsets.US_ASCII);
    }
}
