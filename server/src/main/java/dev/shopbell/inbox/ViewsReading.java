package dev.shopbell.inbox;

import dev.shopbell.conversation.ListView;
import dev.shopbell.conversation.SummarySql;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reads which conversations are in which view, up to a thousand in each.
final class ViewsReading {

    private static final int TOO_MANY = 1_000;
    private static final List<ListView> COUNTED =
            List.of(
                    ListView.UNRESOLVED,
                    ListView.RESOLVED,
                    ListView.MINE,
                    ListView.UNASSIGNED,
                    ListView.BLOCKED);

    private ViewsReading() {}

    static InboxSnapshot.Views views(SummarySql sql) {
        Map<ListView, List<UUID>> ids = sql.idsUnlessTooMany(COUNTED, TOO_MANY);
        return new InboxSnapshot.Views(
                ids.get(ListView.UNRESOLVED),
                ids.get(ListView.RESOLVED),
                ids.get(ListView.MINE),
                ids.get(ListView.UNASSIGNED),
                ids.get(ListView.BLOCKED));
    }
}
