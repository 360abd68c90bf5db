package dev.shopbell.conversation;

import java.util.List;
import java.util.stream.Collectors;

/// The statements behind the views: the conversations of a view, newest activity first, from just
/// below a place. Whoever reads only what is assigned to nobody or to themselves gets two walks
/// along an index, merged: what is assigned to others costs nothing, however much it is.
final class ListSql {

    private static final String COLUMNS =
            """
            SELECT c.store_id, c.conversation_id, c.last_activity_at, c.status, c.assignee_id,
                   c.blocked_at, c.customer_messages, c.cleared_messages
              FROM conversation c
             WHERE c.store_id = :store
            """;

    private static final String BELOW =
            " AND (c.last_activity_at, c.conversation_id) < (CAST(:at AS timestamptz), :id)\n";

    private static final String ONE_PAGE =
            BELOW
                    + """
                     ORDER BY c.last_activity_at DESC, c.conversation_id DESC
                     LIMIT :limit
                    """;

    private static final String OF_NOBODY = " AND c.assignee_id IS NULL\n";
    private static final String OF_VIEWER = " AND c.assignee_id = :viewer\n";
    private static final String OF_ANYBODY =
            " AND may_see(c.assignee_id, :viewer, :readsAssigned)\n";

    /// PostgreSQL does not see that a column that IS NULL is the same in all rows: without it in
    /// the order, it would sort what the index has in order.
    private static final String PAGE_OF_NOBODY =
            OF_NOBODY
                    + BELOW
                    + """
                     ORDER BY c.assignee_id, c.last_activity_at DESC, c.conversation_id DESC
                     LIMIT :limit
                    """;

    /// The same arithmetic as in [ConversationSummary]. A subquery of one value: PostgreSQL asks it
    /// for each conversation, and does not come upon reading all that was ever read instead.
    private static final String IS_UNREAD =
            """
               AND COALESCE((SELECT r.marked_unread
                                    OR c.customer_messages > GREATEST(c.cleared_messages, r.read_messages)
                               FROM conversation_member r
                              WHERE r.store_id = c.store_id
                                AND r.conversation_id = c.conversation_id
                                AND r.staff_id = :viewer),
                            c.customer_messages > c.cleared_messages)
            """;

    /// As the indexes of the views have them, whoever's they are.
    private static final String NEWEST_FIRST =
            "c.assignee_id, c.last_activity_at DESC, c.conversation_id DESC";

    private static final String OLDEST_FIRST =
            "c.assignee_id DESC, c.last_activity_at, c.conversation_id";

    private ListSql() {}

    /// A subquery of the columns above. Binds `store`, `viewer`, `readsAssigned`, `at`, `id` and
    /// `limit`.
    static String conversations(ListView view, boolean readsAssigned) {
        String those = COLUMNS + condition(view);
        return switch (view) {
            case MINE -> those + OF_VIEWER + ONE_PAGE;
            case UNASSIGNED -> those + PAGE_OF_NOBODY;
            case ALL, UNREAD, UNRESOLVED, RESOLVED, BLOCKED ->
                    readsAssigned
                            ? those + OF_ANYBODY + ONE_PAGE
                            : merged(those + PAGE_OF_NOBODY, those + OF_VIEWER + ONE_PAGE);
        };
    }

    /// An array of the ids of a view, newest activity first; null if there are `:tooMany` or more.
    /// No conversation is read for it, only indexes. That there are too many is found out from the
    /// oldest on: where nothing changes any more, PostgreSQL knows from the index alone that what
    /// it meets is there. Binds `store`, `viewer`, `readsAssigned` and `tooMany`.
    static String idsUnlessTooMany(ListView view, boolean readsAssigned) {
        return """
        CASE WHEN NOT EXISTS (SELECT FROM (%s) c OFFSET CAST(:tooMany AS bigint) - 1)
             THEN ARRAY(SELECT c.conversation_id FROM (%s) c
                         ORDER BY c.last_activity_at DESC, c.conversation_id DESC)
         END
        """
                .formatted(
                        walks(view, readsAssigned, OLDEST_FIRST),
                        walks(view, readsAssigned, NEWEST_FIRST));
    }

    private static String walks(ListView view, boolean readsAssigned, String order) {
        return assignees(view, readsAssigned).stream()
                .map(assignee ->
                        """
                        SELECT c.conversation_id, c.last_activity_at
                          FROM conversation c
                         WHERE c.store_id = :store
                        """
                                + condition(view)
                                + assignee
                                + " ORDER BY "
                                + order
                                + " LIMIT :tooMany")
                .collect(Collectors.joining(") UNION ALL (", "(", ")"));
    }

    private static List<String> assignees(ListView view, boolean readsAssigned) {
        return switch (view) {
            case MINE -> List.of(OF_VIEWER);
            case UNASSIGNED -> List.of(OF_NOBODY);
            case ALL, UNREAD, UNRESOLVED, RESOLVED, BLOCKED ->
                    readsAssigned ? List.of(OF_ANYBODY) : List.of(OF_NOBODY, OF_VIEWER);
        };
    }

    /// The partial indexes have the same conditions.
    private static String condition(ListView view) {
        return switch (view) {
            case ALL -> "";
            case UNRESOLVED, MINE, UNASSIGNED -> " AND c.status = 'unresolved'\n";
            case UNREAD -> " AND c.status = 'unresolved'\n" + IS_UNREAD;
            case RESOLVED -> " AND c.status = 'resolved' AND c.blocked_at IS NULL\n";
            case BLOCKED -> " AND c.blocked_at IS NOT NULL\n";
        };
    }

    private static String merged(String one, String other) {
        return """
        SELECT c.* FROM ((%s) UNION ALL (%s)) c
         ORDER BY c.last_activity_at DESC, c.conversation_id DESC
         LIMIT :limit
        """
                .formatted(one, other);
    }
}
