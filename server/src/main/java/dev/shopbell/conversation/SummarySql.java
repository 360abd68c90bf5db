package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/// Every SQL statement that reads conversations as one staff member sees them. Each has the access
/// rule in it.
public final class SummarySql {

    /// How many unread messages one conversation has.
    public record UnreadCount(UUID conversation, long messages) {}

    private static final String SELECT_VISIBLE =
            """
            SELECT v.store_id, v.conversation_id, v.customer_id, v.status, v.assignee_id, v.blocked_at, v.block_changes, v.labels,
                   v.last_seq, v.last_public_seq, v.customer_messages, v.cleared_messages,
                   v.delivered_public_seq, v.seen_public_seq, v.staff_seen_public_seq, v.emailed_public_seq,
                   v.preview_kind, v.preview_author_id, v.preview_sender, v.preview_text, v.preview_images, v.preview_videos,
                   v.unreached_how, v.unreached_up_to,
                   v.last_activity_at, v.created_at, v.version, v.feed_seq, v.access_feed_seq,
                   v.is_continued, v.continues, v.visitor_changes,
                   v.customer_name, v.customer_email, v.customer_email_verified, v.customer_language,
                   v.customer_time_zone, v.assignee_name, v.preview_author_name,
                   v.cart_currency, v.cart_subtotal, v.cart_quantity, v.cart_changed_at,
            """
                    + Reading.COLUMNS
                    + """
                      FROM conversation_with_people v
                      LEFT JOIN conversation_member m
                        ON m.store_id = v.store_id AND m.conversation_id = v.conversation_id AND m.staff_id = :viewer
                     WHERE v.store_id = :store
                       AND may_see(v.assignee_id, :viewer, :readsAssigned)
                    """;

    private static final String IN_ORDER =
            " ORDER BY v.last_activity_at DESC, v.conversation_id DESC\n";

    private static final String ONE = SELECT_VISIBLE + " AND v.conversation_id = :conversation\n";

    private static final String CHANGED =
            SELECT_VISIBLE
                    + """
                       AND v.feed_seq > :after
                     ORDER BY v.feed_seq
                     LIMIT :limit
                    """;

