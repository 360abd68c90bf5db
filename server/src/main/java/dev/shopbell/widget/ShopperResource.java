package dev.shopbell.widget;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.browsing.SeenPage;
import dev.shopbell.browsing.Told;
import dev.shopbell.commerce.Cart;
import dev.shopbell.commerce.CartDraft;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.HistoryPlace;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.Posted;
import dev.shopbell.message.Receipts;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesMuch;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a shopper may do over HTTP: write, read their thread, say how far they got. The secret in
/// `Authorization` decides which thread it is.
@Path("/api/widget/{key}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ShopperResource {

    /// A message, and the cart that goes with the first one.
    private static final int MOST_BYTES = 320 * 1024;

    private static final int LATEST = 50;
    private static final int LONGEST_WAIT_SECONDS = 25;

    private final Stores stores;
    private final VisitorDoor door;
    private final Messages messages;
    private final Receipts receipts;
    private final ShopperThreads threads;
    private final PostLimits limits;
    private final NetworkTraces traces;

    ShopperResource(
            Stores stores,
            VisitorDoor door,
            Messages messages,
            Receipts receipts,
            ShopperThreads threads,
            PostLimits limits,
            NetworkTraces traces) {
        this.stores = stores;
        this.door = door;
        this.messages = messages;
        this.receipts = receipts;
        this.threads = threads;
        this.limits = limits;
        this.traces = traces;
    }

    record NewMessage(
            @Nullable String text,
            @Nullable List<UUID> attachments,
            @Nullable NewContact contact,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable NewPage page,
            @Nullable CartDraft cart) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record NewContact(@Nullable String email, @Nullable String name) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record NewPage(@Nullable String url, @Nullable String title) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record PostedView(ShopperConversation conversation, ShopperMessage message) {}

    record ReceiptsBody(@Nullable Long delivered, @Nullable Long seen) {}

    record ConversationBody(ShopperConversation conversation) {}

    @GET
    @Path("settings")
    public WidgetSettings settings(@PathParam("key") String key) {
        return WidgetSettings.of(stores.withKey(key));
    }

    /// PUT, because the sender names the message: sending it again is safe.
    @PUT
    @Path("conversations/{conversation}/messages/{message}")
    @Consumes(MediaType.APPLICATION_JSON)
    @TakesMuch(mostBytes = MOST_BYTES)
    public PostedView post(
            @PathParam("key") String key,
            @PathParam("conversation") UUID conversation,
            @PathParam("message") UUID message,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable NewMessage body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.take(secret);
        NewMessage said = Body.required(body, "text");
        MessageText text = MessageText.orNone(Body.required(said.text(), "text"));
        List<AttachmentId> attachments = AttachmentId.named(said.attachments());
        if (!store.settings().chatIsOn()) {
            throw new RefusedException(MessageRefusal.CHAT_OFF);
        }
        Posted posted =
                messages.post(
                        store,
                        new CustomerDraft(
                                secret,
                                new ConversationId(conversation),
                                new MessageId(message),
                                text,
                                attachments,
                                contact(said.contact(), store),
                                Surroundings.told(said.language(), said.timeZone()),
                                traces.current(),
                                new Told(page(said.page(), store), cart(said.cart()))),
                        limits::takeNewcomer);
        return new PostedView(
                ShopperConversation.of(posted.conversation()), ShopperMessage.of(posted.message()));
    }

    @GET
    @Path("conversation")
    public ShopperThread conversation(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin) {
        Store store = stores.withKey(key);
        return threads.before(
                store.id(), door.secret(authorization, origin), Long.MAX_VALUE, LATEST);
    }

    /// `wait` holds an answer that would be empty until there is something new.
    @GET
    @Path("conversation/messages")
    public ShopperThread range(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("wait") @DefaultValue("0") int wait)
            throws InterruptedException {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        int size = PageSize.range(limit);
        if ((after == null) == (before == null)) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "after");
        }
        if (wait < 0 || wait > LONGEST_WAIT_SECONDS || (wait > 0 && after == null)) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "wait");
        }
        return after == null
                ? threads.before(store.id(), secret, Body.required(before, "before"), size)
                : threads.after(store.id(), secret, after, size, Duration.ofSeconds(wait));
    }

    /// What was said before the thread began, from its end on, a stretch at a time.
    @GET
    @Path("conversation/history")
    public ShopperHistory history(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        return threads.history(
                store.id(), secret, HistoryPlace.asked(before), PageSize.range(limit));
    }

    @PUT
    @Path("conversation/receipts")
    @Consumes(MediaType.APPLICATION_JSON)
    public ConversationBody receipts(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable ReceiptsBody body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        ReceiptsBody got = Body.required(body, "delivered");
        long delivered = Body.required(got.delivered(), "delivered");
        long seen = Body.required(got.seen(), "seen");
        if (delivered < 0 || seen < 0) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "delivered");
        }
        Conversation conversation = receipts.record(store.id(), secret, delivered, seen);
        return new ConversationBody(ShopperConversation.of(conversation));
    }

    private static @Nullable SeenPage page(@Nullable NewPage told, Store store) {
        return told == null ? null : SeenPage.told(told.url(), told.title(), store.origins());
    }

    /// What a page tells wrongly of a cart is not to keep a shopper from writing.
    private static @Nullable Cart cart(@Nullable CartDraft told) {
        try {
            return told == null ? null : told.checked();
        } catch (RefusedException _) {
            return null;
        }
    }

    private static Contact contact(@Nullable NewContact given, Store store) {
        return given == null
                ? Contact.NONE
                : Contact.checked(given.email(), given.name(), store.settings().contactOrDefault());
    }
}
