package dev.shopbell.inbox;

import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.ListView;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageKind;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.search.Search;
import dev.shopbell.search.Search.Found;
import dev.shopbell.search.Search.Hit;
import dev.shopbell.search.SearchCursor;
import dev.shopbell.search.SearchTerms;
import dev.shopbell.search.Snippet;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.MemberLimits;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Searching for people and for what was said.
@Path("/api/staff/stores/{store}/search")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class SearchResource {

    private final Database database;
    private final Search search;
    private final Position.Positions positions;
    private final SignedInStaff staff;
    private final MemberLimits limits;

    SearchResource(
            Database database,
            Search search,
            Position.Positions positions,
            SignedInStaff staff,
            MemberLimits limits) {
        this.database = database;
        this.search = search;
        this.positions = positions;
        this.staff = staff;
        this.limits = limits;
    }

    record HitPage(Position position, List<HitView> hits, @Nullable String next) {}

    /// Without a message it is a number of the customer's orders that was found, if `order` has
    /// one, and else their name or e-mail address.
    record HitView(
            ConversationSummary conversation,
            @Nullable FoundMessage message,
            @Nullable String order) {}

    /// A message and the part of it in which something was found. `system`: what the store's own
    /// system is called that said it.
    record FoundMessage(
            long seq,
            MessageKind kind,
            @Nullable StaffView author,
            @Nullable String system,
            Instant sentAt,
            List<Snippet.Part> parts) {}

    /// A page may hold fewer hits than asked for, or none, and yet have a next one: what one
    /// request looks through is bounded.
    @GET
    public HitPage search(
            @QueryParam("q") @DefaultValue("") String typed,
            @QueryParam("view") @DefaultValue("all") String view,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        Member member = staff.member();
        SearchTerms sought = SearchTerms.of(typed);
        ListView within = ListView.of(view).orElseThrow(() -> invalid("view"));
        SearchCursor below =
                before == null
                        ? SearchCursor.TOP
                        : SearchCursor.read(before).orElseThrow(() -> invalid("before"));
        int size = PageSize.page(limit);
        limits.take(Limit.MEMBER_SEARCHES);
        return database.inStore(
                member.store(),
                tx -> {
                    Position position = positions.of(member, FeedSql.position(tx, member.store()));
                    Found found = search.find(tx, member, sought, within, below, size);
                    SearchCursor next = found.next();
                    return new HitPage(
                            position,
                            found.hits().stream().map(SearchResource::view).toList(),
                            next == null ? null : next.written());
                });
    }

    private static HitView view(Hit hit) {
        Message message = hit.message();
        Snippet snippet = hit.snippet();
        return new HitView(
                hit.conversation(),
                message == null || snippet == null
                        ? null
                        : new FoundMessage(
                                message.seq(),
                                message.kind(),
                                ConversationSummary.staff(message.author(), message.authorName()),
                                message.system(),
                                message.sentAt(),
                                snippet.parts()),
                hit.order());
    }

    private static RefusedException invalid(String field) {
        return new RefusedException(HttpRefusal.INVALID_VALUE, field);
    }
}
