package dev.shopbell.email.inbound;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about our own mails that came back or were answered.
final class ReturnedSql {

    /// From which `public_seq` to which a mail carried messages; 0 if it is none of those.
    record Carried(long first, long last) {}

    private final StoreTransaction tx;
    private final StoreId store;

    ReturnedSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Empty when it is known already that it came back.
    Optional<Carried> markBounced(UUID mail, String reason, Instant at) {
        return tx.createQuery(
                        """
                        UPDATE mail SET bounced_at = :at, bounce_reason = :reason
                         WHERE store_id = :store AND mail_id = :mail AND bounced_at IS NULL
                        RETURNING first_public_seq, last_public_seq
                        """)
                .bind("store", store.value())
                .bind("mail", mail)
                .bind("reason", reason)
                .bind("at", at)
                .map((row, _) ->
                        new Carried(
                                row.getLong("first_public_seq"), row.getLong("last_public_seq")))
                .findOne();
    }

    /// Whether this mail, or one about this conversation, was from a mailbox.
    boolean wroteFrom(EmailAddress mailbox, UUID about) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM mail m
                                        WHERE m.store_id = :store AND lower(m.sender) = :mailbox
                                          AND (m.conversation_id = :about OR m.mail_id = :about))
                        """)
                .bind("store", store.value())
                .bind("mailbox", mailbox.value())
                .bind("about", about)
                .mapTo(Boolean.class)
                .one();
    }

    long explanationsSince(EmailAddress recipient, Instant moment) {
        return tx.createQuery(
                        """
                        SELECT count(*)
                          FROM mail m
                         WHERE m.store_id = :store AND m.kind = 'explanation'
                           AND m.recipient = :recipient AND m.created_at > :moment
                        """)
                .bind("store", store.value())
                .bind("recipient", recipient.value())
                .bind("moment", moment)
                .mapTo(Long.class)
                .one();
    }
}
