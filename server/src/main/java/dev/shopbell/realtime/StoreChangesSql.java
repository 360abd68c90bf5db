package dev.shopbell.realtime;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.conversation.Reading;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageRow;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.realtime.StoreChanges.Owner;
import dev.shopbell.realtime.StoreChanges.ReadBy;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what delivery needs of a store for everybody on this node at once, in one trip. What each
/// reader may see is decided per reader afterwards.
final class StoreChangesSql {

    /// A conversation, whose it is, and whether its sender is blocked.
    record Assigned(ConversationId id, @Nullable StaffId to, boolean isBlocked) {}

    private static final int MOST_CONVERSATIONS = 100;
    private static final int MOST_MESSAGES = 500;
    private static final int MOST_TEXT_BYTES = 128 * 1024;

    private final StoreTransaction tx;

    StoreChangesSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// The statements' order matters, since each sees what was committed before it: conversations
    /// before messages, so that no message a conversation counts is missing; and both before the
    /// read marks, so that nothing counts as unread again.
    StoreChanges after(StoreId store, long after) {
        UUID id = store.value();
        RoundTrip trip =
                tx.roundTrip(
                                """
                                SELECT feed_seq FROM store_feed WHERE store_id = ?;
                                SELECT v.store_id, v.conversation_id, v.customer_id, v.status, v.assignee_id, v.blocked_at, v.block_changes, v.labels,
                                       v.last_seq, v.last_public_seq, v.customer_messages, v.cleared_messages,
                                       v.delivered_public_seq, v.seen_public_seq, v.staff_seen_public_seq, v.emailed_public_seq,
                                       v.preview_kind, v.preview_author_id, v.preview_sender, v.preview_text, v.preview_images, v.preview_videos,
                                       v.unreached_how, v.unreached_up_to,
                                       v.last_activity_at, v.created_at, v.version, v.feed_seq, v.access_feed_seq,
                                       v.is_continued, v.continues, v.visitor_changes,
                                       v.customer_name, v.customer_email, v.customer_email_verified,
                                       v.customer_language, v.customer_time_zone, v.assignee_name,
                                       v.preview_author_name, v.cart_currency, v.cart_subtotal, v.cart_quantity, v.cart_changed_at
                                  FROM conversation_with_people v
                                 WHERE v.store_id = ? AND v.feed_seq > ?
                                 ORDER BY v.feed_seq
                                 LIMIT ?;
                                SELECT m.conversation_id, m.client_id, m.seq, m.public_seq, m.kind, m.author_id,
                                       s.name AS author_name, m.body, m.event, m.email, m.system, m.mentions, m.cards, m.orders, m.sent_at,
                                       CASE WHEN m.email ->> 'known' = 'false' THEN m.email ->> 'from' END AS sender,
                                       CASE WHEN m.attachments > 0
                                            THEN attachments_of(m.store_id, m.conversation_id, m.seq) END AS attachments
                                  FROM (SELECT n.*,
                                               row_number() OVER newest_first AS place,
                                               sum(octet_length(n.body) + COALESCE(octet_length(n.cards::text), 0))
                                                   OVER newest_first AS bytes
                                          FROM (SELECT c.store_id, c.conversation_id
                                                  FROM conversation c
                                                 WHERE c.store_id = ? AND c.feed_seq > ?
                                                 ORDER BY c.feed_seq
                                                 LIMIT ?) changed
                                         CROSS JOIN LATERAL (
                                               SELECT l.store_id, l.conversation_id, l.client_id, l.seq, l.public_seq,
                                                      l.kind, l.author_id, l.body, l.event, l.email, l.system, l.mentions, l.attachments, l.cards,
                                                      l.orders, l.sent_at,
                                                      l.feed_seq
                                                 FROM message l
                                                WHERE l.store_id = changed.store_id
                                                  AND l.conversation_id = changed.conversation_id
                                                  AND l.seq > COALESCE((SELECT o.seq
                                                                          FROM message o
                                                                         WHERE o.store_id = changed.store_id
                                                                           AND o.conversation_id = changed.conversation_id
                                                                           AND o.feed_seq <= ?
                                                                         ORDER BY o.seq DESC
                                                                         LIMIT 1), 0)
                                                ORDER BY l.seq DESC
                                                LIMIT ?) n
                                        WINDOW newest_first AS (ORDER BY n.feed_seq DESC, n.seq DESC)) m
                                  LEFT JOIN staff s ON s.staff_id = m.author_id
                                 WHERE m.place <= ? AND m.bytes <= ?
                                 ORDER BY m.conversation_id, m.seq;
                                SELECT m.conversation_id, m.staff_id,
                                """
                                        + Reading.COLUMNS
                                        + """
                                          FROM (SELECT c.store_id, c.conversation_id
                                                  FROM conversation c
                                                 WHERE c.store_id = ? AND c.feed_seq > ?
                                                 ORDER BY c.feed_seq
                                                 LIMIT ?) changed
                                          JOIN conversation_member m USING (store_id, conversation_id);
                                        SELECT c.conversation_id, CAST(e.event #>> '{from,id}' AS uuid) AS owner_id
                                          FROM (SELECT c.store_id, c.conversation_id, c.access_feed_seq
                                                  FROM conversation c
                                                 WHERE c.store_id = ? AND c.feed_seq > ?
                                                 ORDER BY c.feed_seq
                                                 LIMIT ?) c
                                          JOIN message e USING (store_id, conversation_id)
                                         WHERE c.access_feed_seq > ?
                                           AND e.feed_seq > ?
                                           AND e.kind = 'event'
                                           AND e.event ->> 'type' = 'assigned';
                                        SELECT g.conversation_id, g.assignee_id AS owner_id
                                          FROM erased_conversation g
                                         WHERE g.store_id = ? AND g.feed_seq > ?
                                           AND NOT EXISTS (SELECT FROM conversation c
                                                            WHERE c.store_id = g.store_id
                                                              AND c.conversation_id = g.conversation_id)
                                        """)
                        .uuid(id)
                        .uuid(id)
                        .number(after)
                        .number((long) MOST_CONVERSATIONS)
                        .uuid(id)
                        .number(after)
                        .number((long) MOST_CONVERSATIONS)
                        .number(after)
                        .number((long) MOST_MESSAGES)
                        .number((long) MOST_MESSAGES)
                        .number((long) MOST_TEXT_BYTES)
                        .uuid(id)
                        .number(after)
                        .number((long) MOST_CONVERSATIONS)
                        .uuid(id)
                        .number(after)
                        .number((long) MOST_CONVERSATIONS)
                        .number(after)
                        .number(after)
                        .uuid(id)
                        .number(after)
                        .send();
        long counter = trip.row(row -> row.getLong("feed_seq")).orElse(after);
        List<ConversationView> conversations = trip.rows(ConversationView::read);
        List<Message> messages = trip.rows(MessageRow::read);
        Map<ReadBy, Reading> read = new HashMap<>();
        trip.rows(row -> read.put(readBy(row), Reading.read(row)));
        List<Owner> owners = trip.rows(StoreChangesSql::owner);
        List<Owner> erased = trip.rows(StoreChangesSql::owner);
        trip.done();
        boolean isAll = conversations.size() < MOST_CONVERSATIONS;
        long feedSeq = isAll ? counter : conversations.getLast().feedSeq();
        return new StoreChanges(
                after,
                feedSeq,
                conversations,
                counted(messages, conversations),
                read,
                owners,
                erased);
    }

