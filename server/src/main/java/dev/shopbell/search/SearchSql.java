package dev.shopbell.search;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ListView;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageRow;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Every SQL statement of search. What may be found, and how it is found in time, is in the
/// functions of migrations V010, V013 and V104.
final class SearchSql {

    /// A place that a search came to: a hit or, at last, only as far as it went. Without a message
    /// it is a person, found by an order if one is named.
    record Place(
            UUID conversation,
            Instant at,
            @Nullable Message message,
            @Nullable String order,
            boolean isHit) {}

    private final StoreTransaction tx;
    private final Member member;
    private final ListView view;
    private final SearchTerms sought;

    SearchSql(StoreTransaction tx, Member member, ListView view, SearchTerms sought) {
        this.tx = tx;
        this.member = member;
        this.view = view;
        this.sought = sought;
    }

    /// Conversations of those who placed an order with one of these numbers, by their last
    /// activity.
    List<Place> orders(List<String> numbers, int most) {
        return restricted(
                        """
                        SELECT o.conversation_id, o.last_activity_at AS at, o.number
                          FROM search_orders(:viewer, :readsAssigned, :view, :numbers, :most)
                               WITH ORDINALITY AS o (conversation_id, last_activity_at, number, place)
                         ORDER BY o.place
                        """,
                        most)
                .bindArray("numbers", String.class, numbers)
                .map((row, _) -> place(row, null, row.getString("number"), true))
                .list();
    }

    /// Conversations of people whose name or e-mail address fits, by their last activity.
    List<Place> people(SearchCursor below, int most) {
        return asked(
                        """
                        SELECT p.conversation_id, p.last_activity_at AS at, p.is_hit
                          FROM search_people(:viewer, :readsAssigned, :view, search_patterns(:terms),
                                             CAST(:at AS timestamptz), :conversation, :most)
                               WITH ORDINALITY AS p (conversation_id, last_activity_at, is_hit, place)
                         ORDER BY p.place
                        """,
                        below,
                        most)
                .map((row, _) -> place(row, null, null, row.getBoolean("is_hit")))
                .list();
    }

    List<Place> messages(SearchCursor below, int most) {
        return asked(
                        MessageRow.SELECT
                                + """
                                , p.sent_at AS at, p.is_hit
                                  FROM search_messages(:viewer, :readsAssigned, :view, search_query(:terms, :goesOn),
                                                       CAST(:at AS timestamptz), :conversation, :seq, :most)
                                       WITH ORDINALITY AS p (conversation_id, seq, sent_at, is_hit, place)
                                  JOIN message m
                                    ON m.store_id = :store AND m.conversation_id = p.conversation_id AND m.seq = p.seq
                                  LEFT JOIN staff s ON s.staff_id = m.author_id
                                 ORDER BY p.place
                                """,
                        below,
                        most)
                .bind("store", member.store().value())
                .bind("goesOn", sought.lastGoesOn())
                .bind("seq", below.seq())
                .map((row, _) -> place(row, MessageRow.read(row), null, row.getBoolean("is_hit")))
                .list();
    }

    private Query asked(String sql, SearchCursor below, int most) {
        return restricted(sql, most)
                .bindArray("terms", String.class, sought.terms())
                .bind("at", below.at())
                .bind("conversation", below.conversation());
    }

    private Query restricted(String sql, int most) {
        return tx.createQuery(sql)
                .bind("viewer", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                .bind("view", view.word())
                .bind("most", most);
    }

    private static Place place(
            ResultSet row, @Nullable Message message, @Nullable String order, boolean isHit)
            throws SQLException {
        return new Place(
                row.getObject("conversation_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                message,
                order,
                isHit);
    }
}
