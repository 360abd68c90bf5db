package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationRow;
import dev.shopbell.message.MessageSql.Locked;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;

/// Locks and looks up what posting needs of what a system says; writing it is [MessageSql]'s.
final class SystemDraftSql {

    private final StoreTransaction tx;

    SystemDraftSql(StoreTransaction tx) {
        this.tx = tx;
    }

    Optional<Locked> lock(StoreId store, SystemDraft draft) {
        RoundTrip trip =
                tx.roundTrip(
                                ConversationRow.SELECT
                                        + """
                                          FROM conversation c
                                         WHERE c.store_id = ? AND c.conversation_id = ?
                                           FOR UPDATE;
                                        """
                                        + MessageRow.SELECT
                                        + """
                                          FROM message m
                                          LEFT JOIN staff s ON s.staff_id = m.author_id
                                         WHERE m.store_id = ? AND m.conversation_id = ? AND m.client_id = ?
                                        """)
                        .uuid(store.value())
                        .uuid(draft.conversation().value())
                        .uuid(store.value())
                        .uuid(draft.conversation().value())
                        .uuid(draft.id().value())
                        .send();
        Optional<Conversation> conversation = trip.row(ConversationRow::read);
        Message sameId = trip.row(MessageRow::read).orElse(null);
        trip.done();
        return conversation.map(found -> new Locked(found, sameId, List.of(), false));
    }
}
