package dev.shopbell.message;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRow;
import dev.shopbell.browsing.ContextSql;
import dev.shopbell.browsing.Told;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.conversation.People;
import dev.shopbell.conversation.Reading;
import dev.shopbell.message.card.CardRow;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.job.SlidingSql;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement that posting needs: one trip to lock and look up, one to write. The look-up
/// is a statement of its own because a statement's snapshot predates the lock it waits for: only
/// the next one sees what the previous holder of the lock committed.
final class MessageSql {

    /// The locked conversation, and the message that already has the draft's id. `waiting`: the
    /// draft's attachments that its writer may send, locked too. `provenBlocked`: somebody who has
    /// proven the same e-mail address is blocked.
    record Locked(
            Conversation conversation,
            @Nullable Message sameId,
            List<Attachment> waiting,
            boolean provenBlocked) {

        boolean senderIsBlocked() {
            return conversation.isBlocked() || provenBlocked;
        }
    }

    /// The same for a staff member, who is answered with a whole summary. `hasMoved`: a colleague
    /// answered after what the writer knew. `mentioned`: those a note names who may see it.
    record LockedForStaff(
            Locked locked,
            People people,
            Reading reading,
            boolean hasMoved,
            List<StaffId> mentioned) {}

    private record Seen(People people, Reading reading) {}

    /// `wasDraft`: the message's author had a draft in the conversation, which is gone with it.
    record Appended(long feedSeq, @Nullable String authorName, boolean wasDraft) {}

    private final StoreTransaction tx;

    MessageSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// By the customer's secret, of whom it keeps where they write from now. Refused when the draft
    /// was for a thread of somebody else: of whoever the browser was before it became this
    /// customer's. A message with its id may be in a thread of theirs that is closed by now.
    Optional<Locked> lock(StoreId store, CustomerDraft draft) {
        byte[] hash = draft.secret().hash();
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM visitor v
                                          JOIN conversation c USING (store_id, customer_id)
                                         WHERE v.store_id = ? AND v.secret_hash = ?
                                           AND c.continued_in IS NULL
                                           FOR UPDATE OF c;
                                        """
                                        + MessageRow.SELECT
                                        + """
                                          FROM visitor v
                                          JOIN conversation c USING (store_id, customer_id)
                                          JOIN message m USING (store_id, conversation_id)
                                          LEFT JOIN staff s ON s.staff_id = m.author_id
                                         WHERE v.store_id = ? AND v.secret_hash = ? AND m.client_id = ?;
                                        SELECT attachment_told(a) AS attachment
                                          FROM visitor v
                                          JOIN conversation c USING (store_id, customer_id)
                                          JOIN attachment a USING (store_id, conversation_id)
                                         WHERE v.store_id = ? AND v.secret_hash = ?
                                           AND c.continued_in IS NULL
                                           AND a.attachment_id = ANY (?)
                                           AND a.uploaded_by IS NULL AND a.seq IS NULL
                                           FOR UPDATE OF a;
                                        SELECT EXISTS (
                                               SELECT FROM visitor v
                                                 JOIN customer me USING (store_id, customer_id)
                                                 JOIN customer other
                                                   ON other.store_id = me.store_id
                                                  AND lower(other.email) = lower(me.email)
                                                  AND other.email_verified_at IS NOT NULL
                                                 JOIN conversation c
                                                   ON c.store_id = other.store_id
                                                  AND c.customer_id = other.customer_id
                                                WHERE v.store_id = ? AND v.secret_hash = ?
                                                  AND me.email_verified_at IS NOT NULL
                                                  AND c.blocked_at IS NOT NULL) AS proven_blocked;
                                        SELECT EXISTS (
                                               SELECT FROM visitor v
                                                 JOIN conversation o USING (store_id)
                                                WHERE v.store_id = ? AND v.secret_hash = ?
                                                  AND o.conversation_id = ?
                                                  AND o.customer_id <> v.customer_id) AS is_anothers;
                                        UPDATE visitor v
                                           SET address_hash = ?
                                         WHERE v.store_id = ? AND v.secret_hash = ?
                                           AND v.address_hash IS DISTINCT FROM ?
                                        """)
                        .uuid(store.value())
                        .bytes(hash)
                        .uuid(store.value())
                        .bytes(hash)
                        .uuid(draft.id().value())
                        .uuid(store.value())
                        .bytes(hash)
                        .uuids(values(draft.attachments()))
                        .uuid(store.value())
                        .bytes(hash)
                        .uuid(store.value())
                        .bytes(hash)
                        .uuid(draft.conversation().value())
                        .bytes(draft.from().hash())
                        .uuid(store.value())
                        .bytes(hash)
                        .bytes(draft.from().hash())
                        .send();
        Optional<Conversation> conversation = trip.row(ConversationRow::read);
        Message sameId = trip.row(MessageRow::read).orElse(null);
        List<Attachment> waiting = trip.rows(AttachmentRow::read);
        boolean provenBlocked = trip.row(row -> row.getBoolean("proven_blocked")).orElseThrow();
        boolean isAnothers = trip.row(row -> row.getBoolean("is_anothers")).orElseThrow();
        trip.rows(_ -> "no rows: an update");
        trip.done();
        if (isAnothers) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        return conversation.map(found -> new Locked(found, sameId, waiting, provenBlocked));
    }

    /// By its id, for staff.
    Optional<LockedForStaff> lock(Member member, StaffDraft draft) {
        UUID store = member.store().value();
        ConversationId conversation = draft.conversation();
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
                                        SELECT attachment_told(a) AS attachment
                                          FROM attachment a
                                         WHERE a.store_id = ? AND a.conversation_id = ?
                                           AND a.attachment_id = ANY (?)
                                           AND a.uploaded_by = ? AND a.seq IS NULL
                                           FOR UPDATE;
                                        SELECT v.customer_name, v.customer_email, v.customer_email_verified,
                                               v.customer_language, v.customer_time_zone, v.assignee_name,
                                               v.preview_author_name, v.created_at,
                                               v.cart_currency, v.cart_subtotal, v.cart_quantity, v.cart_changed_at,
                                        """
                                        + Reading.COLUMNS
                                        + """
                                          FROM conversation_with_people v
                                          LEFT JOIN conversation_member m
                                            ON m.store_id = v.store_id AND m.conversation_id = v.conversation_id
                                           AND m.staff_id = ?
                                         WHERE v.store_id = ? AND v.conversation_id = ?;
                                        SELECT EXISTS (
                                               SELECT FROM message m
                                                WHERE m.store_id = ? AND m.conversation_id = ? AND m.seq > ?
                                                  AND m.kind = 'staff' AND m.author_id <> ?) AS has_moved;
                                        SELECT s.staff_id
                                          FROM conversation c
                                          JOIN staff s ON s.staff_id = ANY (?) AND s.deactivated_at IS NULL
                                         CROSS JOIN LATERAL memberships_of(s.staff_id) place
                                         WHERE c.store_id = ? AND c.conversation_id = ?
                                           AND place.store_id = c.store_id
                                           AND (place.is_owner OR 'conversation_management' = ANY (place.permissions))
                                           AND may_see(c.assignee_id, s.staff_id,
                                                       place.administrators_read_assigned
                                                       AND (place.is_owner OR 'inbox_administration' = ANY (place.permissions)))
                                        """)
                        .uuid(store)
                        .uuid(conversation.value())
                        .uuid(store)
                        .uuid(conversation.value())
                        .uuid(draft.id().value())
                        .uuid(store)
                        .uuid(conversation.value())
                        .uuids(values(draft.attachments()))
                        .uuid(member.staff().value())
                        .uuid(member.staff().value())
                        .uuid(store)
                        .uuid(conversation.value())
                        .uuid(store)
                        .uuid(conversation.value())
                        .number(draft.after())
                        .uuid(member.staff().value())
                        .uuids(draft.mentions().stream().map(StaffId::value).toList())
                        .uuid(store)
                        .uuid(conversation.value())
                        .send();
        Optional<Conversation> locked = trip.row(ConversationRow::read);
        Message sameId = trip.row(MessageRow::read).orElse(null);
        List<Attachment> waiting = trip.rows(AttachmentRow::read);
        Optional<Seen> seen = trip.row(row -> new Seen(People.read(row), Reading.read(row)));
        boolean hasMoved = trip.row(row -> row.getBoolean("has_moved")).orElseThrow();
        List<StaffId> mentioned =
                trip.rows(row -> new StaffId(row.getObject("staff_id", UUID.class)));
        trip.done();
        return seen.map(by ->
                new LockedForStaff(
                        new Locked(locked.orElseThrow(), sameId, waiting, false),
                        by.people(),
                        by.reading(),
                        hasMoved,
                        mentioned));
    }

    /// Writes the message and its conversation, gives it its attachments, deletes the draft it was
    /// (the version kept at `keptAt`, or a beginning of its words; what its author typed elsewhere
    /// since stays), marks it for those it names, and takes the store's next number. The number's
    /// row is locked until the commit that follows, so the order of numbers is the order of
    /// commits. Where a message reopens its conversation, `reopened` is the id of the event before
    /// it. `due` is the work that the message makes due, `told` what the page told along with it.
    Appended append(
            Conversation continued,
            Message message,
            @Nullable Instant keptAt,
            @Nullable MessageId reopened,
            SlidingSql.@Nullable Due due,
            @Nullable Told told) {
        RoundTrip trip =
                tx.roundTrip(
                        (told == null ? "" : ContextSql.KEEP)
                                + """
                                WITH due AS (
                                """
                                + SlidingSql.SLIDE
                                + """
                                ), feed AS (
                                    UPDATE store_feed SET feed_seq = feed_seq + 1
                                     WHERE store_id = ?
                                 RETURNING feed_seq
                                ), reopened AS (
                                    INSERT INTO message
                                           (store_id, conversation_id, seq, client_id, kind, body, event,
                                            sent_at, feed_seq, status_after)
                                    SELECT ?, ?, ?, ?, 'event', '', '{"type": "reopened"}', ?, feed.feed_seq,
                                           'unresolved'
                                      FROM feed
                                     WHERE ?
                                ), said AS (
                                    INSERT INTO message
                                           (store_id, conversation_id, seq, public_seq, client_id, kind,
                                            author_id, body, email, system, mentions, attachments, cards, orders,
                                            sent_at, feed_seq)
                                    SELECT ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?,
                                           CAST(? AS jsonb), CAST(? AS jsonb), ?, feed.feed_seq
                                      FROM feed
                                ), carried AS (
                                    UPDATE attachment a
                                       SET seq = ?, place = named.place
                                      FROM unnest(?) WITH ORDINALITY AS named (attachment_id, place)
                                     WHERE a.store_id = ? AND a.conversation_id = ?
                                       AND a.attachment_id = named.attachment_id
                                ), drafted AS (
                                    DELETE FROM draft
                                     WHERE store_id = ? AND staff_id = ? AND conversation_id = ?
                                       AND (changed_at <= ? OR (kind = ? AND starts_with(?, btrim(body))))
                                 RETURNING staff_id
                                ), mentioned AS (
                                    INSERT INTO conversation_member AS known
                                           (store_id, conversation_id, staff_id, mentioned_seq)
                                    SELECT ?, ?, named.staff_id, ?
                                      FROM unnest(?) AS named (staff_id)
                                     WHERE named.staff_id <> ?
                                        ON CONFLICT ON CONSTRAINT conversation_member_is_one_row
                                        DO UPDATE SET mentioned_seq = excluded.mentioned_seq
                                )
                                UPDATE conversation c
                                   SET status = ?, last_seq = ?, last_public_seq = ?, customer_messages = ?,
                                       preview_kind = ?, preview_author_id = ?, preview_sender = ?,
                                       preview_text = ?, preview_images = ?, preview_videos = ?,
                                       unreached_how = CASE WHEN ? THEN c.unreached_how END,
                                       unreached_up_to = CASE WHEN ? THEN c.unreached_up_to END,
                                       last_activity_at = ?, version = ?, feed_seq = feed.feed_seq
                                  FROM feed
                                 WHERE c.store_id = ? AND c.conversation_id = ?
                                RETURNING c.feed_seq, EXISTS (SELECT FROM drafted) AS was_draft,
                                       (SELECT s.name FROM staff s WHERE s.staff_id = ?) AS author_name
                                """);
        if (told != null) {
            ContextSql.bind(trip, continued, message.id().value(), told.page());
        }
        SlidingSql.bind(trip, due)
                .uuid(continued.store().value())
                .uuid(continued.store().value())
                .uuid(continued.id().value())
                .number(message.seq() - 1)
                .uuid(reopened == null ? null : reopened.value())
                .instant(message.sentAt())
                .flag(reopened != null)
                .uuid(continued.store().value())
                .uuid(continued.id().value())
                .number(message.seq())
                .number(message.publicSeq())
                .uuid(message.id().value())
                .text(message.kind().word())
                .uuid(value(message.author()))
                .text(message.text())
                .text(message.email())
                .text(message.system())
                .uuids(message.mentions().stream().map(StaffId::value).toList())
                .number((long) message.attachments().size())
                .text(CardRow.written(message.cards()))
                .text(CardRow.writtenOrders(message.orders()))
                .instant(message.sentAt())
                .number(message.seq())
                .uuids(message.attachments().stream().map(each -> each.id().value()).toList())
                .uuid(continued.store().value())
                .uuid(continued.id().value())
                .uuid(continued.store().value())
                .uuid(value(message.author()))
                .uuid(continued.id().value())
                // Of null the driver would ask for the type, in a trip of its own.
                .instant(keptAt == null ? Instant.EPOCH : keptAt)
                .text(message.kind().word())
                .text(message.text())
                .uuid(continued.store().value())
                .uuid(continued.id().value())
                .number(message.seq())
                .uuids(message.mentions().stream().map(StaffId::value).toList())
                .uuid(value(message.author()))
                .text(continued.status().word())
                .number(continued.lastSeq())
                .number(continued.lastPublicSeq())
                .number(continued.customerMessages())
                .text(continued.preview().kind())
                .uuid(value(continued.preview().author()))
                .text(continued.preview().sender())
                .text(continued.preview().text())
                .number((long) continued.preview().images())
                .number((long) continued.preview().videos())
                .flag(continued.unreached() != null)
                .flag(continued.unreached() != null)
                .instant(continued.lastActivityAt())
                .number(continued.version())
                .uuid(continued.store().value())
                .uuid(continued.id().value())
                .uuid(value(message.author()))
                .send();
        if (told != null) {
            trip.rows(_ -> "no rows: an insert");
        }
        Appended appended =
                trip.row(row ->
                                new Appended(
                                        row.getLong("feed_seq"),
                                        row.getString("author_name"),
                                        row.getBoolean("was_draft")))
                        .orElseThrow();
        trip.done();
        return appended;
    }

    private static List<UUID> values(List<AttachmentId> attachments) {
        return attachments.stream().map(AttachmentId::value).toList();
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }
}
