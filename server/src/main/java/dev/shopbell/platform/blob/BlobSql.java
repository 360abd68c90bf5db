package dev.shopbell.platform.blob;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about blobs of one store.
final class BlobSql {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final StoreTransaction tx;
    private final UUID store;

    BlobSql(StoreTransaction tx, Tenant store) {
        this.tx = tx;
        this.store = store.value();
    }

    void insert(Blob blob) {
        tx.createUpdate(
                        """
                        INSERT INTO blob (store_id, blob_id, kept_for, content, created_at)
                        VALUES (:store, :blob, :keptFor, :content, :at)
                        """)
                .bind("store", store)
                .bind("blob", blob.id().value())
                .bind("keptFor", blob.keptFor())
                .bind("content", blob.content())
                .bind("at", blob.at())
                .execute();
    }

    Optional<byte[]> read(BlobId id) {
        return tx.createQuery(
                        "SELECT content FROM blob WHERE store_id = :store AND blob_id = :blob")
                .bind("store", store)
                .bind("blob", id.value())
                .map((row, _) -> row.getBytes("content"))
                .findOne();
    }

    /// PostgreSQL counts from 1.
    Optional<byte[]> read(BlobId id, long from, int length) {
        return tx.createQuery(
                        """
                        SELECT substring(content FROM :from FOR :length) AS part
                          FROM blob
                         WHERE store_id = :store AND blob_id = :blob
                        """)
                .bind("from", Math.toIntExact(from + 1))
                .bind("length", length)
                .bind("store", store)
                .bind("blob", id.value())
                .map((row, _) -> row.getBytes("part"))
                .findOne();
    }

    void delete(List<UUID> ids) {
        tx.createUpdate("DELETE FROM blob WHERE store_id = :store AND blob_id = ANY (:blobs)")
                .bind("store", store)
                .bindArray("blobs", UUID.class, ids)
                .execute();
    }

    List<BlobId> putBefore(String keptFor, Instant moment, @Nullable BlobId after, int limit) {
        return tx.createQuery(
                        """
                        SELECT blob_id
                          FROM blob
                         WHERE store_id = :store
                           AND kept_for = :keptFor
                           AND created_at < :moment
                           AND blob_id > :after
                         ORDER BY blob_id
                         LIMIT :limit
                        """)
                .bind("store", store)
                .bind("keptFor", keptFor)
                .bind("moment", moment)
                .bind("after", after == null ? BEFORE_ALL : after.value())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(BlobId::new)
                .list();
    }
}
