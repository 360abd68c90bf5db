package dev.shopbell.attachment;

import dev.shopbell.attachment.AttachmentSql.Kept;
import dev.shopbell.attachment.AttachmentSql.Standing;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.HexFormat;
import java.util.Optional;

/// Every SQL statement about what goes with a shopper's first message: it is uploaded before the
/// message has opened its conversation, and nobody else finds it until then.
public final class FirstFilesSql {

    /// Uploading, and opening the conversation meanwhile, wait for each other.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0));\n";

    private final StoreTransaction tx;
    private final StoreId store;

    public FirstFilesSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// They wait in their conversation, which this transaction has opened. What somebody else meant
    /// to have in it is theirs no longer.
    public void open(ConversationId conversation, VisitorSecret secret) {
        RoundTrip trip =
                tx.roundTrip(
                                LOCK
                                        + """
                                        DELETE FROM attachment
                                         WHERE store_id = ? AND conversation_id = ? AND awaited_by <> ?;
                                        UPDATE attachment
                                           SET awaited_by = NULL
                                         WHERE store_id = ? AND conversation_id = ? AND awaited_by = ?
                                        """)
                        .text(key(secret))
                        .uuid(store.value())
                        .uuid(conversation.value())
                        .bytes(secret.hash())
                        .uuid(store.value())
                        .uuid(conversation.value())
                        .bytes(secret.hash())
                        .send();
        trip.rows(_ -> "a lock");
        trip.rows(_ -> "no rows: a deletion");
        trip.rows(_ -> "no rows: an update");
        trip.done();
    }

    /// Until the transaction ends nobody else uploads by this secret before its first message, and
    /// no first message of it is stored.
    void lock(VisitorSecret secret) {
        RoundTrip trip = tx.roundTrip(LOCK).text(key(secret)).send();
        trip.rows(_ -> "a lock");
        trip.done();
    }

    /// Empty when the conversation is there, or is awaited by somebody else.
    Optional<Standing> standing(
            VisitorSecret secret, ConversationId conversation, AttachmentId id) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                SELECT EXISTS (SELECT FROM conversation c
                                                WHERE c.store_id = ? AND c.conversation_id = ?)
                                    OR EXISTS (SELECT FROM attachment a
                                                WHERE a.store_id = ? AND a.conversation_id = ?
                                                  AND a.awaited_by <> ?) AS taken;
                                SELECT attachment_told(a) AS attachment, a.upload_hash, a.poster_blob,
                                       NULL::bigint AS public_seq
                                  FROM attachment a
                                 WHERE a.store_id = ? AND a.conversation_id = ? AND a.attachment_id = ?;
                                SELECT count(*) AS pending
                                  FROM attachment a
                                 WHERE a.store_id = ? AND a.conversation_id = ? AND a.seq IS NULL
                                """)
                        .uuid(store.value())
                        .uuid(conversation.value())
                        .uuid(store.value())
                        .uuid(conversation.value())
                        .bytes(secret.hash())
                        .uuid(store.value())
                        .uuid(conversation.value())
                        .uuid(id.value())
                        .uuid(store.value())
                        .uuid(conversation.value())
                        .send();
        boolean isTaken = trip.row(row -> row.getBoolean("taken")).orElseThrow();
        Kept same = trip.row(AttachmentSql::kept).orElse(null);
        long pending = trip.row(row -> row.getLong("pending")).orElseThrow();
        trip.done();
        return isTaken ? Optional.empty() : Optional.of(new Standing(null, same, pending));
    }

    private String key(VisitorSecret secret) {
        return store.value() + "/" + HexFormat.of().formatHex(secret.hash());
    }
}
