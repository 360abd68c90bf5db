package dev.shopbell.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the database holds, read past the server.
record Truth(List<Line> lines, List<Conversation> conversations) {

    /// A stored message.
    record Line(
            UUID store,
            UUID conversation,
            long seq,
            @Nullable Long publicSeq,
            UUID id,
            String kind,
            String text,
            Instant sentAt,
            long feedSeq) {

        @Override
        public String toString() {
            return "line %s seq=%d publicSeq=%s at %s".formatted(id, seq, publicSeq, sentAt);
        }
    }

    /// A stored conversation, with its store's counter beside it.
    record Conversation(
            UUID store,
            UUID id,
            UUID customer,
            int visitors,
            long lastSeq,
            long lastPublicSeq,
            long customerMessages,
            long delivered,
            long seen,
            long version,
            long feedSeq,
            long storeFeedSeq) {}

    static Truth in(Connection connection) throws SQLException {
        return new Truth(
                read(
                        connection,
                        """
                        SELECT store_id, conversation_id, seq, public_seq, client_id, kind, body, sent_at, feed_seq
                          FROM message
                         ORDER BY store_id, conversation_id, seq
                        """,
                        Truth::line),
                read(
                        connection,
                        """
                        SELECT c.store_id, c.conversation_id, c.customer_id, c.last_seq, c.last_public_seq,
                               c.customer_messages, c.delivered_public_seq, c.seen_public_seq, c.version,
                               c.feed_seq, f.feed_seq AS store_feed_seq,
                               (SELECT count(*) FROM visitor v
                                 WHERE v.store_id = c.store_id AND v.customer_id = c.customer_id) AS visitors
                          FROM conversation c
                          JOIN store_feed f USING (store_id)
                         ORDER BY c.store_id, c.conversation_id
                        """,
                        Truth::conversation));
    }

    List<Line> linesOf(UUID conversation) {
        return lines.stream()
                .filter(line -> line.conversation().equals(conversation))
                .sorted(Comparator.comparingLong(Line::seq))
                .toList();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(Connection connection, String query, Reader<T> reader)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("store_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                row.getObject("public_seq", Long.class),
                row.getObject("client_id", UUID.class),
                row.getString("kind"),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getLong("feed_seq"));
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                row.getObject("store_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getInt("visitors"),
                row.getLong("last_seq"),
                row.getLong("last_public_seq"),
                row.getLong("customer_messages"),
                row.getLong("delivered_public_seq"),
                row.getLong("seen_public_seq"),
                row.getLong("version"),
                row.getLong("feed_seq"),
                row.getLong("store_feed_seq"));
    }
}
