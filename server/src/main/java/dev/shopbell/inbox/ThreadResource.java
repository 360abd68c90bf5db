package dev.shopbell.inbox;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.PostedByStaff;
import dev.shopbell.message.ReadMarks;
import dev.shopbell.message.StaffDraft;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.message.card.NewCard;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
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

/// One conversation as staff read and answer it. What one may not see does not exist.
@Path("/api/staff/stores/{store}/conversations/{conversation}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class ThreadResource {

    private static final int LATEST = 50;

    private final Database database;
    private final Messages messages;
    private final ReadMarks readMarks;
    private final SignedInStaff staff;

    ThreadResource(Database database, Messages messages, ReadMarks readMarks, SignedInStaff staff) {
        this.database = database;
        this.messages = messages;
        this.readMarks = readMarks;
        this.staff = staff;
    }

    record ThreadView(ConversationSummary conversation, List<StaffMessageView> messages) {}

    /// Null when it is hidden from the writer since they said it: this answers a repeated send.
    record PostedView(@Nullable ConversationSummary conversation, StaffMessageView message) {}

    record ReadView(ConversationSummary conversation) {}

    record NewMessage(
            @Nullable Kind kind,
            @Nullable String text,
            @Nullable Long after,
            @Nullable List<UUID> mentions,
            @Nullable List<UUID> attachments,
            @Nullable List<NewCard> cards,
            @Nullable Instant draft) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// What staff can say.
    enum Kind {
        staff,
        note
    }

    record Read(@Nullable Long seq) {}

    @GET
    public ThreadView latest(@PathParam("conversation") UUID conversation) {
        return thread(conversation, sql -> sql.before(Long.MAX_VALUE, LATEST));
    }

    @GET
    @Path("messages")
    public ThreadView range(
            @PathParam("conversation") UUID conversation,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = PageSize.range(limit);
        if ((after == null) == (before == null)) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "after");
        }
        return thread(
                conversation,
                sql ->
                        after != null
                                ? sql.after(after, size)
                                : sql.before(Body.required(before, "before"), size));
    }

    /// PUT, because the sender names the message: sending it again is safe.
    @PUT
    @Path("messages/{message}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PostedView post(
            @PathParam("conversation") UUID conversation,
            @PathParam("message") UUID message,
            @Nullable NewMessage body) {
        NewMessage said = Body.required(body, "text");
        PostedByStaff posted =
                messages.post(
                        staff.member(),
                        new StaffDraft(
                                new ConversationId(conversation),
                                new MessageId(message),
                                MessageText.orNone(Body.required(said.text(), "text")),
                                Body.required(said.kind(), "kind") == Kind.note,
                                DraftResource.after(said.after()),
                                DraftResource.mentions(said.mentions()),
                                AttachmentId.named(said.attachments()),
                                NewCard.drafts(said.cards()),
                                said.draft()));
        return new PostedView(posted.conversation(), StaffMessageView.of(posted.message()));
    }

    @PUT
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReadView read(@PathParam("conversation") UUID conversation, @Nullable Read body) {
        long seq = Body.required(Body.required(body, "seq").seq(), "seq");
        if (seq < 0) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "seq");
        }
        return new ReadView(readMarks.read(staff.member(), new ConversationId(conversation), seq));
    }

    private ThreadView thread(UUID conversation, Function<ThreadSql, List<Message>> range) {
        Member member = staff.member();
        ConversationId id = new ConversationId(conversation);
        return database.inStore(
                member.store(),
                tx -> {
                    // The summary first: the messages are at least as new, so none of those it
                    // counts is missing.
                    ConversationSummary summary = find(new SummarySql(tx, member), id);
                    List<Message> found = range.apply(new ThreadSql(tx, member.store(), id));
                    return new ThreadView(
                            summary, found.stream().map(StaffMessageView::of).toList());
                });
    }

    private static ConversationSummary find(SummarySql sql, ConversationId id) {
        return sql.find(id).orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }
}
