package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/// Every SQL statement that reads conversations as one staff member sees them. Each has the access
/// rule in it.
public final class SummarySql {

    /// How many unread messages one conversation has.
    public record UnreadCount(UUID conversation, long messages) {}

    /// Whether the store still owes one conversation something.
    public record Standing(UUID conversation, Status status) {}

    private static final String SELECT_VISIBLE =
            """
            SELECT v.store_id, v.conversation_id, v.customer_id, v.status, v.assignee_id,
                   v.last_seq, v.last_public_seq, v.customer_messages, v.cleared_messages,
                   v.delivered_public_seq, v.seen_public_seq, v.staff_seen_public_seq,
                   v.preview_kind, v.preview_author_id, v.preview_text,
                   v.last_activity_at, v.created_at, v.version, v.feed_seq, v.access_feed_seq,
                   v.customer_name, v.customer_email, v.customer_email_verified, v.customer_language,
                   v.customer_time_zone, v.assignee_name, v.preview_author_name,
                   COALESCE(m.read_messages, 0) AS read_messages
              FROM conversation_with_people v
              LEFT JOIN conversation_member m
                ON m.store_id = v.store_id AND m.conversation_id = v.conversation_id AND m.staff_id = :viewer
             WHERE v.store_id = :store
               AND may_see(v.assignee_id, :viewer, :readsAssigned)
            """;

    private static final String NEWEST_FIRST =
            """
               AND (v.last_activity_at, v.conversation_id) < (CAST(:at AS timestamptz), :id)
             ORDER BY v.last_activity_at DESC, v.conversation_id DESC
             LIMIT :limit
            """;

    private static final String ALL = SELECT_VISIBLE + NEWEST_FIRST;

    private static final String UNRESOLVED =
            SELECT_VISIBLE + " AND v.status = 'unresolved'\n" + NEWEST_FIRST;

    private static final String UNREAD =
            SELECT_VISIBLE
                    + """
                       AND v.status = 'unresolved'
                       AND v.customer_messages > GREATEST(v.cleared_messages, COALESCE(m.read_messages, 0))
                    """
                    + NEWEST_FIRST;

    private static final String ONE = SELECT_VISIBLE + " AND v.conversation_id = :conversation\n";

    private static final String CHANGED =
            SELECT_VISIBLE
                    + """
                       AND v.feed_seq > :after
                     ORDER BY v.feed_seq
                     LIMIT :limit
                    """;

    private final StoreTransaction tx;
    private final Member member;

    public SummarySql(StoreTransaction tx, Member member) {
        this.tx = tx;
        this.member = member;
    }

    /// A page of a list, newest activity first, from just below the cursor.
    public List<ConversationSummary> page(ListView view, ListCursor below, int limit) {
        String sql =
                switch (view) {
                    case ALL -> ALL;
                    case UNRESOLVED -> UNRESOLVED;
                    case UNREAD -> UNREAD;
                };
        return asViewer(sql)
                .bind("at", below.at())
                .bind("id", below.id())
                .bind("limit", limit)
                .map((row, _) -> summary(row))
                .list();
    }

    public Optional<ConversationSummary> find(ConversationId id) {
        return asViewer(ONE)
                .bind("conversation", id.value())
                .map((row, _) -> summary(row))
                .findOne();
    }

    /// Those of these that this member may see, in no order.
    public List<ConversationSummary> among(List<UUID> conversations) {
        return asViewer(SELECT_VISIBLE + " AND v.conversation_id = ANY (:conversations)\n")
                .bindArray("conversations", UUID.class, conversations)
                .map((row, _) -> summary(row))
                .list();
    }

    /// What changed after a place in the feed, oldest change first, each as it is now.
    public List<Changed> changedAfter(long feedSeq, int limit) {
        return asViewer(CHANGED)
                .bind("after", feedSeq)
                .bind("limit", limit)
                .map((row, _) -> new Changed(summary(row), row.getLong("feed_seq")))
                .list();
    }

    /// A conversation and the number of its newest change.
    public record Changed(ConversationSummary summary, long feedSeq) {}

    /// Conversations whose assignee changed after a place in the feed, up to another, and which
    /// this member may not see now. Others that are hidden are not named.
    public List<UUID> hiddenBetween(long after, long upTo) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM conversation c
                         WHERE c.store_id = :store
                           AND c.feed_seq > :after
                           AND c.access_feed_seq > :after
                           AND c.access_feed_seq <= :upTo
                           AND NOT may_see(c.assignee_id, :viewer, :readsAssigned)
                        """)
                .bind("store", member.store().value())
                .bind("viewer", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                .bind("after", after)
                .bind("upTo", upTo)
                .mapTo(UUID.class)
                .list();
    }

    /// Those of these conversations that this member may see.
    public List<UUID> visibleAmong(List<UUID> conversations) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM conversation c
                         WHERE c.store_id = :store
                           AND c.conversation_id = ANY (:conversations)
                           AND may_see(c.assignee_id, :viewer, :readsAssigned)
                        """)
                .bind("store", member.store().value())
                .bind("viewer", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                .bindArray("conversations", UUID.class, conversations)
                .mapTo(UUID.class)
                .list();
    }

    /// The unread conversations with how much is unread in each, newest first.
    public List<UnreadCount> unread(int limit) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id,
                               c.customer_messages - GREATEST(c.cleared_messages, COALESCE(m.read_messages, 0))
                                   AS messages
                          FROM conversation c
                          LEFT JOIN conversation_member m
                            ON m.store_id = c.store_id AND m.conversation_id = c.conversation_id
                           AND m.staff_id = :viewer
                         WHERE c.store_id = :store
                           AND c.status = 'unresolved'
                           AND c.customer_messages > GREATEST(c.cleared_messages, COALESCE(m.read_messages, 0))
                           AND may_see(c.assignee_id, :viewer, :readsAssigned)
                         ORDER BY c.last_activity_at DESC, c.conversation_id DESC
                         LIMIT :limit
                        """)
                .bind("store", member.store().value())
                .bind("viewer", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                .bind("limit", limit)
                .map((row, _) ->
                        new UnreadCount(
                                row.getObject("conversation_id", UUID.class),
                                row.getLong("messages")))
                .list();
    }

    /// The newest conversations, each with how it stands.
    public List<Standing> newest(int limit) {
        return asViewer(
                        """
                        SELECT c.conversation_id, c.status
                          FROM conversation c
                         WHERE c.store_id = :store
                           AND may_see(c.assignee_id, :viewer, :readsAssigned)
                         ORDER BY c.last_activity_at DESC, c.conversation_id DESC
                         LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, _) ->
                        new Standing(
                                row.getObject("conversation_id", UUID.class),
                                Status.of(row.getString("status"))))
                .list();
    }

    /// The newest conversations to which the store still owes something.
    public List<UUID> unresolved(int limit) {
        return asViewer(
                        """
                        SELECT c.conversation_id
                          FROM conversation c
                         WHERE c.store_id = :store
                           AND c.status = 'unresolved'
                           AND may_see(c.assignee_id, :viewer, :readsAssigned)
                         ORDER BY c.last_activity_at DESC, c.conversation_id DESC
                         LIMIT :limit
                        """)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    private Query asViewer(String sql) {
        return tx.createQuery(sql)
                .bind("store", member.store().value())
                .bind("viewer", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member));
    }

    private static ConversationSummary summary(ResultSet row) throws SQLException {
        return ConversationView.read(row).forReader(row.getLong("read_messages"));
    }
}
