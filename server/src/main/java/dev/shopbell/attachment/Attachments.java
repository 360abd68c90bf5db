package dev.shopbell.attachment;

import dev.shopbell.attachment.AttachmentSql.Kept;
import dev.shopbell.attachment.AttachmentSql.Standing;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.customer.SecretSql;
import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobStore;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of attachments once they are uploaded ([Uploads]): a video gets its poster, staff
/// say what is to be seen, and what was not sent goes again.
@Singleton
public final class Attachments {

    private final Database database;
    private final BlobStore blobs;
    private final Handlings handlings;

    Attachments(Database database, BlobStore blobs, Handlings handlings) {
        this.database = database;
        this.blobs = blobs;
        this.handlings = handlings;
    }

    /// Deletes one's own that was not sent. Safe to repeat.
    public void delete(Uploader by, ConversationId conversation, AttachmentId id) {
        boolean _ =
                database.inStore(
                        by.store(),
                        tx -> {
                            Standing standing = lock(tx, by, conversation, id);
                            return standing.same() == null
                                    || remove(tx, by, conversation, standing.same());
                        });
    }

    /// Says what is to be seen in one's own that waits, or in any that the staff have sent: then
    /// the thread tells of it. Safe to repeat.
    public Attachment describe(
            Member member, ConversationId conversation, AttachmentId id, AltText alt) {
        Uploader by = new Uploader.OfTeam(member);
        return database.inStore(
                member.store(),
                tx -> {
                    Standing standing = lock(tx, by, conversation, id);
                    Kept kept = describable(standing.same(), by);
                    Attachment before = kept.attachment();
                    Attachment after = before.with(alt);
                    if (!after.equals(before)) {
                        new AttachmentSql(tx, member.store())
                                .saveAlt(conversation, id, alt.value());
                        Long seq = before.seq();
                        Conversation in = standing.conversation();
                        if (seq != null && in != null) {
                            handlings.tell(
                                    tx,
                                    member,
                                    in,
                                    new ThreadEvent.Described(
                                            seq, kept.publicSeq(), id.value(), alt.value()));
                        }
                    }
                    return after;
                });
    }

    /// Of the customer's files nobody but they know what they are to show.
    private static Kept describable(@Nullable Kept kept, Uploader by) {
        if (kept == null) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        Attachment attachment = kept.attachment();
        boolean isTheirs =
                attachment.isPending() ? attachment.isOf(by) : attachment.uploadedBy() != null;
        if (!isTheirs) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        return kept;
    }

    private boolean remove(StoreTransaction tx, Uploader by, ConversationId from, Kept kept) {
        Attachment attachment = kept.attachment();
        if (!attachment.isOf(by)) {
            return false;
        }
        if (!attachment.isPending()) {
            throw new RefusedException(AttachmentRefusal.ATTACHMENT_SENT);
        }
        AttachmentSql sql = new AttachmentSql(tx, by.store());
        List<BlobId> bytes = sql.deletePending(from, attachment.id());
        blobs.delete(tx, by.store(), bytes);
        return true;
    }

    /// The conversation's row locked, and allowed. What goes with a first message is found before
    /// there is any, by its sender alone.
    static Standing lock(
            StoreTransaction tx, Uploader by, ConversationId conversation, AttachmentId id) {
        AttachmentSql sql = new AttachmentSql(tx, by.store());
        return sql.lock(by, conversation, id)
                .or(() -> lockFirst(tx, by, conversation, id))
                .map(standing -> checked(by, conversation, standing))
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// The same without a lock.
    static Standing look(
            StoreTransaction tx, Uploader by, ConversationId conversation, AttachmentId id) {
        AttachmentSql sql = new AttachmentSql(tx, by.store());
        return sql.standing(by, conversation, id)
                .or(() -> first(tx, by, conversation, id))
                // Opened between the one look and the other, perhaps.
                .or(() -> sql.standing(by, conversation, id))
                .map(standing -> checked(by, conversation, standing))
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// A customer's conversation is found by their secret; the one they ask for may be another.
    private static Standing checked(Uploader by, ConversationId conversation, Standing standing) {
        Conversation open = standing.conversation();
        if (open != null) {
            if (!open.id().equals(conversation)) {
                throw new RefusedException(HttpRefusal.NOT_FOUND);
            }
            by.check(open);
        }
        return standing;
    }

    private static Optional<Standing> lockFirst(
            StoreTransaction tx, Uploader by, ConversationId conversation, AttachmentId id) {
        return switch (by) {
            case Uploader.OfTeam _ -> Optional.empty();
            case Uploader.Customer newcomer -> {
                new FirstFilesSql(tx, by.store()).lock(newcomer.secret());
                // Opened while this waited, perhaps.
                yield new AttachmentSql(tx, by.store())
                        .lock(by, conversation, id)
                        .or(() -> first(tx, by, conversation, id));
            }
        };
    }

    private static Optional<Standing> first(
            StoreTransaction tx, Uploader by, ConversationId conversation, AttachmentId id) {
        return switch (by) {
            case Uploader.OfTeam _ -> Optional.empty();
            case Uploader.Customer newcomer -> {
                new SecretSql(tx, by.store()).check(newcomer.secret());
                newcomer.rule().checkNewcomer(tx);
                yield new FirstFilesSql(tx, by.store())
                        .standing(newcomer.secret(), conversation, id);
            }
        };
    }
}
