package dev.shopbell.conversation;

import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about what staff do with a conversation besides writing in it. Each change
/// takes the store's next number in its last statement, and says which it was.
final class HandlingSql {

    private final StoreTransaction tx;

    HandlingSql(StoreTransaction tx) {
        this.tx = tx;
    }

    /// What becomes of the dots that were there before a conversation was resolved. A resolved one
    /// has none.
    enum Dots {
        /// They wait: what was done may be taken back.
        KEPT,
        /// Whoever opens it again by hand has dealt with what was unread.
        FORGOTTEN,
        /// Resolving is taken back.
        GIVEN_BACK
    }

    /// The conversation as changed, with its line in the thread.
    long save(Conversation changed, Line line, Dots dots) {
        boolean resolved = changed.status() == Status.RESOLVED;
        RoundTrip trip =
                tx.roundTrip(
                                """
                                UPDATE conversation_member
                                   SET marked_unread = false
                                 WHERE ? AND store_id = ? AND conversation_id = ? AND marked_unread;
                                WITH feed AS (
                                    UPDATE store_feed SET feed_seq = feed_seq + 1
                                     WHERE store_id = ?
                                 RETURNING feed_seq
                                ), told AS (
                                    INSERT INTO message
                                           (store_id, conversation_id, seq, client_id, kind, author_id, body,
                                            event, sent_at, feed_seq, status_after)
                                    SELECT ?, ?, ?, ?, 'event', ?, '', CAST(? AS jsonb), ?, feed.feed_seq,
                                           CASE WHEN before.status <> ? THEN ? END
                                      FROM feed, conversation before
                                     WHERE before.store_id = ? AND before.conversation_id = ?
                                )
                                UPDATE conversation c
                                   SET status = ?,
                                       assigned_at = CASE WHEN c.assignee_id IS DISTINCT FROM ? THEN ?
                                                          ELSE c.assigned_at END,
                                       assigned_from = CASE WHEN c.assignee_id IS DISTINCT FROM ? THEN c.assignee_id
                                                            ELSE c.assigned_from END,
                                       access_feed_seq = CASE WHEN c.assignee_id IS DISTINCT FROM ? THEN feed.feed_seq
                                                              ELSE c.access_feed_seq END,
                                       assignee_id = ?,
                                       blocked_at = CASE WHEN ? THEN COALESCE(c.blocked_at, ?) END,
                                       blocked_by = CASE WHEN ? THEN COALESCE(c.blocked_by, ?) END,
                                       block_changes = ?, last_seq = ?,
                                       cleared_before = CASE WHEN ? AND c.status <> 'resolved' THEN c.cleared_messages
                                                             ELSE c.cleared_before END,
                                       cleared_messages = CASE WHEN ? THEN c.cleared_before ELSE ? END,
                                       unreached_how = ?, unreached_up_to = ?,
                                       version = ?, feed_seq = feed.feed_seq
                                  FROM feed
                                 WHERE c.store_id = ? AND c.conversation_id = ?
                                RETURNING c.feed_seq
                                """)
                        .flag(dots == Dots.FORGOTTEN)
                        .uuid(changed.store().value())
                        .uuid(changed.id().value())
                        .uuid(changed.store().value())
                        .uuid(changed.store().value())
                        .uuid(changed.id().value())
                        .number(changed.lastSeq())
                        .uuid(line.id())
                        .uuid(value(line.author()))
                        .text(line.event())
                        .instant(line.at())
                        .text(changed.status().word())
                        .text(changed.status().word())
                        .uuid(changed.store().value())
                        .uuid(changed.id().value())
                        .text(changed.status().word())
                        .uuid(value(changed.assignee()))
                        .instant(line.at())
                        .uuid(value(changed.assignee()))
                        .uuid(value(changed.assignee()))
                        .uuid(value(changed.assignee()))
                        .flag(changed.isBlocked())
                        .instant(line.at())
                        .flag(changed.isBlocked())
                        .uuid(value(line.author()))
                        .number(changed.handling().blockChanges())
                        .number(changed.lastSeq())
                        .flag(resolved)
                        .flag(dots == Dots.GIVEN_BACK)
                        .number(changed.clearedMessages())
                        .text(how(changed.unreached()))
                        .number(upTo(changed.unreached()))
                        .number(changed.version())
                        .uuid(changed.store().value())
                        .uuid(changed.id().value())
                        .send();
        trip.rows(_ -> "no rows: an update");
        long feedSeq = trip.row(row -> row.getLong("feed_seq")).orElseThrow();
        trip.done();
        return feedSeq;
    }

