package dev.shopbell.message;

import dev.shopbell.attachment.AttachmentRow;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.message.card.CardRow;
import dev.shopbell.staff.StaffId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a statement selects to read a [Message], from `message m` and `staff s`, its author, and
/// how it is read.
public final class MessageRow {

    /// The beginning of such a statement.
    public static final String SELECT =
            """
            SELECT m.conversation_id, m.client_id, m.seq, m.public_seq, m.kind, m.author_id,
                   s.name AS author_name, m.body, m.event, m.email, m.system, m.mentions, m.cards, m.orders,
                   m.sent_at,
                   CASE WHEN m.email ->> 'known' = 'false' THEN m.email ->> 'from' END AS sender,
                   CASE WHEN m.attachments > 0
                        THEN attachments_of(m.store_id, m.conversation_id, m.seq) END AS attachments
            """;

    private MessageRow() {}

    public static Message read(ResultSet row) throws SQLException {
        return new Message(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new MessageId(row.getObject("client_id", UUID.class)),
                row.getLong("seq"),
                publicSeq(row),
                MessageKind.of(row.getString("kind")),
                ConversationRow.staff(row, "author_id"),
                row.getString("author_name"),
                row.getString("body"),
                row.getString("event"),
                row.getString("email"),
                row.getString("sender"),
                row.getString("system"),
                staff(row.getArray("mentions")),
                AttachmentRow.readAll(row),
                CardRow.cards(row.getString("cards")),
                CardRow.orders(row.getString("orders")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    static List<StaffId> staff(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(StaffId::new).toList();
    }

    private static @Nullable Long publicSeq(ResultSet row) throws SQLException {
        long value = row.getLong("public_seq");
        return row.wasNull() ? null : value;
    }
}
