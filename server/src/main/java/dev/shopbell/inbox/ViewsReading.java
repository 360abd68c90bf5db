package dev.shopbell.inbox;

import dev.shopbell.conversation.ListView;
import dev.shopbell.conversation.Status;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.conversation.SummarySql.Standing;
import dev.shopbell.staff.StaffId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads which conversations are in which view. In a store with fewer than a thousand, one
/// statement tells of all of them; in a larger one each view is asked for, and stops at a thousand.
final class ViewsReading {

    private static final int TOO_MANY = 1_000;

    private final SummarySql sql;
    private final StaffId viewer;

    ViewsReading(SummarySql sql, StaffId viewer) {
        this.sql = sql;
        this.viewer = viewer;
    }

    InboxSnapshot.Views views() {
        List<Standing> newest = sql.newest(ListView.ALL, TOO_MANY);
        return newest.size() < TOO_MANY ? among(newest) : asked();
    }

    private InboxSnapshot.Views among(List<Standing> all) {
        Predicate<Standing> isUnresolved = each -> each.status() == Status.UNRESOLVED;
        return new InboxSnapshot.Views(
                ids(all, isUnresolved),
                ids(all, isUnresolved.or(Standing::blocked).negate()),
                ids(all, isUnresolved.and(each -> viewer.equals(each.assignee()))),
                ids(all, isUnresolved.and(each -> each.assignee() == null)),
                ids(all, Standing::blocked));
    }

    private InboxSnapshot.Views asked() {
        return new InboxSnapshot.Views(
                of(ListView.UNRESOLVED),
                of(ListView.RESOLVED),
                of(ListView.MINE),
                of(ListView.UNASSIGNED),
                of(ListView.BLOCKED));
    }

    private @Nullable List<UUID> of(ListView view) {
        List<Standing> found = sql.newest(view, TOO_MANY);
        return found.size() < TOO_MANY ? ids(found, _ -> true) : null;
    }

    private static List<UUID> ids(List<Standing> conversations, Predicate<Standing> wanted) {
        return conversations.stream().filter(wanted).map(Standing::conversation).toList();
    }
}
