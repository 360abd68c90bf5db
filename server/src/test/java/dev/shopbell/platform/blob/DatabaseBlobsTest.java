package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.Database;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DatabaseBlobsTest extends BlobStoreContract {

    @Inject Given given;
    @Inject BlobStore blobs;
    @Inject Database database;

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
}
