package dev.shopbell.inbox;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.Draft;
import dev.shopbell.message.DraftText;
import dev.shopbell.message.Drafts;
import dev.shopbell.message.MessageKind;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.MemberLimits;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a staff member has typed and not sent, kept for them across reloads and devices.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class DraftResource {

    private static final int MOST_MENTIONS = 50;

    private final Drafts drafts;
    private final SignedInStaff staff;
    private final MemberLimits limits;

    DraftResource(Drafts drafts, SignedInStaff staff, MemberLimits limits) {
        this.drafts = drafts;
        this.staff = staff;
        this.limits = limits;
    }

    record DraftAnswer(@Nullable DraftView draft) {}

    record NewDraft(
            ThreadResource.@Nullable Kind kind,
            @Nullable String text,
            @Nullable Long after,
            @Nullable List<UUID> mentions) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @PUT
    @Path("conversations/{conversation}/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    public DraftAnswer keep(@PathParam("conversation") UUID conversation, @Nullable NewDraft body) {
        NewDraft typed = Body.required(body, "text");
        limits.take(Limit.MEMBER_DRAFTS);
        boolean isNote = Body.required(typed.kind(), "kind") == ThreadResource.Kind.note;
        Optional<Draft> kept =
                drafts.keep(
                        staff.member(),
                        new Drafts.Typed(
                                new ConversationId(conversation),
                                isNote ? MessageKind.NOTE : MessageKind.STAFF,
                                new DraftText(Body.required(typed.text(), "text")),
                                after(typed.after()),
                                mentions(typed.mentions())));
        return new DraftAnswer(kept.map(DraftView::of).orElse(null));
    }

    /// Also of a conversation that is hidden by now; safe to repeat.
    @DELETE
    @Path("drafts/{conversation}")
    public DraftAnswer delete(@PathParam("conversation") UUID conversation) {
        drafts.delete(staff.member(), new ConversationId(conversation));
        return new DraftAnswer(null);
    }

    /// The last message its writer knew; null when they do not say.
    static @Nullable Long after(@Nullable Long seq) {
        if (seq != null && seq < 0) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "after");
        }
        return seq;
    }

    /// The people a draft or note names; a missing list names nobody.
    static List<StaffId> mentions(@Nullable List<UUID> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > MOST_MENTIONS || ids.stream().anyMatch(id -> id == null)) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "mentions");
        }
        return ids.stream().distinct().map(StaffId::new).toList();
    }
}
