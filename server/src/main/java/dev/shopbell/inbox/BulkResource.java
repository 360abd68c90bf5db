package dev.shopbell.inbox;

import dev.shopbell.conversation.Assignments;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.Labels;
import dev.shopbell.message.ReadMarks;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.MemberLimits;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.StaffId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The same with many conversations. Each is done for itself: one that cannot be done keeps none of
/// the others from it.
@Path("/api/staff/stores/{store}/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class BulkResource {

    private static final int MOST = 100;

    private final Handlings handlings;
    private final Assignments assignments;
    private final Labels labels;
    private final ReadMarks readMarks;
    private final SignedInStaff staff;
    private final MemberLimits limits;

    BulkResource(
            Handlings handlings,
            Assignments assignments,
            Labels labels,
            ReadMarks readMarks,
            SignedInStaff staff,
            MemberLimits limits) {
        this.handlings = handlings;
        this.assignments = assignments;
        this.labels = labels;
        this.readMarks = readMarks;
        this.staff = staff;
        this.limits = limits;
    }

    record Bulk(@Nullable List<@Nullable UUID> conversations, @Nullable Action action) {}

    record Action(
            @Nullable ActionType type,
            @Nullable UUID to,
            @Nullable String label,
            @Nullable Boolean undo) {}

    /// What can be done with many.
    enum ActionType {
        resolve,
        reopen,
        /// To `to`, from whoever has it.
        assign,
        label,
        unlabel,
        read,
        unread
    }

    record RefusedView(UUID conversation, String code) {}

    /// What was done, what the caller may not see any more because of it, and what could not be
    /// done.
    record BulkView(List<ConversationSummary> done, List<UUID> gone, List<RefusedView> refused) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public BulkView bulk(@Nullable Bulk body) {
        Bulk bulk = Body.required(body, "conversations");
        Action action = Body.required(bulk.action(), "action");
        ActionType type = Body.required(action.type(), "action.type");
        if (type == ActionType.label || type == ActionType.unlabel) {
            Body.required(action.label(), "action.label");
        }
        List<UUID> conversations = checked(bulk.conversations());
        limits.take(Limit.MEMBER_BULK_ACTIONS);
        BulkView result = new BulkView(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (UUID id : conversations) {
            try {
                apply(type, action, new ConversationId(id))
                        .ifPresentOrElse(result.done()::add, () -> result.gone().add(id));
            } catch (RefusedException refused) {
                result.refused().add(new RefusedView(id, refused.refusal().code()));
            }
        }
        return result;
    }

    private Optional<ConversationSummary> apply(ActionType type, Action action, ConversationId id) {
        Member member = staff.member();
        return switch (type) {
            case resolve -> Optional.of(handlings.resolve(member, id));
            case reopen ->
                    Optional.of(
                            Boolean.TRUE.equals(action.undo())
                                    ? handlings.takeBackResolving(member, id)
                                    : handlings.reopen(member, id));
            case assign -> assign(member, id, action.to());
            case label -> Optional.of(labels.add(member, id, label(action)));
            case unlabel -> Optional.of(labels.remove(member, id, label(action)));
            case read -> Optional.of(readMarks.readAll(member, id));
            case unread -> Optional.of(handlings.markUnread(member, id));
        };
    }

    private Optional<ConversationSummary> assign(
            Member member, ConversationId id, @Nullable UUID to) {
        return assignments.assign(
                member,
                id,
                handlings.find(member, id).assignee(),
                to == null ? null : new StaffId(to));
    }

    private static String label(Action action) {
        return Body.required(action.label(), "action.label");
    }

    private static List<UUID> checked(@Nullable List<@Nullable UUID> conversations) {
        List<UUID> ids =
                Body.required(conversations, "conversations").stream()
                        .map(id -> Body.required(id, "conversations"))
                        .distinct()
                        .toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "conversations");
        }
        return ids;
    }
}
