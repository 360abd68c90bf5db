package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.conversation.People;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement that posting needs: one trip to lock and look up, one to write. The look-up
/// is a statement of its own because a statement's snapshot predates the lock it waits for: only
/// the next one sees what the previous holder of the lock committed.
final class MessageSql {

    /// The locked conversation, and the message that already has the draft's id.
    record Locked(Conversation conversation, @Nullable Message sameId) {}

    /// The same for a staff member, who is answered with a whole summary.
    record LockedForStaff(Locked locked, People people, long readMessages) {}

    record Appended(long feedSeq, @Nullable String authorName) {}

    private final StoreTransaction tx;

    MessageSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// By the customer's secret.
    Optional<Locked> lock(StoreId store, VisitorSecret secret, MessageId id) {
        byte[] hash = secret.hash();
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM visitor v
                                          JOIN conversation c USING (store_id, customer_id)
                                         WHERE v.store_id = ? AND v.secret_hash = ?
                                           FOR UPDATE OF c;
                                        """
                                        + MessageRow.SELECT
                                        + """
                                          FROM visitor v
                                          JOIN conversation c USING (store_id, customer_id)
                                          JOIN message m USING (store_id, conversation_id)
                                          LEFT JOIN staff s ON s.staff_id = m.author_id
                                         WHERE v.store_id = ? AND v.secret_hash = ? AND m.client_id = ?
                                        """)
                        .uuid(store.value())
                        .bytes(hash)
                        .uuid(store.value())
                        .bytes(hash)
                        .uuid(id.value())
                        .send();
        Optional<Locked> locked = locked(trip);
        trip.done();
        return locked;
    }

    /// By its id, for staff.
    Optional<LockedForStaff> lock(Member member, ConversationId conversation, MessageId id) {
        UUID store = member.store().value();
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM conversation c
                                         WHERE c.store_id = ? AND c.conversation_id = ?
                                           FOR UPDATE;
                                        """
                                        + MessageRow.SELECT
                                        + """
                                          FROM message m
                                          LEFT JOIN staff s ON s.staff_id = m.author_id
                                         WHERE m.store_id = ? AND m.conversation_id = ? AND m.client_id = ?;
                                        SELECT v.customer_name, v.customer_email, v.customer_email_verified,
                                               v.customer_language, v.customer_time_zone, v.assignee_name,
                                               v.preview_author_name, v.created_at,
                                               COALESCE(m.read_messages, 0) AS read_messages
                                          FROM conversation_with_people v
                                          LEFT JOIN conversation_member m
                                            ON m.store_id = v.store_id AND m.conversation_id = v.conversation_id
                                           AND m.staff_id = ?
                                         WHERE v.store_id = ? AND v.conversation_id = ?
                                        """)
                        .uuid(store)
                        .uuid(conversation.value())
                        .uuid(store)
                        .uuid(conversation.value())
                        .uuid(id.value())
                        .uuid(member.staff().value())
                        .uuid(store)
                        .uuid(conversation.value())
                        .send();
        Optional<Locked> locked = locked(trip);
        Optional<LockedForStaff> whole =
                trip.row(row ->
                        new LockedForStaff(
                                locked.orElseThrow(),
                                People.read(row),
                                row.getLong("read_messages")));
        trip.done();
        return whole;
    }

    /// Writes the message and its conversation, and takes the store's next number. The number's row
    /// is locked until the commit that follows, so the order of numbers is the order of commits.
    Appended append(Conversation continued, Message message) {
        RoundTrip trip =
                tx.roundTrip(
                                """
                                WITH feed AS (
                                    UPDATE store_feed SET feed_seq = feed_seq + 1
                                     WHERE store_id = ?
                                 RETURNING feed_seq
                                ), said AS (
                                    INSERT INTO message
                                           (store_id, conversation_id, seq, public_seq, client_id, kind,
                                            author_id, body, sent_at, feed_seq)
                                    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, feed.feed_seq
                                      FROM feed
                                )
                                UPDATE conversation c
                                   SET status = ?, last_seq = ?, last_public_seq = ?, customer_messages = ?,
                                       preview_kind = ?, preview_author_id = ?, preview_text = ?,
                                       last_activity_at = ?, version = ?, feed_seq = feed.feed_seq
                                  FROM feed
                                 WHERE c.store_id = ? AND c.conversation_id = ?
                                RETURNING c.feed_seq,
                                       (SELECT s.name FROM staff s WHERE s.staff_id = ?) AS author_name
                                """)
                        .uuid(continued.store().value())
                        .uuid(continued.store().value())
                        .uuid(continued.id().value())
                        .number(message.seq())
                        .number(message.publicSeq())
                        .uuid(message.id().value())
                        .text(message.kind().word())
                        .uuid(value(message.author()))
                        .text(message.text())
                        .instant(message.sentAt())
                        .text(continued.status().word())
                        .number(continued.lastSeq())
                        .number(continued.lastPublicSeq())
                        .number(continued.customerMessages())
                        .text(continued.preview().kind())
                        .uuid(value(continued.preview().author()))
                        .text(continued.preview().text())
                        .instant(continued.lastActivityAt())
                        .number(continued.version())
                        .uuid(continued.store().value())
                        .uuid(continued.id().value())
                        .uuid(value(message.author()))
                        .send();
        Appended appended =
                trip.row(row -> new Appended(row.getLong("feed_seq"), row.getString("author_name")))
                        .orElseThrow();
        trip.done();
        return appended;
    }

    private static Optional<Locked> locked(RoundTrip trip) {
        Optional<Conversation> conversation = trip.row(ConversationRow::read);
        Message sameId = trip.row(MessageRow::read).orElse(null);
        return conversation.map(found -> new Locked(found, sameId));
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }
}