    /// A line of the thread: its id, who did it, what it was as JSON, and when.
    record Line(UUID id, @Nullable StaffId author, String event, Instant at) {}

    /// The labels, which have no line in the thread.
    long saveLabels(Conversation changed) {
        return tx.createQuery(
                        """
                        WITH feed AS (
                            UPDATE store_feed SET feed_seq = feed_seq + 1
                             WHERE store_id = :store
                         RETURNING feed_seq
                        )
                        UPDATE conversation c
                           SET labels = :labels, version = :version, feed_seq = feed.feed_seq
                          FROM feed
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                        RETURNING c.feed_seq
                        """)
                .bind("store", changed.store().value())
                .bind("conversation", changed.id().value())
                .bindArray("labels", String.class, changed.handling().labels())
                .bind("version", changed.version())
                .mapTo(Long.class)
                .one();
    }

    /// Nothing but the version: what one member's own row says of it has changed.
    long saveVersion(Conversation changed) {
        return tx.createQuery(
                        """
                        WITH feed AS (
                            UPDATE store_feed SET feed_seq = feed_seq + 1
                             WHERE store_id = :store
                         RETURNING feed_seq
                        )
                        UPDATE conversation c
                           SET version = :version, feed_seq = feed.feed_seq
                          FROM feed
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                        RETURNING c.feed_seq
                        """)
                .bind("store", changed.store().value())
                .bind("conversation", changed.id().value())
                .bind("version", changed.version())
                .mapTo(Long.class)
                .one();
    }

    /// Says whether it was not marked already.
    boolean markUnread(Conversation conversation, StaffId staff) {
        return tx.createUpdate(
                                """
                                INSERT INTO conversation_member AS known
                                       (store_id, conversation_id, staff_id, marked_unread)
                                VALUES (:store, :conversation, :staff, true)
                                ON CONFLICT ON CONSTRAINT conversation_member_is_one_row
                                DO UPDATE SET marked_unread = true WHERE NOT known.marked_unread
                                """)
                        .bind("store", conversation.store().value())
                        .bind("conversation", conversation.id().value())
                        .bind("staff", staff.value())
                        .execute()
                == 1;
    }

    /// Whether its assignee changed just now, from this one: so that whoever was a moment too late
    /// can be told who was first. Later it is nobody's business.
    boolean wasAssignedFrom(Conversation conversation, @Nullable StaffId from, Instant since) {
        return tx.createQuery(
                        """
                        SELECT c.assigned_from IS NOT DISTINCT FROM CAST(:from AS uuid)
                           AND c.assigned_at > :since
                          FROM conversation c
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                           AND c.assigned_at IS NOT NULL
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .bindByType("from", value(from), UUID.class)
                .bind("since", since)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /// In the order in which they may be locked.
    List<UUID> assignedTo(StoreId store, StaffId staff, int limit) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM conversation c
                         WHERE c.store_id = :store AND c.assignee_id = :staff
                         ORDER BY c.conversation_id
                         LIMIT :limit
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /// How many unresolved conversations each member has; who has none is left out.
    Map<StaffId, Long> openOf(StoreId store) {
        return tx
                .createQuery(
                        """
                        SELECT c.assignee_id, count(*) AS open
                          FROM conversation c
                         WHERE c.store_id = :store
                           AND c.status = 'unresolved'
                           AND c.assignee_id IS NOT NULL
                         GROUP BY c.assignee_id
                        """)
                .bind("store", store.value())
                .map((row, _) ->
                        Map.entry(
                                new StaffId(row.getObject("assignee_id", UUID.class)),
                                row.getLong("open")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String nameOf(StaffId staff) {
        return tx.createQuery("SELECT s.name FROM staff s WHERE s.staff_id = :staff")
                .bind("staff", staff.value())
                .mapTo(String.class)
                .one();
    }

    private static @Nullable String how(@Nullable Unreached unreached) {
        return unreached == null ? null : unreached.how().word();
    }

    private static @Nullable Long upTo(@Nullable Unreached unreached) {
        return unreached == null ? null : unreached.upTo();
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }
}
