package dev.shopbell.email.outbound;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.StoreLetter.Range;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every SQL statement by which it is decided what is mailed to a customer.
final class ReplySql {

    private static final int MOST_REFERENCES = 10;

    /// Who the customer of a conversation is, and up to which `public_seq` its answers are in mails
    /// already. `proven`: the address is certainly theirs. `mayProve`: a link could show that it
    /// is; not while the store itself says that it was only typed, nor of whom wrote by mail:
    /// nothing of theirs is in a chat that it leads to.
    record Standing(
            @Nullable String name,
            @Nullable String address,
            boolean proven,
            boolean mayProve,
            @Nullable String language,
            long fixedUpTo) {}

    /// How many replies one address was written to within the last hour and the last day.
    record Written(long hour, long day) {}

    private final StoreTransaction tx;
    private final Conversation conversation;

    ReplySql(StoreTransaction tx, Conversation conversation) {
        this.tx = tx;
        this.conversation = conversation;
    }

    static Optional<Instant> lastAnsweredAt(
            StoreTransaction tx, StoreId store, ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT m.sent_at
                          FROM message m
                         WHERE m.store_id = :store AND m.conversation_id = :conversation
                           AND (m.kind = 'staff' OR m.kind = 'automation' AND m.system IS NOT NULL)
                         ORDER BY m.seq DESC
                         LIMIT 1
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .map((row, _) -> row.getObject("sent_at", OffsetDateTime.class).toInstant())
                .findOne();
    }

    Standing standing() {
        return tx.createQuery(
                        """
                        SELECT cu.name, cu.email, cu.language,
                               cu.email_verified_at IS NOT NULL AS proven,
                               cu.email_verified_at IS NULL AND NOT cu.email_vouched AND c.began = 'chat' AS may_prove,
                               (SELECT COALESCE(max(m.last_public_seq), 0)
                                  FROM mail m
                                 WHERE m.store_id = :store AND m.conversation_id = :conversation) AS fixed_up_to
                          FROM conversation c
                          JOIN customer cu USING (store_id, customer_id)
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .map((row, _) ->
                        new Standing(
                                row.getString("name"),
                                row.getString("email"),
                                row.getBoolean("proven"),
                                row.getBoolean("may_prove"),
                                row.getString("language"),
                                row.getLong("fixed_up_to")))
                .one();
    }

    /// Mails to one recipient are counted and fixed one after the other, whatever conversations
    /// they are about.
    void lock(EmailAddress recipient) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:recipient, 0)) IS NULL")
                .bind(
                        "recipient",
                        "reply " + conversation.store().value() + " " + recipient.value())
                .mapTo(Boolean.class)
                .one();
    }

    Written written(EmailAddress recipient, Instant hourAgo, Instant dayAgo) {
        return tx.createQuery(
                        """
                        SELECT count(*) FILTER (WHERE m.created_at > :hourAgo) AS hour, count(*) AS day
                          FROM mail m
                         WHERE m.store_id = :store AND m.recipient = :recipient AND m.kind = 'reply'
                           AND m.created_at > :dayAgo
                        """)
                .bind("store", conversation.store().value())
                .bind("recipient", recipient.value())
                .bind("hourAgo", hourAgo)
                .bind("dayAgo", dayAgo)
                .map((row, _) -> new Written(row.getLong("hour"), row.getLong("day")))
                .one();
    }

    /// The Message-IDs of the last mails to this recipient and from them about the conversation,
    /// oldest first.
    List<String> before(EmailAddress recipient) {
        return tx.createQuery(
                        """
                        SELECT before.message_id
                          FROM (SELECT m.message_id, m.created_at AS at
                                  FROM mail m
                                 WHERE m.store_id = :store AND m.conversation_id = :conversation
                                   AND m.recipient = :recipient AND m.kind = 'reply'
                                   AND m.refused_at IS NULL AND m.withdrawn_at IS NULL
                                 UNION ALL
                                SELECT i.header_id, i.received_at
                                  FROM inbound_mail i
                                 WHERE i.store_id = :store AND i.conversation_id = :conversation
                                   AND i.sender = :recipient AND i.became = 'message'
                                   AND i.header_id IS NOT NULL) before
                         ORDER BY before.at DESC
                         LIMIT :limit
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .bind("recipient", recipient.value())
                .bind("limit", MOST_REFERENCES)
                .mapTo(String.class)
                .list()
                .reversed();
    }

    /// The last words before a place, if it is certain that the recipient wrote them: in the chat
    /// by whom the address is proven to be, or by mail that answered one of ours to them. Whatever
    /// else was said somebody may have said in their name, to have it mailed to them.
    Optional<String> ownWordsBefore(long publicSeq, EmailAddress recipient, boolean proven) {
        return tx.createQuery(
                        """
                        SELECT last.body
                          FROM (SELECT m.body,
                                       CASE WHEN i.message_id IS NULL THEN :proven
                                            ELSE i.is_known AND i.sender = :recipient END AS is_own
                                  FROM message m
                                  LEFT JOIN inbound_mail i
                                    ON i.store_id = m.store_id AND i.conversation_id = m.conversation_id
                                   AND i.message_id = m.client_id
                                 WHERE m.store_id = :store AND m.conversation_id = :conversation
                                   AND m.public_seq < :place AND m.kind = 'customer'
                                 ORDER BY m.public_seq DESC
                                 LIMIT 1) last
                         WHERE last.is_own
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .bind("place", publicSeq)
                .bind("recipient", recipient.value())
                .bind("proven", proven)
                .mapTo(String.class)
                .findOne();
    }

    /// Whether an earlier mail to the customer has not left yet.
    boolean isMailWaiting() {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM mail m
                                        WHERE m.store_id = :store AND m.conversation_id = :conversation
                                          AND m.kind = 'reply' AND m.content IS NOT NULL)
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether the thread tells, below an answer, that mail waits.
    boolean isToldToWait(long publicSeq) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM message m
                                        WHERE m.store_id = :store AND m.conversation_id = :conversation
                                          AND m.seq > (SELECT a.seq FROM message a
                                                        WHERE a.store_id = :store
                                                          AND a.conversation_id = :conversation
                                                          AND a.public_seq = :place)
                                          AND m.event ->> 'type' = 'email_waits')
                        """)
                .bind("store", conversation.store().value())
                .bind("conversation", conversation.id().value())
                .bind("place", publicSeq)
                .mapTo(Boolean.class)
                .one();
    }

    /// A mail that never comes to be: these answers are not asked about again.
    void insertRefused(MailId id, String address, Range answers, String refusal, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO mail
                               (store_id, mail_id, kind, conversation_id, first_public_seq, last_public_seq, message_id,
                                sender, recipient, bounce_to, created_at, refused_at, refusal)
                        VALUES (:store, :mail, 'reply', :conversation, :first, :last, :messageId,
                                '', :recipient, '', :at, :at, :refusal)
                        """)
                .bind("store", conversation.store().value())
                .bind("mail", id.value())
                .bind("conversation", conversation.id().value())
                .bind("first", answers.first())
                .bind("last", answers.last())
                .bind("messageId", "<" + id.value() + "@unsent.invalid>")
                .bind("recipient", address)
                .bind("refusal", refusal)
                .bind("at", at)
                .execute();
    }
}
