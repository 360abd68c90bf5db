package dev.shopbell.email.outbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.account.OutgoingAccount;
import dev.shopbell.email.outbound.EmailStandingResource.EmailStanding;
import dev.shopbell.email.outbound.StoreLetter.Range;
import dev.shopbell.email.outbound.StoreMails.Envelope;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.mail.Delivery;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about the mails of a store on their way.
final class StoreMailSql {

    /// A mail that has not ended.
    ///
    /// @param seen how much of what it carries the customer has read on their screen
    /// @param writtenFor see [OutgoingAccount#identity]; null of mails from before that was kept
    /// @param isPerhapsOut whether a mail server may have it from an earlier attempt
    record Ready(
            Delivery.Waiting mail,
            @Nullable Reply reply,
            @Nullable Notification notification,
            Seen seen,
            @Nullable String writtenFor,
            boolean isPerhapsOut) {

        /// @param account null while there is none
        boolean isFor(@Nullable OutgoingAccount account) {
            return account == null || writtenFor == null || writtenFor.equals(account.identity());
        }
    }

    enum Seen {
        NOTHING,
        A_PART,
        ALL
    }

    /// What a reply carries.
    record Reply(ConversationId conversation, Range answers) {}

    /// Whom of the staff it tells of what; one that only counts conversations tells of none.
    record Notification(ConversationId conversation, StaffId staff) {}

    private final StoreTransaction tx;
    private final StoreId store;

    StoreMailSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    void insert(MailId id, Envelope envelope, StoreLetter letter, String content, Instant at) {
        Range answers = letter.answers();
        tx.createUpdate(
                        """
                        INSERT INTO mail
                               (store_id, mail_id, kind, conversation_id, staff_id, first_public_seq, last_public_seq,
                                message_id, sender, recipient, bounce_to, written_for, content, created_at)
                        VALUES (:store, :mail, :kind, :conversation, :staff, :first, :last,
                                :messageId, :sender, :recipient, :bounceTo, :writtenFor, :content, :at)
                        """)
                .bind("store", store.value())
                .bind("mail", id.value())
                .bind("kind", letter.kind().word())
                .bindByType(
                        "conversation",
                        letter.about() == null ? null : letter.about().value(),
                        UUID.class)
                .bindByType(
                        "staff", letter.staff() == null ? null : letter.staff().value(), UUID.class)
                .bindByType("first", answers == null ? null : answers.first(), Long.class)
                .bindByType("last", answers == null ? null : answers.last(), Long.class)
                .bind("messageId", envelope.messageId())
                .bind("sender", envelope.sender())
                .bind("recipient", letter.letter().recipient().value())
                .bind("bounceTo", envelope.bounceTo())
                .bind("writtenFor", envelope.writtenFor())
                .bind("content", content)
                .bind("at", at)
                .execute();
    }

    Optional<Ready> ready(MailId id) {
        return tx.createQuery(
                        """
                        SELECT m.mail_id, m.kind, m.conversation_id, m.staff_id, m.first_public_seq, m.last_public_seq,
                               m.bounce_to, m.recipient, m.content, m.created_at,
                               m.written_for, m.perhaps_out_since IS NOT NULL AS perhaps_out,
                               CASE WHEN m.last_public_seq <= c.seen_public_seq THEN 'ALL'
                                    WHEN m.first_public_seq <= c.seen_public_seq THEN 'A_PART'
                                    ELSE 'NOTHING' END AS seen
                          FROM mail m
                          LEFT JOIN conversation c USING (store_id, conversation_id)
                         WHERE m.store_id = :store AND m.mail_id = :mail AND m.content IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("mail", id.value())
                .map((row, _) -> ready(row))
                .findOne();
    }

    /// From now on a mail server may have it.
    void perhapsOut(MailId id, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE mail SET perhaps_out_since = COALESCE(perhaps_out_since, :at)
                         WHERE store_id = :store AND mail_id = :mail
                        """)
                .bind("store", store.value())
                .bind("mail", id.value())
                .bind("at", at)
                .execute();
    }

