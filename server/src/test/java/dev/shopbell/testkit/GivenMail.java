package dev.shopbell.testkit;

import dev.shopbell.store.Store;
import java.util.UUID;

/// Mail that came in or went out, as the database keeps it.
public final class GivenMail {

    private GivenMail() {}

    /// The first message of a conversation came by a mail that says the same; safe to repeat.
    public static void firstMessageCameByMail(Store store, UUID conversation) {
        DatabaseOwner.execute(
                """
                INSERT INTO inbound_mail
                       (store_id, content_hash, became, sender, conversation_id, message_id, is_known,
                        body_text, is_cut_off, received_at)
                SELECT m.store_id, uuid_send(m.client_id), 'message', 'anna@example.com', m.conversation_id,
                       m.client_id, true, m.body, false, now()
                  FROM message m
                 WHERE m.store_id = ? AND m.conversation_id = ? AND m.seq = 1
                    ON CONFLICT DO NOTHING
                """,
                store.id().value(),
                conversation);
    }

    /// The second public message left for an address; says under which Message-ID.
    public static String replyWent(Store store, UUID conversation, String recipient) {
        return replyWent(store, conversation, recipient, 2);
    }

    /// A public message left for an address; says under which Message-ID.
    public static String replyWent(
            Store store, UUID conversation, String recipient, long publicSeq) {
        UUID id = UUID.randomUUID();
        String messageId = "<" + id + "@hearthlow.example>";
        DatabaseOwner.execute(
                """
                INSERT INTO mail
                       (store_id, mail_id, kind, conversation_id, first_public_seq, last_public_seq, message_id,
                        sender, recipient, bounce_to, created_at, sent_at)
                VALUES (?, ?, 'reply', ?, ?, ?, ?, 'chat@hearthlow.example', ?, 'chat@hearthlow.example', now(), now())
                """,
                store.id().value(),
                id,
                conversation,
                publicSeq,
                publicSeq,
                messageId,
                recipient);
        return messageId;
    }

    /// Their visitor typed an address.
    public static void isReachableAt(UUID conversation, String address) {
        DatabaseOwner.execute(
                """
                UPDATE customer SET email = ?
                 WHERE (store_id, customer_id) IN (SELECT store_id, customer_id FROM conversation
                                                    WHERE conversation_id = ?)
                """,
                address,
                conversation);
    }

    /// Which mail of ours has this Message-ID.
    public static UUID idOf(String messageId) {
        return UUID.fromString(messageId.substring(1, messageId.indexOf('@')));
    }

    /// As many replies left for an address just now as leave within an hour.
    public static void aDozenRepliesWent(Store store, UUID conversation, String recipient) {
        DatabaseOwner.execute(
                """
                INSERT INTO mail (store_id, mail_id, kind, conversation_id, first_public_seq, last_public_seq, message_id,
                                  sender, recipient, bounce_to, created_at, sent_at)
                SELECT ?, gen_random_uuid(), 'reply', ?, -100, n, gen_random_uuid()::text, '', ?, '', now(), now()
                  FROM generate_series(-12, -1) AS n
                """,
                store.id().value(),
                conversation,
                recipient);
    }

    /// The store's mails bear a picture; safe to repeat.
    public static void logo(Store store) {
        DatabaseOwner.execute(
                """
                WITH kept AS (
                    INSERT INTO blob (store_id, blob_id, kept_for, content, created_at)
                    SELECT s.store_id, gen_random_uuid(), 'store_logo', 'x', now()
                      FROM store s
                     WHERE s.store_id = ?
                       AND NOT EXISTS (SELECT 1 FROM store_logo l WHERE l.store_id = s.store_id)
                    RETURNING store_id, blob_id)
                INSERT INTO store_logo (store_id, content_blob, media_type, width, height)
                SELECT store_id, blob_id, 'image/png', 1, 1 FROM kept
                """,
                store.id().value());
    }

    /// A member was told of a conversation by mail; says under which Message-ID.
    public static String notificationWent(
            Store store, UUID conversation, UUID staff, String recipient) {
        UUID id = UUID.randomUUID();
        String messageId = "<" + id + "@hearthlow.example>";
        DatabaseOwner.execute(
                """
                INSERT INTO mail
                       (store_id, mail_id, kind, conversation_id, staff_id, message_id, sender, recipient, bounce_to,
                        created_at, sent_at)
                VALUES (?, ?, 'notification', ?, ?, ?, 'chat@hearthlow.example', ?, 'chat@hearthlow.example', now(), now())
                """,
                store.id().value(),
                id,
                conversation,
                staff,
                messageId,
                recipient);
        return messageId;
    }
}