    List<Assigned> assigned(StoreId store, List<ConversationId> conversations) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                SELECT c.conversation_id, c.assignee_id, c.blocked_at IS NOT NULL AS is_blocked
                                  FROM conversation c
                                 WHERE c.store_id = ? AND c.conversation_id = ANY (?)
                                """)
                        .uuid(store.value())
                        .uuids(conversations.stream().map(ConversationId::value).toList())
                        .send();
        List<Assigned> found =
                trip.rows(row ->
                        new Assigned(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                ConversationRow.staff(row, "assignee_id"),
                                row.getBoolean("is_blocked")));
        trip.done();
        return found;
    }

    /// The conversations of those who are linked to one of these customers of the store.
    List<ConversationId> ofShopCustomers(StoreId store, List<String> shopCustomers) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM customer cu
                          JOIN conversation c USING (store_id, customer_id)
                         WHERE cu.store_id = :store AND cu.shop_customer_id = ANY (:shopCustomers)
                        """)
                .bind("store", store.value())
                .bindArray("shopCustomers", String.class, shopCustomers)
                .map((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list();
    }

    /// A message that came since its conversation was read may be one that fewer may see. It has
    /// its turn next.
    private static List<Message> counted(
            List<Message> messages, List<ConversationView> conversations) {
        Map<ConversationId, Long> lastSeqs =
                conversations.stream()
                        .map(ConversationView::conversation)
                        .collect(Collectors.toMap(Conversation::id, Conversation::lastSeq));
        return messages.stream()
                .filter(message ->
                        message.seq() <= lastSeqs.getOrDefault(message.conversation(), 0L))
                .toList();
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                ConversationRow.staff(row, "owner_id"));
    }

    private static ReadBy readBy(ResultSet row) throws SQLException {
        return new ReadBy(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)));
    }
}
