package dev.shopbell.conversation;

import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.conversation.StoreConversation.Writer;
import dev.shopbell.customer.LinkedBy;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement that reads conversations for the store as a whole. The access rule of staff
/// is not in it: who asks has the store's leave to read them all.
public final class StoreConversationSql {

    private static final String SELECT =
            """
            SELECT c.conversation_id, c.status, c.blocked_at, c.assignee_id, s.name AS assignee_name, c.labels,
                   c.last_seq, c.last_activity_at, c.created_at, c.feed_seq,
                   cu.name, cu.email, cu.email_verified_at, cu.shop_customer_id,
                   cu.linked_by
              FROM conversation c
              JOIN customer cu USING (store_id, customer_id)
              LEFT JOIN staff s ON s.staff_id = c.assignee_id
             WHERE c.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    public StoreConversationSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// What changed after a change, in the order of changes. Nothing is said in between two of
    /// them: the later number is taken when the earlier is committed.
    public List<StoreConversation> changedAfter(
            long change, @Nullable Status status, @Nullable Instant since, int limit) {
        return tx.createQuery(
                        SELECT
                                + """
                                   AND c.feed_seq > :change
                                   AND (CAST(:status AS text) IS NULL OR c.status = :status)
                                   AND (CAST(:since AS timestamptz) IS NULL OR c.last_activity_at >= :since)
                                 ORDER BY c.feed_seq
                                 LIMIT :limit
                                """)
                .bind("store", store.value())
                .bind("change", change)
                .bindByType("status", status == null ? null : status.word(), String.class)
                .bindByType("since", since, Instant.class)
                .bind("limit", limit)
                .map((row, _) -> conversation(row))
                .list();
    }

    public Optional<StoreConversation> find(ConversationId id) {
        return tx.createQuery(SELECT + " AND c.conversation_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> conversation(row))
                .findOne();
    }

    private static StoreConversation conversation(ResultSet row) throws SQLException {
        UUID assignee = row.getObject("assignee_id", UUID.class);
        String by = row.getString("linked_by");
        return new StoreConversation(
                row.getObject("conversation_id", UUID.class),
                Status.of(row.getString("status")),
                row.getObject("blocked_at") != null,
                assignee == null ? null : new StaffView(assignee, row.getString("assignee_name")),
                List.of((String[]) row.getArray("labels").getArray()),
                new Writer(
                        row.getString("name"),
                        row.getString("email"),
                        row.getObject("email_verified_at") != null,
                        row.getString("shop_customer_id"),
                        by == null ? null : LinkedBy.of(by)),
                row.getLong("last_seq"),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("feed_seq"));
    }
}
