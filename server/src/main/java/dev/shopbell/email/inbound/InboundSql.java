package dev.shopbell.email.inbound;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.MessageId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about mail that came in, within its store.
final class InboundSql {

    /// What a mail became; and of a message, the whole of what was written.
    ///
    /// @param isKnown it answers mail of ours, from the address that mail went to
    record Row(
            Fingerprint fingerprint,
            String became,
            EmailAddress sender,
            @Nullable ConversationId conversation,
            @Nullable MessageId message,
            boolean isKnown,
            @Nullable String headerId,
            @Nullable Body body,
            Instant at) {}

    /// The whole of what was written, and whether even that had to be cut off.
    ///
    /// @param pictures that the HTML may show, by its names for them
    record Body(
            @Nullable String text,
            @Nullable String html,
            boolean isCutOff,
            Map<String, AttachmentId> pictures) {

        Body {
            pictures = Map.copyOf(pictures);
        }
    }

    private final StoreTransaction tx;
    private final StoreId store;

    InboundSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Mails of one sender to one store wait for each other: copies of one, and the first two of
    /// somebody new.
    void lock(EmailAddress sender) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:sender, 0)) IS NULL")
                .bind("sender", "mail " + store.value() + " " + sender.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether it was taken for this conversation; null: for any. What was erased since is not
    /// taken again.
    boolean isTaken(Fingerprint fingerprint, @Nullable ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM inbound_mail i
                                        WHERE i.store_id = :store AND i.content_hash = :hash
                                          AND (CAST(:conversation AS uuid) IS NULL OR i.conversation_id = :conversation))
                            OR EXISTS (SELECT FROM erased_mail e
                                        WHERE e.store_id = :store AND e.content_hash = :hash)
                        """)
                .bind("store", store.value())
                .bind("hash", fingerprint.hash())
                .bindByType("conversation", value(conversation), UUID.class)
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Row row) {
        Body body = row.body();
        List<Map.Entry<String, AttachmentId>> pictures =
                body == null ? List.of() : List.copyOf(body.pictures().entrySet());
        tx.createUpdate(
                        """
                        INSERT INTO inbound_mail
                               (store_id, content_hash, became, sender, conversation_id, message_id, is_known,
                                header_id, body_text, body_html, is_cut_off, pictures, received_at)
                        VALUES (:store, :hash, :became, :sender, :conversation, :message, :known,
                                :headerId, :text, :html, :cutOff, jsonb_object(:names, :files), :at)
                        """)
                .bind("store", store.value())
                .bind("hash", row.fingerprint().hash())
                .bind("became", row.became())
                .bind("sender", row.sender().value())
                .bindByType("conversation", value(row.conversation()), UUID.class)
                .bindByType("message", value(row.message()), UUID.class)
                .bind("known", row.isKnown())
                .bind("headerId", row.headerId())
                .bind("text", body == null ? null : body.text())
                .bind("html", body == null ? null : body.html())
                .bind("cutOff", body != null && body.isCutOff())
                .bindArray("names", String.class, pictures.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "files",
                        String.class,
                        pictures.stream().map(each -> each.getValue().value().toString()).toList())
                .bind("at", row.at())
                .execute();
    }

    /// The thread that itself began by mail from this address. A chat visitor may have typed it,
    /// and a verified customer's thread is theirs alone: neither is continued.
    Optional<ConversationId> begunBy(EmailAddress sender) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM customer cu
                          JOIN conversation c USING (store_id, customer_id)
                         WHERE cu.store_id = :store AND lower(cu.email) = :sender
                           AND cu.email_verified_at IS NULL
                           AND c.began = 'email' AND c.continued_in IS NULL
                         ORDER BY c.created_at
                         LIMIT 1
                        """)
                .bind("store", store.value())
                .bind("sender", sender.value())
                .mapTo(UUID.class)
                .map(ConversationId::new)
                .findOne();
    }

    boolean isContinued(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT c.continued_in IS NOT NULL
                          FROM conversation c
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /// The open thread of the customer whose closed one this is, if they have this address.
    Optional<ConversationId> goesOnFor(ConversationId closed, EmailAddress sender) {
        return tx.createQuery(
                        """
                        SELECT o.conversation_id
                          FROM conversation c
                          JOIN customer cu USING (store_id, customer_id)
                          JOIN conversation o
                            ON o.store_id = c.store_id AND o.customer_id = c.customer_id AND o.continued_in IS NULL
                         WHERE c.store_id = :store AND c.conversation_id = :closed
                           AND lower(cu.email) = :sender AND cu.email_verified_at IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("closed", closed.value())
                .bind("sender", sender.value())
                .mapTo(UUID.class)
                .map(ConversationId::new)
                .findOne();
    }

    /// Whether the thread's customer only typed this address, which is proven to be another's.
    boolean isProvenAnothers(ConversationId conversation, EmailAddress sender) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (
                               SELECT FROM conversation c
                                 JOIN customer typed USING (store_id, customer_id)
                                 JOIN customer owner
                                   ON owner.store_id = c.store_id AND owner.customer_id <> typed.customer_id
                                WHERE c.store_id = :store AND c.conversation_id = :conversation
                                  AND typed.email_verified_at IS NULL
                                  AND lower(owner.email) = :sender AND owner.email_verified_at IS NOT NULL)
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("sender", sender.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether somebody is blocked whose address this is by more than their word.
    boolean isBlocked(EmailAddress sender) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (
                               SELECT FROM customer cu
                                 JOIN conversation c USING (store_id, customer_id)
                                WHERE cu.store_id = :store AND lower(cu.email) = :sender
                                  AND c.blocked_at IS NOT NULL
                                  AND (c.began = 'email'
                                       OR cu.email_verified_at IS NOT NULL
                                       OR EXISTS (SELECT FROM inbound_mail i
                                                   WHERE i.store_id = c.store_id
                                                     AND i.sender = :sender
                                                     AND i.conversation_id = c.conversation_id
                                                     AND i.is_known)))
                        """)
                .bind("store", store.value())
                .bind("sender", sender.value())
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Body> original(ConversationId conversation, long seq) {
        return tx.createQuery(
                        """
                        SELECT i.body_text, i.body_html, i.is_cut_off,
                               ARRAY(SELECT key FROM jsonb_each_text(i.pictures) ORDER BY key) AS names,
                               ARRAY(SELECT value FROM jsonb_each_text(i.pictures) ORDER BY key) AS files
                          FROM message m
                          JOIN inbound_mail i
                            ON i.store_id = m.store_id AND i.conversation_id = m.conversation_id
                           AND i.message_id = m.client_id
                         WHERE m.store_id = :store AND m.conversation_id = :conversation AND m.seq = :seq
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("seq", seq)
                .map((row, _) ->
                        new Body(
                                row.getString("body_text"),
                                row.getString("body_html"),
                                row.getBoolean("is_cut_off"),
                                pictures(row)))
                .findOne();
    }

    private static Map<String, AttachmentId> pictures(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("names").getArray();
        String[] files = (String[]) row.getArray("files").getArray();
        Map<String, AttachmentId> pictures = new HashMap<>();
        for (int each = 0; each < names.length; each++) {
            pictures.put(names[each], new AttachmentId(UUID.fromString(files[each])));
        }
        return pictures;
    }

    private static @Nullable UUID value(@Nullable ConversationId conversation) {
        return conversation == null ? null : conversation.value();
    }

    private static @Nullable UUID value(@Nullable MessageId message) {
        return message == null ? null : message.value();
    }
}
