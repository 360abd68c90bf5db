package dev.shopbell.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;

/// How far one staff member has read a conversation: how many of the customer's messages, whether
/// they marked it unread since, and whether a note names them that they have not opened.
public record Reading(long messages, boolean markedUnread, boolean mentioned) {

    /// Of somebody who never opened it.
    public static final Reading NOTHING = new Reading(0, false, false);

    /// What a statement selects to read one, from `conversation_member m`, which may be missing.
    public static final String COLUMNS =
            """
            COALESCE(m.read_messages, 0) AS read_messages,
            COALESCE(m.marked_unread, false) AS marked_unread,
            COALESCE(m.mentioned_seq > m.read_seq, false) AS mentioned
            """;

    public static Reading read(ResultSet row) throws SQLException {
        return new Reading(
                row.getLong("read_messages"),
                row.getBoolean("marked_unread"),
                row.getBoolean("mentioned"));
    }
}
