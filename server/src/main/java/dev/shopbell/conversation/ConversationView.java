package dev.shopbell.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;

/// A conversation with its people and its numbers in the store's feed, before it is known who
/// looks.
public record ConversationView(
        Conversation conversation, People people, long feedSeq, long accessFeedSeq) {

    /// Reads one from a row of the view `conversation_with_people`.
    public static ConversationView read(ResultSet row) throws SQLException {
        return new ConversationView(
                ConversationRow.read(row),
                People.read(row),
                row.getLong("feed_seq"),
                row.getLong("access_feed_seq"));
    }

    /// As somebody sees it who has read so far.
    public ConversationSummary forReader(Reading reading) {
        return ConversationSummary.of(conversation, people, reading);
    }
}
