package dev.shopbell.platform.mail;

import dev.shopbell.platform.mail.Delivery.Waiting;
import dev.shopbell.platform.text.EmailAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about mails.
final class MailSql {

    private MailSql() {}

    static void insert(Handle tx, String messageId, Waiting mail) {
        tx.createUpdate(
                        """
                        INSERT INTO account_mail
                               (mail_id, message_id, sender, recipient, content, created_at)
                        VALUES (:mail, :messageId, :sender, :recipient, :content, :at)
                        """)
                .bind("mail", mail.id().value())
                .bind("messageId", messageId)
                .bind("sender", mail.sender())
                .bind("recipient", mail.recipient().value())
                .bind("content", mail.content())
                .bind("at", mail.createdAt())
                .execute();
    }

    static Optional<Waiting> waiting(Handle tx, MailId id) {
        return tx.createQuery(
                        """
                        SELECT sender, recipient, content, created_at
                          FROM account_mail
                         WHERE mail_id = :mail AND content IS NOT NULL
                        """)
                .bind("mail", id.value())
                .map((row, _) ->
                        new Waiting(
                                id,
                                row.getString("sender"),
                                new EmailAddress(row.getString("recipient")),
                                row.getString("content"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    static int sent(Handle tx, MailId id, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE account_mail SET sent_at = :at, content = NULL
                         WHERE mail_id = :mail AND content IS NOT NULL
                        """)
                .bind("mail", id.value())
                .bind("at", at)
                .execute();
    }

    static int refused(Handle tx, MailId id, String refusal, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE account_mail SET refused_at = :at, refusal = :refusal, content = NULL
                         WHERE mail_id = :mail AND content IS NOT NULL
                        """)
                .bind("mail", id.value())
                .bind("refusal", refusal)
                .bind("at", at)
                .execute();
    }
}
