package dev.shopbell.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentKind;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.conversation.StoreConversationSql;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.integration.Integration;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.SystemDraft;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.message.card.Card;
import dev.shopbell.message.card.NamedOrder;
import dev.shopbell.message.card.NewCard;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is said in the store's conversations, for its own systems, which say something there under
/// the names of their keys.
@Path("/api/v1/conversations/{conversation}/messages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class MessagesResource {

    private static final double MILLISECONDS = 1000;

    private final Database database;
    private final Messages messages;
    private final CallingSystem caller;

    MessagesResource(Database database, Messages messages, CallingSystem caller) {
        this.database = database;
        this.messages = messages;
        this.caller = caller;
    }

    /// `duration` is in seconds, null where it is not known; `alt` says what is to be seen.
    record ApiAttachmentView(
            UUID id,
            AttachmentKind kind,
            @Nullable String name,
            String mediaType,
            long size,
            int width,
            int height,
            @Nullable Double duration,
            @Nullable String alt) {

        static ApiAttachmentView of(Attachment attachment) {
            return new ApiAttachmentView(
                    attachment.id().value(),
                    attachment.kind(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.width(),
                    attachment.height(),
                    attachment.duration() == null
                            ? null
                            : attachment.duration().toMillis() / MILLISECONDS,
                    attachment.alt());
        }
    }

    /// `internal`: a note, which the customer never sees. `system`: what the store's own system is
    /// called that said it. `cards` and `orders` are only there where there are some.
    record ApiMessageView(
            UUID id,
            long seq,
            MessageKind kind,
            boolean internal,
            @Nullable StaffView author,
            @Nullable String system,
            String text,
            List<ApiAttachmentView> attachments,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card> cards,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedOrder> orders,
            Instant sentAt) {

        static ApiMessageView of(Message message) {
            return new ApiMessageView(
                    message.id().value(),
                    message.seq(),
                    message.kind(),
                    message.publicSeq() == null,
                    ConversationSummary.staff(message.author(), message.authorName()),
                    message.system(),
                    message.text(),
                    message.attachments().stream().map(ApiAttachmentView::of).toList(),
                    message.cards(),
                    NamedOrder.forTheCustomer(message.orders()),
                    message.sentAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record ApiMessageAnswer(ApiMessageView message) {}

    /// `next` is what to ask for `after`; null on the last page.
    record ApiMessagePage(List<ApiMessageView> messages, @Nullable Long next) {}

    /// `internal` makes a note of it, which the customer never sees.
    record NewApiMessage(
            @Nullable String text, @Nullable Boolean internal, @Nullable List<NewCard> cards) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// What was said, in its order; what only happened is left out.
    @GET
    @ForIntegrations(ApiScope.READ_CONVERSATIONS)
    public ApiMessagePage list(
            @PathParam("conversation") UUID conversation,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = PageSize.page(limit);
        List<Message> found = inThread(conversation, sql -> sql.saidAfter(after, most));
        return new ApiMessagePage(
                found.stream().map(ApiMessageView::of).toList(),
                found.size() < most ? null : found.getLast().seq());
    }

    @GET
    @Path("{message}")
    @ForIntegrations(ApiScope.READ_CONVERSATIONS)
    public ApiMessageAnswer read(
            @PathParam("conversation") UUID conversation, @PathParam("message") UUID message) {
        return inThread(conversation, sql -> sql.said(new MessageId(message)))
                .map(ApiMessageView::of)
                .map(ApiMessageAnswer::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// PUT, because the sender names the message: sending it again is safe.
    @PUT
    @Path("{message}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForIntegrations(ApiScope.WRITE_MESSAGES)
    public ApiMessageAnswer post(
            @PathParam("conversation") UUID conversation,
            @PathParam("message") UUID message,
            @Nullable NewApiMessage body) {
        NewApiMessage said = Body.required(body, "text");
        Integration system = caller.integration();
        return new ApiMessageAnswer(
                ApiMessageView.of(
                        messages.post(
                                system.store(),
                                new SystemDraft(
                                        new ConversationId(conversation),
                                        new MessageId(message),
                                        system.name(),
                                        MessageText.orNone(Body.required(said.text(), "text")),
                                        Boolean.TRUE.equals(said.internal()),
                                        NewCard.drafts(said.cards())))));
    }

    private <T> T inThread(UUID conversation, Function<ThreadSql, T> question) {
        ConversationId id = new ConversationId(conversation);
        return database.inStore(
                caller.store(),
                tx -> {
                    var _ =
                            new StoreConversationSql(tx, caller.store())
                                    .find(id)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    return question.apply(new ThreadSql(tx, caller.store(), id));
                });
    }
}
