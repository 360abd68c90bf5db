package dev.shopbell.inbox.quickreply;

import dev.shopbell.message.MessageId;
import dev.shopbell.message.quickreply.Mistake;
import dev.shopbell.message.quickreply.QuickReplies;
import dev.shopbell.message.quickreply.QuickReplyId;
import dev.shopbell.message.quickreply.QuickReplyText;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.TakesMuch;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The quick replies of a store. Whoever answers uses them; Inbox administrators keep them.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class QuickRepliesResource {

    private static final int MOST_IMPORTED_BYTES = 1024 * 1024;

    private final QuickReplies quickReplies;
    private final SignedInStaff staff;

    QuickRepliesResource(QuickReplies quickReplies, SignedInStaff staff) {
        this.quickReplies = quickReplies;
        this.staff = staff;
    }

    record QuickRepliesView(List<QuickReplyView> quickReplies) {}

    /// Null when it is deleted.
    record QuickReplyAnswer(@Nullable QuickReplyView quickReply) {}

    record WantedQuickReply(
            @Nullable String title, @Nullable String shortcut, @Nullable String text) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record WantedOrder(@Nullable List<UUID> order) {}

    record UsedIn(@Nullable UUID message) {}

    /// `dryRun`: only says what it would do.
    record ImportedFile(@Nullable String csv, @Nullable Boolean dryRun) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record ImportView(int added, int changed, List<Mistake> mistakes) {}

    @GET
    @Path("quick-replies")
    @Requires({Permission.CONVERSATION_MANAGEMENT, Permission.INBOX_ADMINISTRATION})
    public QuickRepliesView all() {
        return new QuickRepliesView(
                quickReplies.all(staff.member()).stream().map(QuickReplyView::of).toList());
    }

    @PUT
    @Path("quick-replies/{quickReply}")
    @Consumes(MediaType.APPLICATION_JSON)
    public QuickReplyAnswer save(
            @PathParam("quickReply") UUID quickReply, @Nullable WantedQuickReply body) {
        WantedQuickReply wanted = Body.required(body, "title");
        return new QuickReplyAnswer(
                QuickReplyView.of(
                        quickReplies.save(
                                staff.member(),
                                new QuickReplyId(quickReply),
                                new QuickReplyText(
                                        Body.required(wanted.title(), "title"),
                                        Body.required(wanted.shortcut(), "shortcut"),
                                        Body.required(wanted.text(), "text")))));
    }

    /// Safe to repeat.
    @DELETE
    @Path("quick-replies/{quickReply}")
    public QuickReplyAnswer delete(@PathParam("quickReply") UUID quickReply) {
        quickReplies.delete(staff.member(), new QuickReplyId(quickReply));
        return new QuickReplyAnswer(null);
    }

    @PUT
    @Path("quick-reply-order")
    @Consumes(MediaType.APPLICATION_JSON)
    public QuickRepliesView arrange(@Nullable WantedOrder body) {
        List<QuickReplyId> order =
                Body.required(Body.required(body, "order").order(), "order").stream()
                        .map(id -> new QuickReplyId(Body.required(id, "order")))
                        .distinct()
                        .toList();
        return new QuickRepliesView(
                quickReplies.arrange(staff.member(), order).stream()
                        .map(QuickReplyView::of)
                        .toList());
    }

    /// That a message of one's own says what it says; the same message counts once.
    @POST
    @Path("quick-replies/{quickReply}/used")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.CONVERSATION_MANAGEMENT)
    public QuickReplyAnswer used(@PathParam("quickReply") UUID quickReply, @Nullable UsedIn body) {
        UUID message = Body.required(Body.required(body, "message").message(), "message");
        return new QuickReplyAnswer(
                QuickReplyView.of(
                        quickReplies.use(
                                staff.member(),
                                new QuickReplyId(quickReply),
                                new MessageId(message))));
    }

    /// All of the file or, when there are mistakes in it, nothing.
    @POST
    @Path("quick-reply-import")
    @TakesMuch(mostBytes = MOST_IMPORTED_BYTES)
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportView read(@Nullable ImportedFile body) {
        ImportedFile file = Body.required(body, "csv");
        var imported =
                quickReplies.read(
                        staff.member(),
                        Body.required(file.csv(), "csv"),
                        Body.required(file.dryRun(), "dryRun"));
        return new ImportView(imported.added(), imported.changed(), imported.mistakes());
    }

    @GET
    @Path("quick-reply-export")
    @Produces("text/csv")
    public Response write() {
        return Response.ok(quickReplies.written(staff.member()), "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"quick-replies.csv\"")
                .build();
    }
}
