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
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows attachments to whoever may see them; to everybody else they are not there. That is asked
/// at every request, before anything else is answered.
///
/// Bytes are read after that, in a transaction of their own, and few files of one viewer at a time:
/// whoever asks for hundreds at once waits for themselves, and not everybody for them.
@Singleton
public final class Files {

    private static final int OF_ONE_VIEWER = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final BlobStore blobs;
    private final Turns turns = new Turns(OF_ONE_VIEWER, PATIENCE);

    Files(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /// How somebody wants it: to look at, or to keep.
    public record Wanted(HttpHeaders request, boolean isDownload) {

        /// By the parameter `download`, which needs no value, as in HTML.
        public static Wanted of(HttpHeaders request, UriInfo address) {
            List<String> said = address.getQueryParameters().get("download");
            return new Wanted(request, said != null && !said.contains("false"));
        }

        /// To look at, whatever else is asked.
        public static Wanted toLookAt(HttpHeaders request) {
            return new Wanted(request, false);
        }
    }

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
        return turns.inTurn(
                viewer.key(),
                () -> {
                    StoredFile file = found(viewer, tx -> new FileSql(tx).find(viewer, id, part));
                    FileAnswer answer =
                            new FileAnswer(
                                    file.blob().value().toString(), file.mediaType(), file.name());
                    return answer.answer(
                            wanted.request(), wanted.isDownload(), reading(viewer, file));
                });
    }

    private FileAnswer.Content reading(Viewer viewer, StoredFile file) {
        Long size = file.size();
        return size == null
                ? new Small(() -> found(viewer, tx -> blobs.read(tx, viewer.store(), file.blob())))
                : new FileAnswer.Content() {
                    @Override
                    public long size() {
                        return size;
                    }

                    @Override
                    public byte[] read(long from, int length) {
                        return found(
                                viewer,
                                tx -> blobs.read(tx, viewer.store(), file.blob(), from, length));
                    }
                };
    }

    /// What is deleted between two of these is not there.
    private <T> T found(Viewer viewer, Function<StoreTransaction, Optional<T>> search) {
        return database.inStore(viewer.store(), search)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
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
