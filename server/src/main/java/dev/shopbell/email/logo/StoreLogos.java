package dev.shopbell.email.logo;

import dev.shopbell.attachment.Uploads;
import dev.shopbell.attachment.media.AcceptedMedia;
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
import dev.shopbell.platform.mail.InlinePicture;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stores' logos, made safe as what is sent in conversations is, and small. They travel inside the
/// mails: whoever reads one fetches nothing, and nobody learns that it was read.
@Singleton
public final class StoreLogos {

    private static final String BLOBS = "store_logo";
    private static final FileName NAME = new FileName("logo");

    /// How high it is in mails at most, and how wide.
    private static final int SHOWN_HEIGHT = 40;

    private static final int SHOWN_WIDTH = 200;

    private final Database database;
    private final BlobStore blobs;
    private final Uploads uploads;
    private final Audits audits;
    private final Ids ids;
    private final InstantSource clock;

    StoreLogos(
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

    /// For a mail that is being written.
    public Optional<InlinePicture> of(StoreTransaction tx, StoreId store) {
        return new LogoSql(tx, store)
                .find()
                .flatMap(logo ->
                        blobs.read(tx, store, logo.content())
                                .map(bytes ->
                                        new InlinePicture(
                                                logo.content().value() + "@logo",
                                                logo.mediaType(),
                                                shownWidth(logo),
                                                shownHeight(logo),
                                                bytes)));
    }

    Optional<StoreLogo> find(StoreId store) {
        return database.inStore(store, tx -> new LogoSql(tx, store).find());
    }

    /// In place of the one there is.
    StoreLogo save(Member by, InputStream body) {
        AcceptedMedia media = uploads.logo(by, body);
        return database.inStore(
                by.store(),
                tx -> {
                    remove(tx, by.store());
                    BlobId content = new BlobId(ids.next());
                    blobs.put(
                            tx,
                            by.store(),
                            new Blob(content, BLOBS, media.content(), clock.instant()));
                    StoreLogo logo =
                            new StoreLogo(
                                    content, media.mediaType(), media.width(), media.height());
                    new LogoSql(tx, by.store()).insert(logo);
                    record(tx, by, "logo_changed");
                    return logo;
                });
    }

    /// Safe to repeat.
    void delete(Member by) {
        boolean _ =
                database.inStore(
                        by.store(),
                        tx -> {
                            boolean isGone = remove(tx, by.store());
                            if (isGone) {
                                record(tx, by, "logo_removed");
                            }
                            return isGone;
                        });
    }

    Response show(StoreId store, HttpHeaders request) {
        return database.inStore(
                store,
                tx -> {
                    StoreLogo logo =
                            new LogoSql(tx, store)
                                    .find()
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    byte[] bytes = blobs.read(tx, store, logo.content()).orElseThrow();
                    return new FileAnswer(
                                    logo.content().value().toString(),
                                    logo.mediaType(),
                                    NAME.withEndingOf(logo.mediaType()))
                            .answer(request, false, FileAnswer.whole(bytes));
                });
    }

    private boolean remove(StoreTransaction tx, StoreId store) {
        LogoSql sql = new LogoSql(tx, store);
        sql.lock();
        return sql.find()
                .map(gone -> {
                    sql.delete();
                    blobs.delete(tx, store, List.of(gone.content()));
                    return true;
                })
                .orElse(false);
    }

    private void record(StoreTransaction tx, Member by, String action) {
        audits.record(tx, by.store(), new Actor(by.staff().value(), by.name()), action, Map.of());
    }

    private static double scale(StoreLogo logo) {
        return Math.min(
                1,
                Math.min(
                        (double) SHOWN_HEIGHT / logo.height(),
                        (double) SHOWN_WIDTH / logo.width()));
    }

    private static int shownWidth(StoreLogo logo) {
        return (int) Math.max(1, Math.round(logo.width() * scale(logo)));
    }

    private static int shownHeight(StoreLogo logo) {
        return (int) Math.max(1, Math.round(logo.height() * scale(logo)));
    }
}
