package dev.shopbell.browsing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.browsing.CartSql.Whose;
import dev.shopbell.commerce.Cart;
import dev.shopbell.commerce.Erased;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.ShopCart;
import dev.shopbell.commerce.ShopCartDraft;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.StaffToTell;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.SecretSql;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.job.SlidingSql;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The carts of people who write. A page tells of its visitor's, the store's own systems of a
/// customer's; staff see whichever changed last, of the customer whom a conversation is known to be
/// with, and of nobody else. The same told again changes nothing.
@Singleton
public final class Carts {

    private final Database database;
    private final Conversations conversations;
    private final Erased erased;
    private final InstantSource clock;
    private final CartJson json;

    Carts(
            Database database,
            Conversations conversations,
            Erased erased,
            InstantSource clock,
            ObjectMapper mapper) {
        this.database = database;
        this.conversations = conversations;
        this.erased = erased;
        this.clock = clock;
        this.json = new CartJson(mapper);
    }

    /// What whoever holds the secret has in their cart now. Refused as unknown before they wrote.
    public void tell(StoreId store, VisitorSecret secret, Cart cart) {
        database.inStore(
                store,
                tx -> {
                    CartSql sql = sql(tx, store);
                    Whose whose =
                            sql.whose(secret)
                                    .orElseThrow(() ->
                                            new SecretSql(tx, store)
                                                    .refused(secret, HttpRefusal.NOT_FOUND));
                    return shownAnew(
                            tx,
                            store,
                            List.of(whose),
                            () -> sql.save(whose.customer(), cart, clock.instant()));
                });
    }

    /// Keeps this one, and answers what is kept now: an earlier state that comes late changes
    /// nothing, and one from before the customer was erased is refused.
    public ShopCart save(StoreId store, ExternalId customer, ShopCartDraft draft) {
        Instant now = clock.instant();
        ShopCart told = draft.checked(now);
        return database.inStore(
                store,
                tx -> {
                    erased.check(tx, store, customer, told.changedAt());
                    CartSql sql = sql(tx, store);
                    return shownAnew(
                            tx,
                            store,
                            sql.linkedTo(customer),
                            () -> {
                                sql.saveShopCart(customer, told, now);
                                return sql.shopCart(customer).orElseThrow();
                            });
                });
    }

    public Optional<ShopCart> find(StoreId store, ExternalId customer) {
        return database.inStore(store, tx -> sql(tx, store).shopCart(customer));
    }

    /// Safe to repeat.
    public void remove(StoreId store, ExternalId customer) {
        int _ = database.inStore(store, tx -> remove(tx, store, customer));
    }

    /// The same, within a transaction: before it locks customers. Answers how many there were.
    public int remove(StoreTransaction tx, StoreId store, ExternalId customer) {
        CartSql sql = sql(tx, store);
        return shownAnew(tx, store, sql.linkedTo(customer), () -> sql.deleteShopCart(customer));
    }

    /// The cart of whom a conversation is with, for a member who may see it.
    public Optional<ShownCart> of(Member member, ConversationId id) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = found(tx, member, id);
                    ConversationAccess.check(member, conversation);
                    return sql(tx, member.store()).shown(conversation.customer());
                });
    }

    /// What was before the eyes of whoever wrote a message, for a member who may see it.
    public WrittenAt writtenAt(Member member, ConversationId id, long seq) {
        return database.inStore(
                member.store(),
                tx -> {
                    ConversationAccess.check(member, found(tx, member, id));
                    return new ContextSql(tx, member.store(), json)
                            .find(id, seq)
                            .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                });
    }

    /// What somebody has in their cart who writes for the first time: no news to the thread.
    public void begin(
            StoreTransaction tx,
            StoreId store,
            ConversationId conversation,
            CustomerId customer,
            Cart cart) {
        CartSql sql = sql(tx, store);
        boolean _ = sql.save(customer, cart, clock.instant());
        sql.saveTold(conversation, cart);
    }

    private Conversation found(StoreTransaction tx, Member member, ConversationId id) {
        return conversations
                .find(tx, member.store(), id)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Does this, and sees to it that whoever looks at one of these people hears of a cart that is
    /// another by it, and that the thread tells of it once nothing more changes for a while.
    /// Answers what the change does. Of most of a store's customers nobody knows that they write.
    private <T> T shownAnew(
            StoreTransaction tx, StoreId store, List<Whose> people, Supplier<T> change) {
        if (people.isEmpty()) {
            return change.get();
        }
        CartSql sql = sql(tx, store);
        List<Conversation> locked = new ArrayList<>();
        for (Whose each : people) {
            ConversationId conversation = each.conversation();
            if (conversation != null) {
                locked.add(conversations.lock(tx, store, conversation));
            }
        }
        Map<CustomerId, String> before = sql.digests(people);
        T done = change.get();
        Map<CustomerId, String> after = sql.digests(people);
        List<Conversation> changed =
                locked.stream()
                        .filter(each ->
                                !Objects.equals(
                                        before.get(each.customer()), after.get(each.customer())))
                        .toList();
        for (Conversation conversation : changed) {
            SlidingSql.slide(tx, StaffToTell.due(TellOfCarts.NAME, conversation, clock.instant()));
        }
        changed.forEach(conversation -> conversations.changedBeside(tx, conversation));
        return done;
    }

    private CartSql sql(StoreTransaction tx, StoreId store) {
        return new CartSql(tx, store, json);
    }
}
