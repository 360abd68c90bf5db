package dev.shopbell.notification;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about who is told of what in a conversation.
final class TellingSql {

    /// Of a customer, for whoever is told; `unclearedMessages`: how many they wrote since
    /// everything counted as read for everybody.
    record Writer(@Nullable String name, @Nullable String email, long unclearedMessages) {

        String called() {
            if (name != null) {
                return name;
            }
            return email != null ? email : "Visitor";
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /// Of more than these a notification says nothing.
    private static final int MOST_QUOTED = 20;

    /// So many lines ago is long ago.
    private static final int LATELY = 200;

    private final StoreTransaction tx;
    private final StoreId store;
    private final ConversationId conversation;

    TellingSql(StoreTransaction tx, StoreId store, ConversationId conversation) {
        this.tx = tx;
        this.store = store;
        this.conversation = conversation;
    }

    /// Nobody writes, assigns, reads or tells here until the transaction ends. Empty when the
    /// conversation is gone, or its sender disturbs nobody.
    Optional<Writer> lock() {
        return tx.createQuery(
                        """
                        SELECT cu.name, cu.email,
                               c.customer_messages - c.cleared_messages AS uncleared
                          FROM conversation c
                          JOIN customer cu USING (store_id, customer_id)
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                           AND c.blocked_at IS NULL
                           FOR UPDATE OF c
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .map((row, _) ->
                        new Writer(
                                row.getString("name"),
                                row.getString("email"),
                                row.getLong("uncleared")))
                .findOne();
    }

    /// What the customer wrote since everything counted as read, oldest first, or the newest of it.
    List<CustomerMessage> unclearedMessages(Writer writer) {
        long number = Math.min(writer.unclearedMessages(), MOST_QUOTED);
        return number == 0 ? List.of() : newest(number);
    }

    private List<CustomerMessage> newest(long number) {
        return tx.createQuery(
                        """
                        SELECT m.seq, m.public_seq, m.body, m.sent_at,
                               CASE WHEN m.email ->> 'known' = 'false' THEN m.email ->> 'from' END AS sender,
                               (SELECT count(*) FROM attachment a
                                 WHERE a.store_id = m.store_id AND a.conversation_id = m.conversation_id
                                   AND a.seq = m.seq AND a.kind = 'image') AS images,
                               (SELECT count(*) FROM attachment a
                                 WHERE a.store_id = m.store_id AND a.conversation_id = m.conversation_id
                                   AND a.seq = m.seq AND a.kind = 'video') AS videos
                          FROM message m
                         WHERE m.store_id = :store AND m.conversation_id = :conversation
                           AND m.kind = 'customer'
                         ORDER BY m.seq DESC
                         LIMIT :number
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("number", number)
                .map((row, _) -> message(row))
                .list()
                .reversed();
    }

    /// What else happened lately, oldest first; of assignments the last alone.
    List<Notice> notices() {
        return tx.createQuery(
                        """
                        WITH lately AS (
                            SELECT m.seq, m.author_id, m.body, m.sent_at, m.mentions, m.event,
                                   CASE WHEN m.kind = 'note' THEN 'mentioned'
                                        WHEN m.event ->> 'type' = 'assigned' THEN 'assigned'
                                        ELSE 'bounced' END AS topic
                              FROM conversation c
                              JOIN message m USING (store_id, conversation_id)
                             WHERE c.store_id = :store AND c.conversation_id = :conversation
                               AND m.seq > c.last_seq - :lately
                               AND (m.kind = 'note' AND cardinality(m.mentions) > 0
                                    OR m.kind = 'event'
                                       AND m.event ->> 'type' IN ('assigned', 'email_bounced', 'email_failed'))
                        )
                        SELECT l.seq, l.topic, l.author_id, s.name AS author_name, l.sent_at,
                               CASE l.topic
                                    WHEN 'mentioned' THEN l.mentions
                                    WHEN 'assigned' THEN ARRAY[(l.event #>> '{to,id}')::uuid]
                                    ELSE ARRAY(SELECT DISTINCT a.author_id
                                                 FROM message a
                                                WHERE a.store_id = :store AND a.conversation_id = :conversation
                                                  AND a.kind = 'staff'
                                                  AND a.public_seq BETWEEN (l.event ->> 'firstPublicSeq')::bigint
                                                                       AND (l.event ->> 'lastPublicSeq')::bigint)
                               END AS people,
                               CASE l.topic WHEN 'mentioned' THEN l.body
                                            ELSE COALESCE(l.event ->> 'reason', '') END AS words
                          FROM lately l
                          LEFT JOIN staff s ON s.staff_id = l.author_id
                         WHERE l.topic <> 'assigned'
                            OR l.seq = (SELECT max(last.seq) FROM lately last WHERE last.topic = 'assigned')
                         ORDER BY l.seq
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("lately", LATELY)
                .map((row, _) -> notice(row))
                .list();
    }

    /// Those who are told of this conversation now, or of them this one: who may see it. Once it is
    /// assigned, whoever may read along besides is there for what names them alone.
    List<Recipient> recipients(@Nullable StaffId only) {
        return tx.createQuery(
                        """
                        SELECT s.staff_id, s.email AS address, me.joined_at,
                               n.email, n.browser, n.sound, n.quiet_from, n.quiet_to, n.time_zone,
                               n.email_topics, n.browser_topics, n.sound_topics, c.assignee_id,
                               COALESCE(m.read_seq, 0) AS read_seq,
                               COALESCE(k.mailed_seq, 0) AS mailed_seq,
                               COALESCE(k.pushed_seq, 0) AS pushed_seq
                          FROM conversation c
                          JOIN membership me USING (store_id)
                          JOIN staff s USING (staff_id)
                         CROSS JOIN LATERAL memberships_of(s.staff_id) place
                          LEFT JOIN staff_notification_setting n
                            ON n.store_id = c.store_id AND n.staff_id = s.staff_id
                          LEFT JOIN conversation_member m
                            ON m.store_id = c.store_id AND m.conversation_id = c.conversation_id
                           AND m.staff_id = s.staff_id
                          LEFT JOIN notification_mark k
                            ON k.store_id = c.store_id AND k.conversation_id = c.conversation_id
                           AND k.staff_id = s.staff_id
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                           AND c.blocked_at IS NULL
                           AND s.deactivated_at IS NULL
                           AND place.store_id = c.store_id
                           AND (place.is_owner OR 'conversation_management' = ANY (place.permissions))
                           AND may_see(c.assignee_id, s.staff_id,
                                       place.administrators_read_assigned
                                       AND (place.is_owner OR 'inbox_administration' = ANY (place.permissions)))
                           AND s.staff_id = COALESCE(CAST(:only AS uuid), s.staff_id)
                         ORDER BY s.staff_id
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bindByType("only", only == null ? null : only.value(), UUID.class)
                .map((row, _) -> recipient(row))
                .list();
    }

    void mailed(StaffId staff, long seq) {
        mark(staff, seq, 0);
    }

    /// They are told of it together with others.
    void held(StaffId staff, Instant at) {
        mark(staff, 0, 0);
        tx.createUpdate(
                        """
                        UPDATE notification_mark SET held_since = COALESCE(held_since, :at)
                         WHERE store_id = :store AND conversation_id = :conversation AND staff_id = :staff
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("staff", staff.value())
                .bind("at", at)
                .execute();
    }

    void pushed(StaffId staff, long seq) {
        mark(staff, 0, seq);
    }

    private void mark(StaffId staff, long mailed, long pushed) {
        tx.createUpdate(
                        """
                        INSERT INTO notification_mark AS known
                               (store_id, conversation_id, staff_id, mailed_seq, pushed_seq)
                        VALUES (:store, :conversation, :staff, :mailed, :pushed)
                        ON CONFLICT ON CONSTRAINT notification_mark_is_one_row
                        DO UPDATE SET mailed_seq = GREATEST(known.mailed_seq, excluded.mailed_seq),
                                      pushed_seq = GREATEST(known.pushed_seq, excluded.pushed_seq)
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("staff", staff.value())
                .bind("mailed", mailed)
                .bind("pushed", pushed)
                .execute();
    }

    private static CustomerMessage message(ResultSet row) throws SQLException {
        return new CustomerMessage(
                row.getLong("seq"),
                row.getLong("public_seq"),
                row.getString("sender"),
                row.getString("body"),
                row.getInt("images"),
                row.getInt("videos"),
                instant(row, "sent_at"));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                new StaffId(row.getObject("staff_id", UUID.class)),
                new EmailAddress(row.getString("address")),
                instant(row, "joined_at"),
                SettingsSql.settings(row),
                row.getLong("read_seq"),
                row.getLong("mailed_seq"),
                row.getLong("pushed_seq"),
                staff(row, "assignee_id"));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        List<StaffId> people =
                Arrays.stream((UUID[]) row.getArray("people").getArray())
                        .filter(Objects::nonNull)
                        .map(StaffId::new)
                        .toList();
        return new Notice(
                Topic.valueOf(row.getString("topic").toUpperCase(Locale.ROOT)),
                row.getLong("seq"),
                staff(row, "author_id"),
                row.getString("author_name"),
                people,
                row.getString("words"),
                instant(row, "sent_at"));
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
