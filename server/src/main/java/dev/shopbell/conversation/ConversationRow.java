package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a [Conversation] from a row that has these columns: `store_id, conversation_id,
/// customer_id, status, assignee_id, last_seq, last_public_seq, customer_messages,
/// cleared_messages, delivered_public_seq, seen_public_seq, staff_seen_public_seq, preview_kind,
/// preview_author_id, preview_text, last_activity_at, version`.
public final class ConversationRow {

    private ConversationRow() {}

    public static Conversation read(ResultSet row) throws SQLException {
        return new Conversation(
                new StoreId(row.getObject("store_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                Status.of(row.getString("status")),
                staff(row, "assignee_id"),
                row.getLong("last_seq"),
                row.getLong("last_public_seq"),
                row.getLong("customer_messages"),
                row.getLong("cleared_messages"),
                watermarks(row),
                new Conversation.Preview(
                        row.getString("preview_kind"),
                        staff(row, "preview_author_id"),
                        row.getString("preview_text")),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    public static Conversation.Watermarks watermarks(ResultSet row) throws SQLException {
        return new Conversation.Watermarks(
                row.getLong("delivered_public_seq"),
                row.getLong("seen_public_seq"),
                row.getLong("staff_seen_public_seq"));
    }

    public static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }
}
