package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about closed threads and the one in which they go on. Whoever calls has
/// checked that the thread that is asked about may be read.
public final class HistorySql {

    /// The closed thread to read from now, and the one before it.
    public record Stretch(Closed thread, @Nullable Closed earlier) {

        /// Where to go on from, when `first` is the first place read and the thread begins at 1.
        public @Nullable HistoryPlace next(long first) {
            if (first > 1) {
                return new HistoryPlace(thread.id().value(), first);
            }
            return earlier == null
                    ? null
                    : new HistoryPlace(earlier.id().value(), HistoryPlace.END.before());
        }
    }

    /// A thread that is closed. Not visible: assigned to somebody else.
    public record Closed(ConversationId id, boolean isVisible) {}

    /// All that go on in one, be it by way of others, of the same customer.
    private static final String CLOSED =
            """
            WITH RECURSIVE closed AS (
                SELECT c.store_id, c.conversation_id, c.customer_id, c.assignee_id, c.last_public_seq, c.created_at
                  FROM conversation o
                  JOIN conversation c
                    ON c.store_id = o.store_id AND c.continued_in = o.conversation_id AND c.customer_id = o.customer_id
                 WHERE o.store_id = :store AND o.conversation_id = :conversation
                 UNION
                SELECT c.store_id, c.conversation_id, c.customer_id, c.assignee_id, c.last_public_seq, c.created_at
                  FROM closed o
                  JOIN conversation c
                    ON c.store_id = o.store_id AND c.continued_in = o.conversation_id AND c.customer_id = o.customer_id
            )
            """;

    /// From `told`, those of whom the reader hears, the latest first: by when they began, which
    /// nothing that is noted later moves.
    private static final String FROM_PLACE =
            """
            SELECT t.conversation_id, t.is_visible
              FROM told t
             WHERE CAST(:thread AS uuid) IS NULL
                OR (t.created_at, t.conversation_id)
                   <= (SELECT f.created_at, f.conversation_id FROM told f WHERE f.conversation_id = :thread)
             ORDER BY t.created_at DESC, t.conversation_id DESC
             LIMIT 2
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    public HistorySql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// What a staff member may know of: threads they may see, and Inbox administrators of the
    /// others that they exist.
    public Optional<Stretch> forStaff(Member member, ConversationId id, HistoryPlace place) {
        String sql =
                CLOSED
                        + """
                        , told AS (
                            SELECT c.conversation_id, c.created_at,
                                   may_see(c.assignee_id, :viewer, :readsAssigned) AS is_visible
                              FROM closed c
                             WHERE :administers OR may_see(c.assignee_id, :viewer, :readsAssigned)
                        )
                        """
                        + FROM_PLACE;
        return stretch(
                query(sql, id)
                        .bind("viewer", member.staff().value())
                        .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                        .bind("administers", member.may(Permission.INBOX_ADMINISTRATION)),
                place);
    }

    /// What the customer of the thread may see.
    public Optional<Stretch> forCustomer(ConversationId id, HistoryPlace place) {
        String sql =
                CLOSED
                        + """
                        , told AS (
                            SELECT c.conversation_id, c.created_at, true AS is_visible
                              FROM closed c
                             WHERE c.last_public_seq > 0
                        )
                        """
                        + FROM_PLACE;
        return stretch(query(sql, id), place);
    }

    /// The thread in which a closed one goes on, be it by way of others; empty for an open one.
    public Optional<ConversationId> continuation(ConversationId id) {
        return query(
                        """
                        WITH RECURSIVE onward AS (
                            SELECT c.store_id, c.continued_in, c.conversation_id
                              FROM conversation c
                             WHERE c.store_id = :store AND c.conversation_id = :conversation
                             UNION
                            SELECT c.store_id, c.continued_in, c.conversation_id
                              FROM onward o
                              JOIN conversation c ON c.store_id = o.store_id AND c.conversation_id = o.continued_in
                        )
                        SELECT o.conversation_id
                          FROM onward o
                         WHERE o.continued_in IS NULL AND o.conversation_id <> :conversation
                        """,
                        id)
                .mapTo(UUID.class)
                .findOne()
                .map(ConversationId::new);
    }

    /// A place in a thread that is none of these is refused, whatever there is elsewhere.
    private static Optional<Stretch> stretch(Query query, HistoryPlace place) {
        List<Closed> found =
                query.bindByType("thread", place.thread(), UUID.class)
                        .map((row, _) ->
                                new Closed(
                                        new ConversationId(
                                                row.getObject("conversation_id", UUID.class)),
                                        row.getBoolean("is_visible")))
                        .list();
        if (found.isEmpty() && place.thread() != null) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "before");
        }
        return found.stream()
                .findFirst()
                .map(thread -> new Stretch(thread, found.size() > 1 ? found.getLast() : null));
    }

    private Query query(String sql, ConversationId id) {
        return tx.createQuery(sql).bind("store", store.value()).bind("conversation", id.value());
    }
}
