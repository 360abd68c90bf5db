package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a [Message] from a row that has these columns: `conversation_id, client_id, seq,
/// public_seq, kind, author_id, author_name, body, event, sent_at`.
public final class MessageRow {

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
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Long publicSeq(ResultSet row) throws SQLException {
        long value = row.getLong("public_seq");
        return row.wasNull() ? null : value;
    }
}
