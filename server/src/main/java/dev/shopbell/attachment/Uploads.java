package dev.shopbell.attachment;

import dev.shopbell.attachment.AttachmentSql.Kept;
import dev.shopbell.attachment.AttachmentSql.Standing;
import dev.shopbell.attachment.media.AcceptedMedia;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.blob.Blob;
import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobStore;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes images and videos in. An upload is there whole or not at all; the same one again is the
/// same attachment. Who may upload is asked before the first byte is read and again before anything
/// is stored, since reading takes its time.
@Singleton
public final class Uploads {

    /// How many of one person's wait to be sent in a conversation; of more, the oldest makes room.
    public static final int MOST_PENDING = 20;

    static final String BLOBS = "attachment";

    /// In whose turn files are drawn that came by mail.
    private static final String MAIL = "mail";

    private static final Logger LOG = Logger.getLogger("shopbell.upload");

    private final Database database;
    private final BlobStore blobs;
    private final UploadRoom room;
    private final Ids ids;
    private final InstantSource clock;

    Uploads(Database database, BlobStore blobs, UploadRoom room, Ids ids, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.room = room;
        this.ids = ids;
        this.clock = clock;
    }

    /// Where an upload belongs.
    public record Place(Uploader by, ConversationId conversation, AttachmentId id) {}

    /// An image or a video that waits from now on to be sent.
    public Attachment take(Place place, FileName name, InputStream body) {
        Standing before = database.inStore(place.by().store(), tx -> look(tx, place));
        return room.read(
                place.by(),
                body,
                bytes -> {
                    byte[] hash = hash(bytes);
                    Kept known = before.same();
                    if (known != null) {
                        return repeated(place, known, hash);
                    }
                    AcceptedMedia media = room.accepted(place.by().key(), bytes);
                    Attachment taken =
                            database.inStore(
                                    place.by().store(), tx -> keep(tx, place, name, hash, media));
                    LOG.infof(
                            "uploaded kind=%s type=%s bytes=%d kept=%d",
                            taken.kind().word(), taken.mediaType(), bytes.length, taken.size());
                    return taken;
                });
    }

    /// A picture of a video that waits, drawn by whoever uploaded it.
    public Attachment takePoster(Place place, InputStream body) {
        Standing before = database.inStore(place.by().store(), tx -> look(tx, place));
        var _ = posterless(place, before);
        return room.read(
                place.by(),
                body,
                bytes -> {
                    AcceptedMedia media = room.still(place.by().key(), bytes);
                    return database.inStore(place.by().store(), tx -> keepPoster(tx, place, media));
                });
    }

    /// A picture that is kept somewhere else than in a conversation. Takes its time: before a
    /// transaction.
    public AcceptedMedia picture(Member by, InputStream body) {
        Uploader uploader = new Uploader.OfTeam(by);
        return room.read(uploader, body, bytes -> picture(uploader, bytes));
    }

    /// A still picture that is small enough to travel with every mail. Takes its time: before a
    /// transaction.
    public AcceptedMedia logo(Member by, InputStream body) {
        Uploader uploader = new Uploader.OfTeam(by);
        return room.read(uploader, body, bytes -> room.logo(uploader.key(), bytes));
    }

