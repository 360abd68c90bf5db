package dev.shopbell.inbox;

import dev.shopbell.conversation.Assignments;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.Labels;
import dev.shopbell.conversation.Status;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.StaffId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff do with one conversation besides writing in it. What one may not see does not exist.
@Path("/api/staff/stores/{store}/conversations/{conversation}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class HandlingResource {

    private final Handlings handlings;
    private final Assignments assignments;
    private final Labels labels;
    private final SignedInStaff staff;

    HandlingResource(
            Handlings handlings, Assignments assignments, Labels labels, SignedInStaff staff) {
        this.handlings = handlings;
        this.assignments = assignments;
        this.labels = labels;
        this.staff = staff;
    }

    record HandledView(ConversationSummary conversation) {}

    /// Null when whoever assigned it may not see it any more.
    record AssignedView(@Nullable ConversationSummary conversation) {}

    /// With `undo`, an unresolved one was resolved by mistake: what was unread is unread again.
    record NewStatus(@Nullable WantedStatus status, @Nullable Boolean undo) {}

    /// What staff can make of a conversation.
    enum WantedStatus {
        resolved(Status.RESOLVED),
        unresolved(Status.UNRESOLVED);

        private final Status status;

        WantedStatus(Status status) {
            this.status = status;
        }
    }

    /// Both may be nobody; to whom has to be said all the same.
    record NewAssignee(@Nullable Somebody to, @Nullable UUID from) {}

    /// With `network` also for newcomers from the same network address, for seven days.
    record NewBlock(@Nullable Boolean network) {}

    record NewLabels(@Nullable List<@Nullable String> labels) {}

    @PUT
    @Path("status")
    @Consumes(MediaType.APPLICATION_JSON)
    public HandledView status(
            @PathParam("conversation") UUID conversation, @Nullable NewStatus body) {
        NewStatus wanted = Body.required(body, "status");
        ConversationId id = new ConversationId(conversation);
        return new HandledView(
                switch (Body.required(wanted.status(), "status").status) {
                    case RESOLVED -> handlings.resolve(staff.member(), id);
                    case UNRESOLVED ->
                            Boolean.TRUE.equals(wanted.undo())
                                    ? handlings.takeBackResolving(staff.member(), id)
                                    : handlings.reopen(staff.member(), id);
                });
    }

    @PUT
    @Path("assignee")
    @Consumes(MediaType.APPLICATION_JSON)
    public AssignedView assignee(
            @PathParam("conversation") UUID conversation, @Nullable NewAssignee body) {
        NewAssignee wanted = Body.required(body, "to");
        Somebody to = Body.required(wanted.to(), "to");
        return new AssignedView(
                assignments
                        .assign(
                                staff.member(),
                                new ConversationId(conversation),
                                id(wanted.from()),
                                id(to.staff()))
                        .orElse(null));
    }

    @PUT
    @Path("block")
    @Consumes(MediaType.APPLICATION_JSON)
    public HandledView block(
            @PathParam("conversation") UUID conversation, @Nullable NewBlock body) {
        boolean network = Body.required(Body.required(body, "network").network(), "network");
        return new HandledView(
                handlings.block(staff.member(), new ConversationId(conversation), network));
    }

    @DELETE
    @Path("block")
    public HandledView unblock(@PathParam("conversation") UUID conversation) {
        return new HandledView(handlings.unblock(staff.member(), new ConversationId(conversation)));
    }

    @PUT
    @Path("unread")
    public HandledView unread(@PathParam("conversation") UUID conversation) {
        return new HandledView(
                handlings.markUnread(staff.member(), new ConversationId(conversation)));
    }

    @PUT
    @Path("labels")
    @Consumes(MediaType.APPLICATION_JSON)
    public HandledView labels(
            @PathParam("conversation") UUID conversation, @Nullable NewLabels body) {
        List<String> wanted =
                Body.required(Body.required(body, "labels").labels(), "labels").stream()
                        .map(label -> Body.required(label, "labels"))
                        .toList();
        return new HandledView(
                labels.set(staff.member(), new ConversationId(conversation), wanted));
    }

    private static @Nullable StaffId id(@Nullable UUID staff) {
        return staff == null ? null : new StaffId(staff);
    }
}
