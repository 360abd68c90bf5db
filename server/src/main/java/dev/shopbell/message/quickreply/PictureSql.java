package dev.shopbell.message.quickreply;

import dev.shopbell.attachment.media.AcceptedMedia;
import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import dev.shopbell.platform.http.FileName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about the pictures of quick replies.
final class PictureSql {

    private final StoreTransaction tx;
    private final Tenant store;

    PictureSql(StoreTransaction tx, Tenant store) {
        this.tx = tx;
        this.store = store;
    }

    /// Where the bytes are, and what they are.
    record Stored(
            FileName name,
            BlobId content,
            String type,
            @Nullable BlobId thumbnail,
            @Nullable String thumbnailType) {

        List<BlobId> blobs() {
            return Stream.of(Optional.of(content), Optional.ofNullable(thumbnail))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    Optional<Stored> find(QuickReplyId id) {
        return tx.createQuery(
                        """
                        SELECT name, content_blob, media_type, thumbnail_blob, thumbnail_type
                          FROM quick_reply_picture
                         WHERE store_id = :store AND quick_reply_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> stored(row))
                .findOne();
    }

    void save(QuickReplyId id, Stored picture, AcceptedMedia media) {
        BlobId thumbnail = picture.thumbnail();
        tx.createUpdate(
                        """
                        INSERT INTO quick_reply_picture
                               (store_id, quick_reply_id, name, media_type, byte_size, width, height, placeholder,
                                content_blob, thumbnail_blob, thumbnail_type)
                        VALUES (:store, :id, :name, :type, :size, :width, :height, :placeholder,
                                :content, :thumbnail, :thumbnailType)
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("name", picture.name().value())
                .bind("type", picture.type())
                .bind("size", media.content().length)
                .bind("width", media.width())
                .bind("height", media.height())
                .bind("placeholder", media.placeholder())
                .bind("content", picture.content().value())
                .bindByType("thumbnail", thumbnail == null ? null : thumbnail.value(), UUID.class)
                .bind("thumbnailType", picture.thumbnailType())
                .execute();
    }

    void delete(QuickReplyId id) {
        tx.createUpdate(
                        """
                        DELETE FROM quick_reply_picture WHERE store_id = :store AND quick_reply_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// The quick reply is another one now.
    void touch(QuickReplyId id, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE quick_reply SET changed_at = :at
                         WHERE store_id = :store AND quick_reply_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    /// Those of these blobs that no picture has.
    List<BlobId> unknownAmong(List<BlobId> blobs) {
        return tx.createQuery(
                        """
                        SELECT b.id
                          FROM unnest(:blobs) AS b (id)
                         WHERE NOT EXISTS (SELECT FROM quick_reply_picture p
                                            WHERE p.store_id = :store AND p.content_blob = b.id)
                           AND NOT EXISTS (SELECT FROM quick_reply_picture p
                                            WHERE p.store_id = :store AND p.thumbnail_blob = b.id)
                        """)
                .bind("store", store.value())
                .bindArray("blobs", UUID.class, blobs.stream().map(BlobId::value).toList())
                .mapTo(UUID.class)
                .map(BlobId::new)
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        UUID thumbnail = row.getObject("thumbnail_blob", UUID.class);
        return new Stored(
                new FileName(row.getString("name")),
                new BlobId(row.getObject("content_blob", UUID.class)),
                row.getString("media_type"),
                thumbnail == null ? null : new BlobId(thumbnail),
                row.getString("thumbnail_type"));
    }
}
