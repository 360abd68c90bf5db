package dev.shopbell.widget;

import dev.shopbell.attachment.AttachmentAnswer;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.attachment.Attachments;
import dev.shopbell.attachment.Uploader;
import dev.shopbell.attachment.Uploads;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.SenderBlockSql;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesFile;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Images and videos that a shopper uploads into their own conversation, or for the first message
/// that is to open it.
@Path("/api/widget/{key}/conversations/{conversation}/attachments/{attachment}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ShopperAttachmentResource {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_POSTER_BYTES = 256 * 1024;

    private final Stores stores;
    private final VisitorDoor door;
    private final PostLimits limits;
    private final ClientAddress address;
    private final NetworkTraces traces;
    private final InstantSource clock;
    private final Uploads uploads;
    private final Attachments attachments;

    ShopperAttachmentResource(
            Stores stores,
            VisitorDoor door,
            PostLimits limits,
            ClientAddress address,
            NetworkTraces traces,
            InstantSource clock,
            Uploads uploads,
            Attachments attachments) {
        this.stores = stores;
        this.door = door;
        this.limits = limits;
        this.address = address;
        this.traces = traces;
        this.clock = clock;
        this.uploads = uploads;
        this.attachments = attachments;
    }

    /// PUT, because the uploader names the upload: sending it again is safe.
    @PUT
    @TakesFile(mostBytes = MOST_BYTES)
    public AttachmentAnswer upload(
            @PathParam("key") String key,
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body) {
        Uploader by = writer(key, authorization, origin);
        FileName called =
                FileName.of(name)
                        .orElseThrow(() ->
                                new RefusedException(AttachmentRefusal.FILE_NAME_INVALID, "name"));
        return AttachmentAnswer.of(uploads.take(place(by, conversation, attachment), called, body));
    }

    @PUT
    @Path("poster")
    @TakesFile(mostBytes = MOST_POSTER_BYTES)
    public AttachmentAnswer uploadPoster(
            @PathParam("key") String key,
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            InputStream body) {
        Uploader by = writer(key, authorization, origin);
        return AttachmentAnswer.of(uploads.takePoster(place(by, conversation, attachment), body));
    }

    @DELETE
    public void delete(
            @PathParam("key") String key,
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        attachments.delete(
                new Uploader.Customer(store.id(), secret, address.key(), Uploader.Rule.NONE),
                new ConversationId(conversation),
                new AttachmentId(attachment));
    }

    /// Whoever may write may upload.
    private Uploader writer(String key, @Nullable String authorization, @Nullable String origin) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.takeUpload(store.id(), secret);
        if (!store.settings().chatIsOn()) {
            throw new RefusedException(MessageRefusal.CHAT_OFF);
        }
        return new Uploader.Customer(
                store.id(),
                secret,
                address.key(),
                new Writers(store.id(), traces.current(), clock.instant()));
    }

    /// As for a message: those who are not blocked, and, before their first one, do not come from
    /// where somebody was blocked.
    private record Writers(StoreId store, NetworkTrace from, Instant now) implements Uploader.Rule {

        @Override
        public void check(Conversation conversation) {
            if (conversation.isBlocked()) {
                throw new RefusedException(MessageRefusal.SENDER_BLOCKED);
            }
        }

        @Override
        public void checkNewcomer(StoreTransaction tx) {
            if (new SenderBlockSql(tx).holdsFor(store, from, now)) {
                throw new RefusedException(MessageRefusal.SENDER_BLOCKED);
            }
        }
    }

    private static Uploads.Place place(Uploader by, UUID conversation, UUID attachment) {
        return new Uploads.Place(
                by, new ConversationId(conversation), new AttachmentId(attachment));
    }
}
