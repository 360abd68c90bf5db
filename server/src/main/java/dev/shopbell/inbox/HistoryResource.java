package dev.shopbell.inbox;

import dev.shopbell.conversation.AssignedElsewhere;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.HistoryPlace;
import dev.shopbell.conversation.HistorySql;
import dev.shopbell.conversation.HistorySql.Stretch;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.message.Message;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What was said before a thread began, in closed ones that go on in it, and where a closed one
/// goes on. Each of them is under its own access rule: of one that is hidden, Inbox administrators
/// hear as much as in the list of those, and nobody else anything.
@Path("/api/staff/stores/{store}/conversations/{conversation}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class HistoryResource {

    private final Database database;
    private final SignedInStaff staff;

    HistoryResource(Database database, SignedInStaff staff) {
        this.database = database;
        this.staff = staff;
    }

    /// Messages of one closed thread, oldest first: of `conversation`, or none of one that is
    /// assigned `elsewhere`. `next` is what to ask for `before`; null where nothing was said
    /// before.
    record HistoryView(
            @Nullable ConversationSummary conversation,
            @Nullable AssignedElsewhere elsewhere,
            List<StaffMessageView> messages,
            @Nullable String next) {

        static final HistoryView NONE = new HistoryView(null, null, List.of(), null);
    }

    /// Where a closed thread goes on: in `conversation`, or in one that is assigned `elsewhere`;
    /// neither where it is not closed, or nothing may be told.
    record ContinuationView(
            @Nullable ConversationSummary conversation, @Nullable AssignedElsewhere elsewhere) {}

    @GET
    @Path("history")
    public HistoryView history(
            @PathParam("conversation") UUID conversation,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        HistoryPlace place = HistoryPlace.asked(before);
        int size = PageSize.range(limit);
        Member member = staff.member();
        return ofVisible(
                conversation,
                (tx, id) ->
                        new HistorySql(tx, member.store())
                                .forStaff(member, id, place)
                                .map(stretch -> history(tx, member, stretch, place, size))
                                .orElse(HistoryView.NONE));
    }

    @GET
    @Path("continuation")
    public ContinuationView continuation(@PathParam("conversation") UUID conversation) {
        Member member = staff.member();
        return ofVisible(
                conversation,
                (tx, id) ->
                        new HistorySql(tx, member.store())
                                .continuation(id)
                                .map(open -> continuation(tx, member, open))
                                .orElse(new ContinuationView(null, null)));
    }

    private static HistoryView history(
            StoreTransaction tx, Member member, Stretch stretch, HistoryPlace place, int size) {
        ConversationId id = stretch.thread().id();
        SummarySql summaries = new SummarySql(tx, member);
        if (!stretch.thread().isVisible()) {
            return new HistoryView(
                    null,
                    summaries.assignedElsewhere(id).orElse(null),
                    List.of(),
                    written(stretch.next(1)));
        }
        List<Message> messages = new ThreadSql(tx, member.store(), id).before(place.before(), size);
        long first = messages.isEmpty() ? 1 : messages.getFirst().seq();
        // Asked last, once more: it may have been assigned away between the statements.
        return summaries
                .find(id)
                .map(summary ->
                        new HistoryView(
                                summary,
                                null,
                                messages.stream().map(StaffMessageView::of).toList(),
                                written(stretch.next(first))))
                .orElse(HistoryView.NONE);
    }

    private static ContinuationView continuation(
            StoreTransaction tx, Member member, ConversationId open) {
        SummarySql summaries = new SummarySql(tx, member);
        ConversationSummary visible = summaries.find(open).orElse(null);
        boolean isTold = visible == null && member.may(Permission.INBOX_ADMINISTRATION);
        return new ContinuationView(
                visible, isTold ? summaries.assignedElsewhere(open).orElse(null) : null);
    }

    /// Of a conversation this member may see; any other does not exist.
    private <T> T ofVisible(
            UUID conversation, BiFunction<StoreTransaction, ConversationId, T> answer) {
        Member member = staff.member();
        ConversationId id = new ConversationId(conversation);
        return database.inStore(
                member.store(),
                tx -> {
                    if (new SummarySql(tx, member).visibleAmong(List.of(conversation)).isEmpty()) {
                        throw new RefusedException(HttpRefusal.NOT_FOUND);
                    }
                    return answer.apply(tx, id);
                });
    }

    private static @Nullable String written(@Nullable HistoryPlace place) {
        return place == null ? null : place.written();
    }
}