    private static final String ELSEWHERE =
            """
            SELECT c.conversation_id, cu.name AS customer_name, cu.email AS customer_email,
                   c.assignee_id, a.name AS assignee_name, c.status, c.last_activity_at
              FROM conversation c
              JOIN customer cu USING (store_id, customer_id)
              JOIN staff a ON a.staff_id = c.assignee_id
             WHERE c.store_id = :store
               AND NOT may_see(c.assignee_id, :viewer, :readsAssigned)
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
                SELECT_VISIBLE
                        + " AND v.conversation_id IN (SELECT page.conversation_id FROM ("
                        + ListSql.conversations(view, ConversationAccess.readsAssigned(member))
                        + ") page)\n"
                        + IN_ORDER;
        return fromBelow(sql, below, limit).map((row, _) -> summary(row)).list();
    }

    /// Those in which a note names this member that they have not opened, newest activity first. An
    /// array, so that they are looked up: there are few, and a walk in order would go on for long.
    public List<ConversationSummary> mentioned(int limit) {
        return asViewer(
                        SELECT_VISIBLE
                                + """
                                   AND v.conversation_id = ANY (ARRAY (
                                       SELECT named.conversation_id
                                         FROM conversation_member named
                                        WHERE named.store_id = :store AND named.staff_id = :viewer
                                          AND named.mentioned_seq > named.read_seq))
                                """
                                + IN_ORDER
                                + " LIMIT :limit")
                .bind("limit", limit)
                .map((row, _) -> summary(row))
                .list();
    }

    /// Other conversations of whoever writes in this one, newest activity first: of the same
    /// customer, and of those of whom it is known that they are the same customer of the store.
    public List<ConversationSummary> ofSamePerson(ConversationId id, int limit) {
        return asViewer(
                        SELECT_VISIBLE
                                + """
                                   AND v.conversation_id <> :conversation
                                   AND v.customer_id = ANY (ARRAY (
                                       SELECT this.customer_id
                                         FROM conversation this
                                        WHERE this.store_id = :store AND this.conversation_id = :conversation
                                        UNION
                                       SELECT other.customer_id
                                         FROM conversation this
                                         JOIN customer me USING (store_id, customer_id)
                                         JOIN customer other
                                           ON other.store_id = me.store_id
                                          AND other.shop_customer_id = me.shop_customer_id
                                        WHERE this.store_id = :store AND this.conversation_id = :conversation))
                                """
                                + IN_ORDER
                                + " LIMIT :limit")
                .bind("conversation", id.value())
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

    /// Conversations that were taken from this member's sight, or erased, after a place in the
    /// feed, up to another. Hidden ones that they did not see then either are not named.
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
                           AND EXISTS (
                               SELECT 1
                                 FROM message e
                                 JOIN membership me ON me.store_id = e.store_id AND me.staff_id = :viewer
                                WHERE e.store_id = c.store_id
                                  AND e.conversation_id = c.conversation_id
                                  AND e.feed_seq > :after
                                  AND e.sent_at >= me.joined_at
                                  AND e.kind = 'event'
                                  AND e.event ->> 'type' = 'assigned'
                                  AND may_see(CAST(e.event #>> '{from,id}' AS uuid), :viewer, :readsAssigned))
                         UNION ALL
                        SELECT g.conversation_id
                          FROM erased_conversation g
                         WHERE g.store_id = :store
                           AND g.feed_seq > :after
                           AND g.feed_seq <= :upTo
                           AND may_see(g.assignee_id, :viewer, :readsAssigned)
                           AND NOT EXISTS (SELECT FROM conversation c
                                            WHERE c.store_id = g.store_id
                                              AND c.conversation_id = g.conversation_id)
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
        String sql =
                """
                SELECT page.conversation_id,
                       GREATEST(CASE WHEN m.marked_unread THEN 1 ELSE 0 END,
                                page.customer_messages
                                - GREATEST(page.cleared_messages, COALESCE(m.read_messages, 0))) AS messages
                  FROM (
                """
                        + ListSql.conversations(
                                ListView.UNREAD, ConversationAccess.readsAssigned(member))
                        + """
                               ) page
                          LEFT JOIN conversation_member m
                            ON m.store_id = page.store_id AND m.conversation_id = page.conversation_id
                           AND m.staff_id = :viewer
                         ORDER BY page.last_activity_at DESC, page.conversation_id DESC
                        """;
        return fromBelow(sql, ListCursor.TOP, limit)
                .map((row, _) ->
                        new UnreadCount(
                                row.getObject("conversation_id", UUID.class),
                                row.getLong("messages")))
                .list();
    }

    /// The conversations in each of these views, newest first. A view that has at least so many is
    /// left out.
    public Map<ListView, List<UUID>> idsUnlessTooMany(List<ListView> views, int tooMany) {
        boolean readsAssigned = ConversationAccess.readsAssigned(member);
        String sql =
                views.stream()
                        .map(view ->
                                ListSql.idsUnlessTooMany(view, readsAssigned)
                                        + " AS "
                                        + view.word())
                        .collect(Collectors.joining(", ", "SELECT ", ""));
        return asViewer(sql).bind("tooMany", tooMany).map((row, _) -> ids(row, views)).one();
    }

    /// The conversations that are assigned to others and hidden from this member, who has to be an
    /// Inbox administrator to know that they exist.
    public List<AssignedElsewhere> assignedElsewhere(ListCursor below, int limit) {
        return fromBelow(
                        ELSEWHERE
                                + """
                                   AND (c.last_activity_at, c.conversation_id) < (CAST(:at AS timestamptz), :id)
                                 ORDER BY c.last_activity_at DESC, c.conversation_id DESC
                                 LIMIT :limit
                                """,
                        below,
                        limit)
                .map((row, _) -> assignedElsewhere(row))
                .list();
    }

    /// The same of one.
    public Optional<AssignedElsewhere> assignedElsewhere(ConversationId id) {
        return asViewer(ELSEWHERE + " AND c.conversation_id = :conversation\n")
                .bind("conversation", id.value())
                .map((row, _) -> assignedElsewhere(row))
                .findOne();
    }

    private Query fromBelow(String sql, ListCursor below, int limit) {
        return asViewer(sql).bind("at", below.at()).bind("id", below.id()).bind("limit", limit);
    }

    private Query asViewer(String sql) {
        return tx.createQuery(sql)
                .bind("store", member.store().value())
                .bind("viewer", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member));
    }

    private static AssignedElsewhere assignedElsewhere(ResultSet row) throws SQLException {
        return new AssignedElsewhere(
                row.getObject("conversation_id", UUID.class),
                new AssignedElsewhere.Who(
                        row.getString("customer_name"), row.getString("customer_email")),
                new ConversationSummary.StaffView(
                        row.getObject("assignee_id", UUID.class), row.getString("assignee_name")),
                Status.of(row.getString("status")),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant());
    }

    private static Map<ListView, List<UUID>> ids(ResultSet row, List<ListView> views)
            throws SQLException {
        Map<ListView, List<UUID>> ids = new EnumMap<>(ListView.class);
        for (ListView view : views) {
            Array found = row.getArray(view.word());
            if (found != null) {
                ids.put(view, List.of((UUID[]) found.getArray()));
            }
        }
        return ids;
    }

    private static ConversationSummary summary(ResultSet row) throws SQLException {
        return ConversationView.read(row).forReader(Reading.read(row));
    }
}