    private AcceptedMedia picture(Uploader by, byte[] bytes) {
        AcceptedMedia media = room.accepted(by.key(), bytes);
        if (media.kind() != AcceptedMedia.Kind.IMAGE) {
            throw new RefusedException(AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
        }
        return media;
    }

    private static Standing look(StoreTransaction tx, Place place) {
        return Attachments.look(tx, place.by(), place.conversation(), place.id());
    }

    /// What waits longest was left behind in a tab that is closed; should it be sent all the same,
    /// whoever still has it uploads it again.
    private void makeRoom(StoreTransaction tx, Place place, Standing standing) {
        Uploader by = place.by();
        if (standing.pending() >= MOST_PENDING) {
            List<BlobId> bytes =
                    new AttachmentSql(tx, by.store())
                            .deleteOldestPending(by, place.conversation(), MOST_PENDING - 1);
            blobs.delete(tx, by.store(), bytes);
        }
    }

    /// What may be kept of a file that came by mail, or why not. Takes its time: before a
    /// transaction.
    public MailedFile read(FileName name, byte[] bytes) {
        try {
            return new MailedFile.Accepted(name, hash(bytes), room.accepted(MAIL, bytes));
        } catch (RefusedException refused) {
            return new MailedFile.Refused(name, refused.refusal().code());
        }
    }

    /// Has it wait for its message, which the same transaction posts.
    public AttachmentId keep(
            StoreTransaction tx,
            StoreId store,
            ConversationId conversation,
            MailedFile.Accepted file) {
        Instant now = clock.instant();
        Attachment attachment =
                attachment(new AttachmentId(ids.next()), null, file.name(), file.media());
        insert(tx, store, conversation, attachment, file.hash(), file.media(), null, now);
        return attachment.id();
    }

    private Attachment keep(
            StoreTransaction tx, Place place, FileName name, byte[] hash, AcceptedMedia media) {
        Uploader by = place.by();
        Standing standing = Attachments.lock(tx, by, place.conversation(), place.id());
        Kept known = standing.same();
        if (known != null) {
            return repeated(place, known, hash);
        }
        makeRoom(tx, place, standing);
        Instant now = clock.instant();
        Attachment attachment = attachment(place.id(), by.staff(), name, media);
        insert(
                tx,
                by.store(),
                place.conversation(),
                attachment,
                hash,
                media,
                awaiting(by, standing),
                now);
        return attachment;
    }

    private void insert(
            StoreTransaction tx,
            StoreId store,
            ConversationId conversation,
            Attachment attachment,
            byte[] hash,
            AcceptedMedia media,
            byte @Nullable [] awaitedBy,
            Instant now) {
        byte[] thumbnail = media.thumbnail();
        new AttachmentSql(tx, store)
                .insert(
                        conversation,
                        new NewAttachment(
                                attachment,
                                hash,
                                put(tx, store, media.content(), now),
                                thumbnail == null ? null : put(tx, store, thumbnail, now),
                                media.thumbnailType(),
                                awaitedBy,
                                now));
    }

    private static byte @Nullable [] awaiting(Uploader by, Standing standing) {
        return switch (by) {
            case Uploader.OfTeam _ -> null;
            case Uploader.Customer customer ->
                    standing.conversation() == null ? customer.secret().hash() : null;
        };
    }

    private Attachment keepPoster(StoreTransaction tx, Place place, AcceptedMedia media) {
        Uploader by = place.by();
        Kept video = posterless(place, Attachments.lock(tx, by, place.conversation(), place.id()));
        BlobId before = video.poster();
        if (before != null) {
            blobs.delete(tx, by.store(), List.of(before));
        }
        byte[] smaller = media.thumbnail();
        String smallerType = media.thumbnailType();
        BlobId poster =
                put(tx, by.store(), smaller == null ? media.content() : smaller, clock.instant());
        new AttachmentSql(tx, by.store())
                .savePoster(
                        place.conversation(),
                        place.id(),
                        poster,
                        smallerType == null ? media.mediaType() : smallerType);
        return video.attachment().withPoster();
    }

    /// One's own video that waits; it may have a poster already, which is replaced.
    private static Kept posterless(Place place, Standing standing) {
        Kept video = standing.same();
        if (video == null || !video.attachment().isOf(place.by())) {
            throw new RefusedException(AttachmentRefusal.ATTACHMENT_NOT_FOUND);
        }
        if (!video.attachment().isPending()) {
            throw new RefusedException(AttachmentRefusal.ATTACHMENT_SENT);
        }
        if (video.attachment().kind() != AttachmentKind.VIDEO) {
            throw new RefusedException(AttachmentRefusal.POSTER_NOT_POSSIBLE);
        }
        return video;
    }

    private static Attachment repeated(Place place, Kept known, byte[] hash) {
        boolean isSame = MessageDigest.isEqual(known.uploadHash(), hash);
        if (!isSame || !known.attachment().isOf(place.by())) {
            throw new RefusedException(AttachmentRefusal.CLIENT_ID_REUSED);
        }
        return known.attachment();
    }

    private BlobId put(StoreTransaction tx, StoreId store, byte[] content, Instant at) {
        BlobId id = new BlobId(ids.next());
        blobs.put(tx, store, new Blob(id, BLOBS, content, at));
        return id;
    }

    private static Attachment attachment(
            AttachmentId id, @Nullable StaffId by, FileName name, AcceptedMedia media) {
        return new Attachment(
                id,
                by,
                null,
                AttachmentKind.valueOf(media.kind().name()),
                name.value(),
                media.mediaType(),
                media.content().length,
                media.width(),
                media.height(),
                media.duration(),
                media.placeholder(),
                null,
                media.thumbnail() != null,
                false,
                media.wasAnimated());
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
