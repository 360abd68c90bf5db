package dev.shopbell.attachment;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about uploading attachments and about what becomes of them; looking at them
/// is [FileSql]'s, sending them [dev.shopbell.message.Messages]'.
final class AttachmentSql {

    /// Where an upload goes: the conversation, null before a first message has opened it; what is
    /// kept under its id already; and how many of the same person's wait to be sent.
    record Standing(@Nullable Conversation conversation, @Nullable Kept same, long pending) {}

    /// An attachment, what it was made of, where its bytes are, and where the customer has its
    /// message, if they have it.
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is compared
    record Kept(
            Attachment attachment,
            byte[] uploadHash,
            @Nullable BlobId poster,
            @Nullable Long publicSeq) {}

    private static final String LOCK = "FOR UPDATE OF c";

    private static final String OF_UPLOADER =
            """
            ;
            SELECT attachment_told(a) AS attachment, a.upload_hash, a.poster_blob, m.public_seq
              FROM attachment a
              LEFT JOIN message m
                ON m.store_id = a.store_id AND m.conversation_id = a.conversation_id AND m.seq = a.seq
             WHERE a.store_id = ? AND a.conversation_id = ? AND a.attachment_id = ?;
            SELECT count(*) AS pending
              FROM attachment a
             WHERE a.store_id = ? AND a.conversation_id = ? AND a.seq IS NULL
               AND a.uploaded_by IS NOT DISTINCT FROM ?
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    AttachmentSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Empty when there is no such conversation, or, for a customer, when they have none.
    Optional<Standing> standing(Uploader by, ConversationId conversation, AttachmentId id) {
        return standing(by, conversation, id, "");
    }

    /// The same with the conversation's row locked: copies of one upload queue here.
    Optional<Standing> lock(Uploader by, ConversationId conversation, AttachmentId id) {
        return standing(by, conversation, id, LOCK);
    }

    private Optional<Standing> standing(
            Uploader by, ConversationId conversation, AttachmentId id, String lock) {
        RoundTrip trip =
                switch (by) {
                    case Uploader.OfTeam _ ->
                            tx.roundTrip(
                                            ConversationRow.SELECT
                                                    + """
                                                      FROM conversation c
                                                     WHERE c.store_id = ? AND c.conversation_id = ?
                                                    """
                                                    + lock
                                                    + OF_UPLOADER)
                                    .uuid(store.value())
                                    .uuid(conversation.value());
                    case Uploader.Customer customer ->
                            tx.roundTrip(
                                            ConversationRow.SELECT
                                                    + """
                                                      FROM visitor v
                                                      JOIN conversation c USING (store_id, customer_id)
                                                     WHERE v.store_id = ? AND v.secret_hash = ?
                                                       AND c.continued_in IS NULL
                                                    """
                                                    + lock
                                                    + OF_UPLOADER)
                                    .uuid(store.value())
                                    .bytes(customer.secret().hash());
                };
        UUID staff = by.staff() == null ? null : by.staff().value();
        trip.uuid(store.value())
                .uuid(conversation.value())
                .uuid(id.value())
                .uuid(store.value())
                .uuid(conversation.value())
                .uuid(staff)
                .send();
        Optional<Conversation> found = trip.row(ConversationRow::read);
        Kept same = trip.row(AttachmentSql::kept).orElse(null);
        long pending = trip.row(row -> row.getLong("pending")).orElseThrow();
        trip.done();
        return found.map(there -> new Standing(there, same, pending));
    }

    void insert(ConversationId conversation, NewAttachment added) {
        Attachment attachment = added.attachment();
        Duration duration = attachment.duration();
        tx.createUpdate(
                        """
                        INSERT INTO attachment
                               (store_id, conversation_id, attachment_id, uploaded_by, kind, name, media_type,
                                byte_size, width, height, duration_ms, placeholder, animated, upload_hash,
                                content_blob, thumbnail_blob, thumbnail_type, awaited_by, created_at)
                        VALUES (:store, :conversation, :attachment, :uploadedBy, :kind, :name, :mediaType,
                                :size, :width, :height, :duration, :placeholder, :animated, :hash,
                                :content, :thumbnail, :thumbnailType, :awaitedBy, :at)
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("attachment", attachment.id().value())
                .bindByType("uploadedBy", value(attachment), UUID.class)
                .bind("kind", attachment.kind().word())
                .bind("name", attachment.name())
                .bind("mediaType", attachment.mediaType())
                .bind("size", attachment.size())
                .bind("width", attachment.width())
                .bind("height", attachment.height())
                .bindByType("duration", duration == null ? null : duration.toMillis(), Long.class)
                .bind("placeholder", attachment.placeholder())
                .bind("animated", attachment.wasAnimated())
                .bind("hash", added.uploadHash())
                .bind("content", added.content().value())
                .bindByType("thumbnail", value(added.thumbnail()), UUID.class)
                .bind("thumbnailType", added.thumbnailType())
                .bindByType("awaitedBy", added.awaitedBy(), byte[].class)
                .bind("at", added.at())
                .execute();
    }

    void savePoster(ConversationId conversation, AttachmentId id, BlobId poster, String type) {
        of(
                        conversation,
                        id,
                        tx.createUpdate(
                                """
                                UPDATE attachment
                                   SET poster_blob = :poster, poster_type = :type
                                 WHERE store_id = :store
                                   AND conversation_id = :conversation
                                   AND attachment_id = :attachment
                                """))
                .bind("poster", poster.value())
                .bind("type", type)
                .execute();
    }

    void saveAlt(ConversationId conversation, AttachmentId id, @Nullable String alt) {
        of(
                        conversation,
                        id,
                        tx.createUpdate(
                                """
                                UPDATE attachment
                                   SET alt = :alt
                                 WHERE store_id = :store
                                   AND conversation_id = :conversation
                                   AND attachment_id = :attachment
                                """))
                .bind("alt", alt)
                .execute();
    }

    /// Deletes one that was not sent, and says where its bytes are.
    List<BlobId> deletePending(ConversationId conversation, AttachmentId id) {
        return of(
                        conversation,
                        id,
                        tx.createQuery(
                                """
                                DELETE FROM attachment
                                 WHERE store_id = :store
                                   AND conversation_id = :conversation
                                   AND attachment_id = :attachment
                                   AND seq IS NULL
                                RETURNING content_blob, thumbnail_blob, poster_blob
                                """))
                .map((row, _) -> blobs(row))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Deletes what of one person's was not sent but for the newest ones, and says where its bytes
    /// are.
    List<BlobId> deleteOldestPending(Uploader by, ConversationId conversation, int kept) {
        return tx
                .createQuery(
                        """
                        DELETE FROM attachment a
                         USING (SELECT p.attachment_id
                                  FROM attachment p
                                 WHERE p.store_id = :store
                                   AND p.conversation_id = :conversation
                                   AND p.seq IS NULL
                                   AND p.uploaded_by IS NOT DISTINCT FROM :by
                                 ORDER BY p.created_at DESC, p.attachment_id DESC
                                OFFSET :kept) old
                         WHERE a.store_id = :store
                           AND a.conversation_id = :conversation
                           AND a.attachment_id = old.attachment_id
                           AND a.seq IS NULL
                        RETURNING a.content_blob, a.thumbnail_blob, a.poster_blob
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bindByType("by", by.staff() == null ? null : by.staff().value(), UUID.class)
                .bind("kept", kept)
                .map((row, _) -> blobs(row))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private <S extends SqlStatement<S>> S of(
            ConversationId conversation, AttachmentId id, S statement) {
        return statement
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("attachment", id.value());
    }

    static List<BlobId> blobs(ResultSet row) throws SQLException {
        return Stream.of(
                        blob(row, "content_blob"),
                        blob(row, "thumbnail_blob"),
                        blob(row, "poster_blob"))
                .flatMap(Optional::stream)
                .toList();
    }

    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                AttachmentRow.read(row),
                row.getBytes("upload_hash"),
                blob(row, "poster_blob").orElse(null),
                row.getObject("public_seq", Long.class));
    }

    private static Optional<BlobId> blob(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(BlobId::new);
    }

    private static @Nullable UUID value(@Nullable BlobId blob) {
        return blob == null ? null : blob.value();
    }

    private static @Nullable UUID value(Attachment attachment) {
        return attachment.uploadedBy() == null ? null : attachment.uploadedBy().value();
    }
}