    /// The mail server did not take it.
    ///
    /// @param isPerhapsOut whether it, or another one before it, may have it all the same
    /// @param reason null when it was not even asked
    int putOff(MailId id, boolean isPerhapsOut, @Nullable String reason) {
        return tx.createUpdate(
                        """
                        UPDATE mail
                           SET perhaps_out_since = CASE WHEN :perhapsOut THEN perhaps_out_since END,
                               put_off = COALESCE(CAST(:reason AS text), put_off)
                         WHERE store_id = :store AND mail_id = :mail AND content IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("mail", id.value())
                .bind("perhapsOut", isPerhapsOut)
                .bind("reason", reason)
                .execute();
    }

    void readdressed(MailId id, Envelope envelope, String content) {
        tx.createUpdate(
                        """
                        UPDATE mail
                           SET message_id = :messageId, sender = :sender, bounce_to = :bounceTo,
                               written_for = :writtenFor, content = :content
                         WHERE store_id = :store AND mail_id = :mail AND content IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("mail", id.value())
                .bind("messageId", envelope.messageId())
                .bind("sender", envelope.sender())
                .bind("bounceTo", envelope.bounceTo())
                .bind("writtenFor", envelope.writtenFor())
                .bind("content", content)
                .execute();
    }

    /// As if it had never been written.
    void takeBack(MailId id) {
        tx.createUpdate(
                        "DELETE FROM mail WHERE store_id = :store AND mail_id = :mail AND content IS NOT NULL")
                .bind("store", store.value())
                .bind("mail", id.value())
                .execute();
    }

    /// How many mails wait that were written before a moment.
    EmailStanding standing(boolean canSend, boolean hearsAnswers, Instant before) {
        return tx.createQuery(
                        """
                        SELECT count(*) AS waiting, min(m.created_at) AS since,
                               max(m.put_off) FILTER (WHERE m.put_off IN ('quota', 'sender')) AS reason
                          FROM mail m
                         WHERE m.store_id = :store AND m.content IS NOT NULL AND m.created_at < :before
                        """)
                .bind("store", store.value())
                .bind("before", before)
                .map((row, _) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new EmailStanding(
                            canSend,
                            hearsAnswers,
                            row.getLong("waiting"),
                            since == null ? null : since.toInstant(),
                            row.getString("reason"));
                })
                .one();
    }

    /// Each says whether the mail had not ended already.
    boolean sent(MailId id, Instant at) {
        return ended(
                id,
                at,
                """
                UPDATE mail SET sent_at = :at, content = NULL
                 WHERE store_id = :store AND mail_id = :mail AND content IS NOT NULL
                """);
    }

    boolean withdrawn(MailId id, Instant at) {
        return ended(
                id,
                at,
                """
                UPDATE mail SET withdrawn_at = :at, content = NULL
                 WHERE store_id = :store AND mail_id = :mail AND content IS NOT NULL
                """);
    }

    boolean refused(MailId id, String refusal, Instant at) {
        return tx.createUpdate(
                                """
                                UPDATE mail SET refused_at = :at, refusal = :refusal, content = NULL
                                 WHERE store_id = :store AND mail_id = :mail AND content IS NOT NULL
                                """)
                        .bind("store", store.value())
                        .bind("mail", id.value())
                        .bind("refusal", refusal)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private boolean ended(MailId id, Instant at, String update) {
        return tx.createUpdate(update)
                        .bind("store", store.value())
                        .bind("mail", id.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private static Ready ready(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        boolean isReply = kind.equals(StoreLetter.Kind.REPLY.word());
        return new Ready(
                new Delivery.Waiting(
                        new MailId(row.getObject("mail_id", UUID.class)),
                        row.getString("bounce_to"),
                        new EmailAddress(row.getString("recipient")),
                        row.getString("content"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                isReply
                        ? new Reply(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                new Range(
                                        row.getLong("first_public_seq"),
                                        row.getLong("last_public_seq")))
                        : null,
                kind.equals(StoreLetter.Kind.NOTIFICATION.word())
                                && row.getObject("conversation_id") != null
                        ? new Notification(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                new StaffId(row.getObject("staff_id", UUID.class)))
                        : null,
                Seen.valueOf(row.getString("seen")),
                row.getString("written_for"),
                row.getBoolean("perhaps_out"));
    }
}
