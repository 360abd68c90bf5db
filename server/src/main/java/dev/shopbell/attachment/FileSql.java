package dev.shopbell.attachment;

import dev.shopbell.attachment.StoredFile.Part;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Finds what somebody may look at. Both statements have the whole rule in them: staff see what was
/// sent in a conversation that they may see, and what they have uploaded themselves; a customer
/// what was sent where they can see it, and their own.
final class FileSql {

    private static final String COLUMNS =
            """
            SELECT a.name, a.media_type, a.byte_size, a.content_blob, a.thumbnail_blob, a.thumbnail_type,
                   a.poster_blob, a.poster_type
            """;

    private final StoreTransaction tx;

    FileSql(StoreTransaction tx) {
        this.tx = tx;
    }

    Optional<StoredFile> find(Viewer viewer, AttachmentId id, Part part) {
        Query query =
                switch (viewer) {
                    case Viewer.OfTeam staff -> ofTeam(staff);
                    case Viewer.Visitor visitor -> ofVisitor(visitor);
                };
        return query.bind("store", viewer.store().value())
                .bind("attachment", id.value())
                .map((row, _) -> file(row, part))
                .findOne()
                .flatMap(found -> found);
    }

    /// Of what was sent in a conversation.
    Optional<BlobId> content(StoreId store, ConversationId conversation, AttachmentId id) {
        return tx.createQuery(
                        """
                        SELECT a.content_blob
                          FROM attachment a
                         WHERE a.store_id = :store
                           AND a.conversation_id = :conversation
                           AND a.attachment_id = :attachment
                           AND a.seq IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("attachment", id.value())
                .mapTo(UUID.class)
                .findOne()
                .map(BlobId::new);
    }

    private Query ofTeam(Viewer.OfTeam viewer) {
        return tx.createQuery(
                        COLUMNS
                                + """
                                  FROM conversation c
                                  JOIN attachment a USING (store_id, conversation_id)
                                 WHERE c.store_id = :store
                                   AND c.conversation_id = :conversation
                                   AND may_see(c.assignee_id, :viewer, :readsAssigned)
                                   AND a.attachment_id = :attachment
                                   AND (a.seq IS NOT NULL OR a.uploaded_by = :viewer)
                                """)
                .bind("conversation", viewer.conversation().value())
                .bind("viewer", viewer.member().staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(viewer.member()));
    }

    private Query ofVisitor(Viewer.Visitor viewer) {
        return tx.createQuery(
                        COLUMNS
                                + """
                                  FROM visitor v
                                  JOIN conversation c USING (store_id, customer_id)
                                  JOIN attachment a USING (store_id, conversation_id)
                                  LEFT JOIN message m
                                    ON m.store_id = a.store_id AND m.conversation_id = a.conversation_id AND m.seq = a.seq
                                 WHERE v.store_id = :store
                                   AND v.secret_hash = :secret
                                   AND a.attachment_id = :attachment
                                   AND (m.public_seq IS NOT NULL OR a.uploaded_by IS NULL)
                                """)
                .bind("secret", viewer.secretHash());
    }

    private static Optional<StoredFile> file(ResultSet row, Part part) throws SQLException {
        return switch (part) {
            case CONTENT -> file(row, "content_blob", "media_type", row.getLong("byte_size"));
            case THUMBNAIL -> file(row, "thumbnail_blob", "thumbnail_type", null);
            case POSTER -> file(row, "poster_blob", "poster_type", null);
        };
    }

    private static Optional<StoredFile> file(
            ResultSet row, String blob, String type, @Nullable Long size) throws SQLException {
        UUID id = row.getObject(blob, UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(
                        new StoredFile(
                                new BlobId(id),
                                row.getString(type),
                                new FileName(row.getString("name")),
                                size));
    }
}
