package dev.shopbell.testkit;

import dev.shopbell.store.Store;
import java.util.UUID;

/// Mail that came in, as the database keeps it.
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
}
