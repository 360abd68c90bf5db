package dev.shopbell.attachment;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Every SQL statement about what is left over.
final class SweepSql {

    private final StoreTransaction tx;
    private final Tenant store;

    SweepSql(StoreTransaction tx, Tenant store) {
        this.tx = tx;
        this.store = store;
    }

    /// Deletes attachments that nobody has sent since a moment, and says where their bytes are. One
    /// that is being sent right now is waited for, and then is none of them.
    List<List<BlobId>> deletePendingSince(Instant moment, int limit) {
        return tx.createQuery(
                        """
                        DELETE FROM attachment a
                         USING (SELECT p.conversation_id, p.attachment_id
                                  FROM attachment p
                                 WHERE p.store_id = :store AND p.seq IS NULL AND p.created_at < :moment
                                 ORDER BY p.created_at
                                 LIMIT :limit) old
                         WHERE a.store_id = :store
                           AND a.conversation_id = old.conversation_id
                           AND a.attachment_id = old.attachment_id
                           AND a.seq IS NULL
                        RETURNING a.content_blob, a.thumbnail_blob, a.poster_blob
                        """)
                .bind("store", store.value())
                .bind("moment", moment)
                .bind("limit", limit)
                .map((row, _) -> AttachmentSql.blobs(row))
                .list();
    }

    /// Those of these blobs that no attachment has.
    List<BlobId> unknownAmong(List<BlobId> blobs) {
        return tx.createQuery(
                        """
                        SELECT b.id
                          FROM unnest(:blobs) AS b (id)
                         WHERE NOT EXISTS (SELECT FROM attachment a WHERE a.store_id = :store AND a.content_blob = b.id)
                           AND NOT EXISTS (SELECT FROM attachment a WHERE a.store_id = :store AND a.thumbnail_blob = b.id)
                           AND NOT EXISTS (SELECT FROM attachment a WHERE a.store_id = :store AND a.poster_blob = b.id)
                        """)
                .bind("store", store.value())
                .bindArray("blobs", UUID.class, blobs.stream().map(BlobId::value).toList())
                .mapTo(UUID.class)
                .map(BlobId::new)
                .list();
    }
}
