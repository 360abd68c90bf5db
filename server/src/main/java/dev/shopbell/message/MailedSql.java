package dev.shopbell.message;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRow;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.message.MessageSql.Locked;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;

/// Locks and looks up what posting needs of a mail; writing it is [MessageSql]'s.
final class MailedSql {

    private final StoreTransaction tx;

    MailedSql(StoreTransaction tx) {
        this.tx = tx;
    }

    Optional<Locked> lock(StoreId store, MailedDraft draft) {
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM conversation c
                                         WHERE c.store_id = ? AND c.conversation_id = ?
                                           FOR UPDATE;
                                        SELECT attachment_told(a) AS attachment
                                          FROM attachment a
                                         WHERE a.store_id = ? AND a.conversation_id = ?
                                           AND a.attachment_id = ANY (?)
                                           AND a.uploaded_by IS NULL AND a.seq IS NULL
                                           FOR UPDATE OF a;
                                        SELECT EXISTS (
                                               SELECT FROM conversation c
                                                 JOIN customer me USING (store_id, customer_id)
                                                 JOIN customer other
                                                   ON other.store_id = me.store_id
                                                  AND lower(other.email) = lower(me.email)
                                                  AND other.email_verified_at IS NOT NULL
                                                 JOIN conversation o
                                                   ON o.store_id = other.store_id
                                                  AND o.customer_id = other.customer_id
                                                WHERE c.store_id = ? AND c.conversation_id = ?
                                                  AND me.email_verified_at IS NOT NULL
                                                  AND o.blocked_at IS NOT NULL) AS proven_blocked
                                        """)
                        .uuid(store.value())
                        .uuid(draft.conversation().value())
                        .uuid(store.value())
                        .uuid(draft.conversation().value())
                        .uuids(draft.attachments().stream().map(AttachmentId::value).toList())
                        .uuid(store.value())
                        .uuid(draft.conversation().value())
                        .send();
        Optional<Conversation> conversation = trip.row(ConversationRow::read);
        List<Attachment> waiting = trip.rows(AttachmentRow::read);
        boolean provenBlocked = trip.row(row -> row.getBoolean("proven_blocked")).orElseThrow();
        trip.done();
        return conversation.map(found -> new Locked(found, null, waiting, provenBlocked));
    }
}
