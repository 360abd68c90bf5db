package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversation.Watermarks;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.customer.SecretSql;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;

/// How far the thread has arrived in the customer's chat window and been on their screen.
@Singleton
public final class Receipts {

    private final Database database;
    private final Conversations conversations;

    Receipts(Database database, Conversations conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    /// Both are `public_seq`s and only grow; an older receipt changes nothing.
    public Conversation record(StoreId store, VisitorSecret secret, long delivered, long seen) {
        return database.inStore(
                store,
                tx -> {
                    Conversation conversation =
                            new ReceiptSql(tx)
                                    .lock(store, secret)
                                    .orElseThrow(() ->
                                            new SecretSql(tx, store)
                                                    .refused(
                                                            secret,
                                                            CustomerRefusal.UNKNOWN_VISITOR));
                    if (Math.max(delivered, seen) > conversation.lastPublicSeq()) {
                        throw new RefusedException(MessageRefusal.RECEIPT_AHEAD);
                    }
                    Watermarks reached = conversation.watermarks().reached(delivered, seen);
                    if (reached.equals(conversation.watermarks())) {
                        return conversation;
                    }
                    Conversation changed = conversation.with(reached);
                    conversations.saveWatermarks(tx, changed);
                    return changed;
                });
    }
}
