package dev.shopbell.inbox;

import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.ListCursor;
import dev.shopbell.conversation.ListView;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.message.Answers;
import dev.shopbell.message.Drafts;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.presence.Presence;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a staff member sees before opening a conversation: store, landing page, lists.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class InboxResource {

    private static final int MOST_COUNTED = 1_000;
    private static final int LATEST = 3;
    private static final int MOST_MENTIONS = 20;

    private final Database database;
    private final Stores stores;
    private final Installation installation;
    private final Position.Positions positions;
    private final Presence presence;
    private final Drafts drafts;
    private final Answers answers;
    private final SignedInStaff staff;

    InboxResource(
            Database database,
            Stores stores,
            Installation installation,
            Position.Positions positions,
            Presence presence,
            Drafts drafts,
            Answers answers,
            SignedInStaff staff) {
        this.database = database;
        this.stores = stores;
        this.installation = installation;
        this.positions = positions;
        this.presence = presence;
        this.drafts = drafts;
        this.answers = answers;
        this.staff = staff;
    }

    record Page(
            Position position, List<ConversationSummary> conversations, @Nullable String next) {}

    record TodayView(long answered) {}

    @GET
    public StoreView store() {
        String origin = installation.publicUrl().map(PublicUrl::origin).orElse("");
        return StoreView.of(stores.get(staff.member().store()), origin);
    }

    @GET
    @Path("inbox")
    public InboxSnapshot inbox() {
        Member member = staff.member();
        return database.inStore(
                member.store(),
                tx -> {
                    // The position first: what is read after it is at least as new, so a client
                    // that goes on from it misses nothing.
                    long feedSeq = FeedSql.position(tx, member.store());
                    SummarySql sql = new SummarySql(tx, member);
                    var unread = sql.unread(MOST_COUNTED);
                    ListView shown = unread.isEmpty() ? ListView.ALL : ListView.UNREAD;
                    return new InboxSnapshot(
                            positions.of(member, feedSeq),
                            unread,
                            ViewsReading.views(sql),
                            latest(sql, shown),
                            presence.onlineFor(tx, member),
                            drafts.of(tx, member).stream().map(DraftView::of).toList());
                });
    }

    @GET
    @Path("today")
    public TodayView today() {
        return new TodayView(answers.peopleToday(staff.member()));
    }

    /// Whoever is named in a note hears of it wherever the conversation is.
    private static List<ConversationSummary> latest(SummarySql sql, ListView shown) {
        return Stream.of(sql.page(shown, ListCursor.TOP, LATEST), sql.mentioned(MOST_MENTIONS))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    @GET
    @Path("conversations")
    public Page conversations(
            @QueryParam("view") @DefaultValue("unresolved") String view,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Member member = staff.member();
        ListView wanted = ListView.of(view).orElseThrow(() -> invalid("view"));
        ListCursor below =
                before == null
                        ? ListCursor.TOP
                        : ListCursor.read(before).orElseThrow(() -> invalid("before"));
        int size = PageSize.page(limit);
        return database.inStore(
                member.store(),
                tx -> {
                    long feedSeq = FeedSql.position(tx, member.store());
                    List<ConversationSummary> found =
                            new SummarySql(tx, member).page(wanted, below, size + 1);
                    boolean more = found.size() > size;
                    List<ConversationSummary> page = more ? found.subList(0, size) : found;
                    return new Page(
                            positions.of(member, feedSeq),
                            page,
                            more ? ListCursor.below(page.getLast()).written() : null);
                });
    }

    private static RefusedException invalid(String field) {
        return new RefusedException(HttpRefusal.INVALID_VALUE, field);
    }
}
