package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a statement selects to read a [Conversation], from `conversation c`, and how it is read.
public final class ConversationRow {

    /// The beginning of such a statement.
    public static final String SELECT =
            """
            SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id, c.blocked_at, c.block_changes, c.labels,
                   c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
                   c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq, c.emailed_public_seq,
                   c.preview_kind, c.preview_author_id, c.preview_sender, c.preview_text, c.preview_images, c.preview_videos,
                   c.unreached_how, c.unreached_up_to,
                   c.last_activity_at, c.version,
                   c.continued_in IS NOT NULL AS is_continued, c.continues, c.visitor_changes
            """;

    private ConversationRow() {}

    public static Conversation read(ResultSet row) throws SQLException {
        return new Conversation(
                new StoreId(row.getObject("store_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                handling(row),
                row.getLong("last_seq"),
                row.getLong("last_public_seq"),
                row.getLong("customer_messages"),
                row.getLong("cleared_messages"),
                watermarks(row),
                new Conversation.Preview(
                        row.getString("preview_kind"),
                        staff(row, "preview_author_id"),
                        row.getString("preview_sender"),
                        row.getString("preview_text"),
                        row.getInt("preview_images"),
                        row.getInt("preview_videos")),
                Unreached.read(row),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant(),
                new Conversation.Links(
                        row.getBoolean("is_continued"),
                        row.getBoolean("continues"),
                        row.getLong("visitor_changes")),
                row.getLong("version"));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                Status.of(row.getString("status")),
                staff(row, "assignee_id"),
                row.getObject("blocked_at") != null,
                row.getLong("block_changes"),
                List.of((String[]) row.getArray("labels").getArray()));
    }

    public static Conversation.Watermarks watermarks(ResultSet row) throws SQLException {
        return new Conversation.Watermarks(
                row.getLong("delivered_public_seq"),
                row.getLong("seen_public_seq"),
                row.getLong("staff_seen_public_seq"),
                row.getLong("emailed_public_seq"));
    }

    public static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }
}
