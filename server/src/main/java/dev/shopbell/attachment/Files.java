package dev.shopbell.attachment;

import dev.shopbell.attachment.StoredFile.Part;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.blob.BlobStore;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileAnswer;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows attachments to whoever may see them; to everybody else they are not there. That is asked
/// at every request, before anything else is answered.
@Singleton
public final class Files {

    private final Database database;
    private final BlobStore blobs;

    Files(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /// How somebody wants it: to look at, or to keep.
    public record Wanted(HttpHeaders request, boolean isDownload) {}

    public Response content(Viewer viewer, AttachmentId id, Wanted wanted) {
        return show(viewer, id, Part.CONTENT, wanted);
    }

    public Response thumbnail(Viewer viewer, AttachmentId id, Wanted wanted) {
        return show(viewer, id, Part.THUMBNAIL, wanted);
    }

    public Response poster(Viewer viewer, AttachmentId id, Wanted wanted) {
        return show(viewer, id, Part.POSTER, wanted);
    }

    /// The bytes of what was sent, for somebody who has checked that it may be read.
    public Optional<byte[]> sent(
            StoreTransaction tx, StoreId store, ConversationId conversation, AttachmentId id) {
        return new FileSql(tx)
                .content(store, conversation, id)
                .flatMap(blob -> blobs.read(tx, store, blob));
    }

    private Response show(Viewer viewer, AttachmentId id, Part part, Wanted wanted) {
        return database.inStore(
                viewer.store(),
                tx -> {
                    StoredFile file =
                            new FileSql(tx)
                                    .find(viewer, id, part)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    FileAnswer answer =
                            new FileAnswer(
                                    file.blob().value().toString(), file.mediaType(), file.name());
                    return answer.answer(
                            wanted.request(), wanted.isDownload(), reading(tx, viewer, file));
                });
    }

    private FileAnswer.Content reading(StoreTransaction tx, Viewer viewer, StoredFile file) {
        Long size = file.size();
        return size == null
                ? new Small(() -> blobs.read(tx, viewer.store(), file.blob()).orElseThrow())
                : new FileAnswer.Content() {
                    @Override
                    public long size() {
                        return size;
                    }

                    @Override
                    public byte[] read(long from, int length) {
                        return blobs.read(tx, viewer.store(), file.blob(), from, length)
                                .orElseThrow();
                    }
                };
    }

    /// Read whole, when it is read at all.
    private static final class Small implements FileAnswer.Content {

        private final Supplier<byte[]> source;
        private byte @Nullable [] bytes;

        Small(Supplier<byte[]> source) {
            this.source = source;
        }

        @Override
        public long size() {
            return bytes().length;
        }

        @Override
        public byte[] read(long from, int length) {
            int start = Math.toIntExact(from);
            return Arrays.copyOfRange(bytes(), start, start + length);
        }

        private byte[] bytes() {
            byte[] read = bytes;
            if (read == null) {
                read = source.get();
                bytes = read;
            }
            return read;
        }
    }
}
