package dev.shopbell.browsing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.commerce.Cart;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.ThreadEvent.CartChange;
import dev.shopbell.conversation.ThreadEvent.CartChanged;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.SlidingJob;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Has a thread tell what is otherwise in a customer's cart than when it last told of it: one line
/// for whatever happened until nothing did for a while. Only staff see it; it is no news to be told
/// of, and moves nothing in their lists.
@Singleton
final class TellOfCarts implements SlidingJob<CartDue> {

    static final String NAME = "browsing.cart";

    private static final int MOST_CHANGES = 5;

    private final Database database;
    private final Conversations conversations;
    private final Handlings handlings;
    private final CartJson json;

    TellOfCarts(
            Database database,
            Conversations conversations,
            Handlings handlings,
            ObjectMapper mapper) {
        this.database = database;
        this.conversations = conversations;
        this.handlings = handlings;
        this.json = new CartJson(mapper);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CartDue> data() {
        return CartDue.class;
    }

    @Override
    public Optional<Duration> look(CartDue due) {
        StoreId store = new StoreId(due.store());
        ConversationId conversation = new ConversationId(due.conversation());
        int _ =
                database.inStore(
                        store,
                        tx ->
                                conversations
                                        .lockIfThere(tx, store, conversation)
                                        .map(locked -> tell(tx, store, locked))
                                        .orElse(0));
        return Optional.empty();
    }

    /// Answers how much there was to tell.
    private int tell(StoreTransaction tx, StoreId store, Conversation conversation) {
        if (conversation.isContinued()) {
            return 0; // what is in the cart is the business of the thread that goes on
        }
        CartSql sql = new CartSql(tx, store, json);
        Optional<Cart> shown = sql.shown(conversation.customer()).map(ShownCart::cart);
        if (shown.isEmpty()) {
            return 0;
        }
        Cart now = shown.get();
        List<CartChange> changes = CartChanges.between(sql.told(conversation.id()), now.items());
        if (changes.isEmpty()) {
            return 0;
        }
        sql.saveTold(conversation.id(), now);
        // Whoever is blocked disturbs nobody.
        if (!conversation.isBlocked()) {
            List<CartChange> first = changes.stream().limit(MOST_CHANGES).toList();
            handlings.tell(
                    tx,
                    conversation,
                    new CartChanged(first, changes.size() - first.size(), now.quantity()));
        }
        return changes.size();
    }
}
