package dev.shopbell.conversation;

import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/// Opening and changing conversations, apart from what is said in them.
@Singleton
public final class Conversations {

    /// Opens the customer's one conversation under the id their browser drew. An id that is taken
    /// is somebody else's: refused as unknown.
    public void open(
            StoreTransaction tx,
            StoreId store,
            ConversationId id,
            CustomerId customer,
            Instant at) {
        if (!new ConversationSql(tx).insert(store, id, customer, at)) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
    }

    /// Whether the customer has one that others may write in.
    public boolean isOpen(StoreTransaction tx, StoreId store, CustomerId customer) {
        return new ConversationSql(tx).isOpen(store, customer);
    }

    /// Opens the conversation of a customer who wrote a mail.
    public void openByMail(
            StoreTransaction tx,
            StoreId store,
            ConversationId id,
            CustomerId customer,
            Instant at) {
        new ConversationSql(tx).insertByMail(store, id, customer, at);
    }

    /// As it is, without locking it.
    public Optional<Conversation> find(StoreTransaction tx, StoreId store, ConversationId id) {
        return new ConversationSql(tx).find(store, id);
    }

    /// The same as [#lock], for who may come when it is erased.
    public Optional<Conversation> lockIfThere(
            StoreTransaction tx, StoreId store, ConversationId id) {
        return new ConversationSql(tx).lock(store, id);
    }

    /// The conversation with its row locked until the transaction ends.
    public Conversation lock(StoreTransaction tx, StoreId store, ConversationId id) {
        return new ConversationSql(tx)
                .lock(store, id)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Something that is shown of its customer is otherwise now: who has it on screen hears so. The
    /// conversation is locked, and this is the last statement of its transaction.
    public void changedBeside(StoreTransaction tx, Conversation locked) {
        saveWatermarks(tx, locked.with(locked.watermarks()));
    }

    /// Stores how far the thread has been delivered, seen and opened, and tells the feed. The last
    /// statement of its transaction.
    public void saveWatermarks(StoreTransaction tx, Conversation changed) {
        long feedSeq = new ConversationSql(tx).saveWatermarks(changed);
        tx.announce(new FeedAdvanced(changed.store(), feedSeq));
    }
}
