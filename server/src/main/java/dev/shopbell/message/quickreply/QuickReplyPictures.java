package dev.shopbell.message.quickreply;

import dev.shopbell.attachment.Uploads;
import dev.shopbell.attachment.media.AcceptedMedia;
import dev.shopbell.message.quickreply.PictureSql.Stored;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.blob.Blob;
import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.blob.BlobStore;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileAnswer;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// The pictures of quick replies, one each, made safe as what is sent in conversations is.
@Singleton
public final class QuickReplyPictures {

    static final String BLOBS = "quick_reply";

    private final Database database;
    private final BlobStore blobs;
    private final Uploads uploads;
    private final Audits audits;
    private final Ids ids;
    private final InstantSource clock;

    QuickReplyPictures(
            Database database,
            BlobStore blobs,
            Uploads uploads,
            Audits audits,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.uploads = uploads;
        this.audits = audits;
        this.ids = ids;
        this.clock = clock;
    }

    /// Gives a quick reply this picture, in place of the one it has.
    public QuickReply save(Member by, QuickReplyId id, FileName name, InputStream body) {
        var _ = database.inStore(by.store(), tx -> found(tx, by, id));
        AcceptedMedia media = uploads.picture(by, body);
        return database.inStore(
                by.store(),
                tx -> {
                    new QuickReplySql(tx, by).lock();
                    QuickReply before = found(tx, by, id);
                    remove(tx, by.store(), id);
                    new PictureSql(tx, by.store())
                            .save(id, stored(tx, by.store(), name, media), media);
                    return changed(tx, by, before);
                });
    }

    /// Safe to repeat.
    public QuickReply delete(Member by, QuickReplyId id) {
        return database.inStore(
                by.store(),
                tx -> {
                    new QuickReplySql(tx, by).lock();
                    QuickReply before = found(tx, by, id);
                    return remove(tx, by.store(), id) ? changed(tx, by, before) : before;
                });
    }

    /// The bytes, or a smaller picture of them where there is one.
    public Response show(Member member, QuickReplyId id, boolean isSmall, HttpHeaders request) {
        return database.inStore(
                member.store(),
                tx -> {
                    Stored picture =
                            new PictureSql(tx, member.store())
                                    .find(id)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    BlobId thumbnail = picture.thumbnail();
                    String thumbnailType = picture.thumbnailType();
                    return isSmall && thumbnail != null && thumbnailType != null
                            ? answer(tx, member, picture, thumbnail, thumbnailType, request)
                            : answer(
                                    tx,
                                    member,
                                    picture,
                                    picture.content(),
                                    picture.type(),
                                    request);
                });
    }

    /// Deletes the picture with its bytes, if there is one.
    boolean remove(StoreTransaction tx, StoreId store, QuickReplyId id) {
        PictureSql sql = new PictureSql(tx, store);
        return sql.find(id)
                .map(gone -> {
                    sql.delete(id);
                    blobs.delete(tx, store, gone.blobs());
                    return true;
                })
                .orElse(false);
    }

    private Response answer(
            StoreTransaction tx,
            Member member,
            Stored picture,
            BlobId blob,
            String type,
            HttpHeaders request) {
        byte[] bytes = blobs.read(tx, member.store(), blob).orElseThrow();
        return new FileAnswer(blob.value().toString(), type, picture.name())
                .answer(request, false, FileAnswer.whole(bytes));
    }

    private static QuickReply found(StoreTransaction tx, Member member, QuickReplyId id) {
        return new QuickReplySql(tx, member)
                .find(id)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    private QuickReply changed(StoreTransaction tx, Member by, QuickReply before) {
        new PictureSql(tx, by.store()).touch(before.id(), clock.instant());
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                "quick_reply_changed",
                Map.of(
                        "quickReply",
                        before.content().title(),
                        "quickReplyId",
                        before.id().value()));
        return found(tx, by, before.id());
    }

    private Stored stored(StoreTransaction tx, StoreId store, FileName name, AcceptedMedia media) {
        Instant now = clock.instant();
        byte[] thumbnail = media.thumbnail();
        return new Stored(
                name,
                put(tx, store, media.content(), now),
                media.mediaType(),
                thumbnail == null ? null : put(tx, store, thumbnail, now),
                media.thumbnailType());
    }

    private BlobId put(StoreTransaction tx, StoreId store, byte[] content, Instant at) {
        BlobId id = new BlobId(ids.next());
        blobs.put(tx, store, new Blob(id, BLOBS, content, at));
        return id;
    }
}
