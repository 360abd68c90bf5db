package dev.shopbell.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// That the contract can be kept by bytes that are not in the database, and that what a failed
/// transaction left there goes all the same.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BlobsInMemoryTest extends BlobStoreContract {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");

    @Inject Given given;
    @Inject Database database;

    private final BlobsInMemory blobs = new BlobsInMemory();
    private final Set<BlobId> known = new HashSet<>();

    @Test
    void whatAFailedTransactionPutIsSweptWhenItIsOld() {
        StoreId store = tenant();
        BlobId lost = new BlobId(UUID.randomUUID());
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        database.inStore(
                                store,
                                tx -> {
                                    put(tx, store, lost, MONDAY);
                                    throw new IllegalStateException("no room");
                                }));
        List<BlobId> kept =
                IntStream.range(0, 250).mapToObj(_ -> new BlobId(UUID.randomUUID())).toList();
        kept.forEach(blob -> putInStore(store, blob, MONDAY));
        known.addAll(kept);
        BlobId young = new BlobId(UUID.randomUUID());
        putInStore(store, young, TUESDAY);
        BlobSweep sweep =
                new BlobSweep(
                        database, blobs, List.of(new Keeper("other"), new Keeper("pictures")));

        assertThat(sweep.sweep(store, TUESDAY)).isEqualTo(1);

        assertThat(isThere(store, lost)).isFalse();
        assertThat(kept).allMatch(blob -> isThere(store, blob));
        assertThat(isThere(store, young)).isTrue();
    }

    @Override
    BlobStore blobs() {
        return blobs;
    }

    @Override
    Database database() {
        return database;
    }

    @Override
    StoreId tenant() {
        return given.store().id();
    }

    private void putInStore(StoreId store, BlobId id, Instant at) {
        boolean _ =
                database.inStore(
                        store,
                        tx -> {
                            put(tx, store, id, at);
                            return true;
                        });
    }

    private void put(StoreTransaction tx, StoreId store, BlobId id, Instant at) {
        blobs.put(tx, store, new Blob(id, "pictures", new byte[] {1}, at));
    }

    private boolean isThere(StoreId store, BlobId id) {
        return database.inStore(store, tx -> blobs.read(tx, store, id)).isPresent();
    }

    private final class Keeper implements BlobKeeper {

        private final String keptFor;

        Keeper(String keptFor) {
            this.keptFor = keptFor;
        }

        @Override
        public String keptFor() {
            return keptFor;
        }

        @Override
        public List<BlobId> unknownAmong(StoreTransaction tx, Tenant store, List<BlobId> asked) {
            return asked.stream().filter(blob -> !known.contains(blob)).toList();
        }
    }
}
