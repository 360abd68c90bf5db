package dev.shopbell.message;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.FirstFilesSql;
import dev.shopbell.browsing.Carts;
import dev.shopbell.commerce.Cart;
import dev.shopbell.commerce.OrderLink;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationRefusal;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.FeedAdvanced;
import dev.shopbell.conversation.People;
import dev.shopbell.conversation.SenderBlockSql;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.Customers;
import dev.shopbell.message.MessageSql.Locked;
import dev.shopbell.message.MessageSql.LockedForStaff;
import dev.shopbell.message.card.Card;
import dev.shopbell.message.card.Cards;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The one way to say something in a conversation, whichever door it came through. Posting the same
/// draft again returns the message it became, and tells nobody twice.
@Singleton
public final class Messages {

    private static final int MOST_ATTEMPTS = 3;

    private final Database database;
    private final Conversations conversations;
    private final Customers customers;
    private final Carts carts;
    private final Cards cards;
    private final Ids ids;
    private final InstantSource clock;

    Messages(
            Database database,
            Conversations conversations,
            Customers customers,
            Carts carts,
            Cards cards,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.customers = customers;
        this.carts = carts;
        this.cards = cards;
        this.ids = ids;
        this.clock = clock;
    }

    /// A customer's message. The first one of a secret makes its customer and conversation;
    /// `newcomer` is asked before that and refuses by throwing.
    public Posted post(Store store, CustomerDraft draft, Runnable newcomer) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Posted> posted =
                    database.inStore(store.id(), tx -> postAsCustomer(tx, store, draft, newcomer));
            if (posted.isPresent()) {
                return posted.get();
            }
        }
        throw new IllegalStateException("a visitor has no conversation");
    }

    /// What a customer wrote by e-mail, in the caller's transaction; a blocked sender is refused.
    public Posted post(StoreTransaction tx, StoreId store, MailedDraft draft) {
        MessageSql sql = new MessageSql(tx);
        Locked locked =
                new MailedSql(tx)
                        .lock(store, draft)
                        .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        if (locked.conversation().isContinued()) {
            throw new IllegalStateException("the thread was closed just now");
        }
        if (locked.senderIsBlocked()) {
            throw new RefusedException(MessageRefusal.SENDER_BLOCKED);
        }
        Line line =
                new Line(
                        draft.id(),
                        MessageKind.CUSTOMER,
                        null,
                        draft.text(),
                        draft.email(),
                        draft.sender(),
                        null,
                        List.of(),
                        draft.attachments(),
                        List.of(),
                        null,
                        null);
        return append(tx, sql, locked, line);
    }

    /// A staff member's answer or note.
    public PostedByStaff post(Member member, StaffDraft draft) {
        return database.inStore(
                member.store(),
                tx -> {
                    // The lock comes first: copies of one draft, and writers racing for a place,
                    // queue here.
                    MessageSql sql = new MessageSql(tx);
                    LockedForStaff found =
                            sql.lock(member, draft)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    Line line =
                            new Line(
                                    draft.id(),
                                    draft.kind(),
                                    member.staff(),
                                    draft.text(),
                                    null,
                                    null,
                                    null,
                                    draft.mentions(),
                                    draft.attachments(),
                                    draft.cards(),
                                    draft.keptAt(),
                                    null);
                    Message said = found.locked().sameId();
                    if (said != null && line.isSaidBy(said) && isHidden(member, found)) {
                        return new PostedByStaff(null, said);
                    }
                    ConversationAccess.check(member, found.locked().conversation());
                    if (said == null) {
                        check(draft, found);
                    }
                    return answered(found, repeatOrAppend(tx, sql, found.locked(), line));
                });
    }

    /// What one of the store's own systems says: to the customer, or as a note to staff.
    public Message post(StoreId store, SystemDraft draft) {
        return database.inStore(
                store,
                tx -> {
                    Locked locked =
                            new SystemDraftSql(tx)
                                    .lock(store, draft)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    if (locked.sameId() == null && !draft.isNote()) {
                        check(locked.conversation());
                    }
                    return repeatOrAppend(tx, new MessageSql(tx), locked, draft.line()).message();
                });
    }

    /// Systems say nothing to whoever is refused, nor where the customer no longer reads.
    private static void check(Conversation conversation) {
        if (conversation.isContinued()) {
            throw new RefusedException(ConversationRefusal.CONVERSATION_CONTINUED);
        }
        if (conversation.isBlocked()) {
            throw new RefusedException(MessageRefusal.SENDER_BLOCKED);
        }
    }

    private static boolean isHidden(Member member, LockedForStaff found) {
        return !ConversationAccess.maySee(member, found.locked().conversation().assignee());
    }

    /// Of something new; what was stored is answered the same whatever happened since.
    private static void check(StaffDraft draft, LockedForStaff found) {
        if (found.locked().conversation().isContinued() && !draft.isNote()) {
            throw new RefusedException(ConversationRefusal.CONVERSATION_CONTINUED);
        }
        Long after = draft.after();
        if (after != null && after > found.locked().conversation().lastSeq()) {
            throw new RefusedException(MessageRefusal.RECEIPT_AHEAD, "after");
        }
        if (found.hasMoved() && !draft.isNote()) {
            throw new RefusedException(MessageRefusal.THREAD_MOVED);
        }
        boolean namesReaders = found.mentioned().containsAll(draft.mentions());
        if (!namesReaders || !(draft.isNote() || draft.mentions().isEmpty())) {
            throw new RefusedException(MessageRefusal.MENTION_NOT_POSSIBLE, "mentions");
        }
    }

    private static PostedByStaff answered(LockedForStaff found, Posted posted) {
        boolean isLast = posted.conversation().lastSeq() == posted.message().seq();
        People people =
                isLast
                        ? found.people().withPreviewAuthor(posted.message().authorName())
                        : found.people();
        return new PostedByStaff(
                ConversationSummary.of(posted.conversation(), people, found.reading()),
                posted.message());
    }

    /// A blocked sender is refused, except for the answer to what was said before that.
    private Posted postAsSender(StoreTransaction tx, MessageSql sql, Locked locked, Line line) {
        if (locked.senderIsBlocked() && locked.sameId() == null) {
            throw new RefusedException(MessageRefusal.SENDER_BLOCKED);
        }
        return repeatOrAppend(tx, sql, locked, line);
    }

    /// Empty when another request made this secret's customer in the same moment: begin again.
    private Optional<Posted> postAsCustomer(
            StoreTransaction tx, Store store, CustomerDraft draft, Runnable newcomer) {
        MessageSql sql = new MessageSql(tx);
        Optional<Locked> locked = sql.lock(store.id(), draft);
        if (locked.isEmpty()) {
            newcomer.run();
            if (!open(tx, store, draft)) {
                return Optional.empty();
            }
            locked = sql.lock(store.id(), draft);
        }
        Line line =
                new Line(
                        draft.id(),
                        MessageKind.CUSTOMER,
                        null,
                        draft.text(),
                        null,
                        null,
                        null,
                        List.of(),
                        draft.attachments(),
                        List.of(),
                        null,
                        draft.told());
        return locked.map(found -> inItsThread(tx, store.id(), postAsSender(tx, sql, found, line)));
    }

    /// What was said before the thread went on in another one is told with the numbers it has
    /// there.
    private Posted inItsThread(StoreTransaction tx, StoreId store, Posted posted) {
        return posted.message().conversation().equals(posted.conversation().id())
                ? posted
                : new Posted(
                        conversations.lock(tx, store, posted.message().conversation()),
                        posted.message());
    }

    private boolean open(StoreTransaction tx, Store store, CustomerDraft draft) {
        Instant now = clock.instant();
        if (new SenderBlockSql(tx).holdsFor(store.id(), draft.from(), now)) {
            throw new RefusedException(MessageRefusal.SENDER_BLOCKED);
        }
        Optional<CustomerId> customer = writer(tx, store, draft, now);
        // Somebody who is known may have opened one from another browser just now.
        return customer.isPresent() && open(tx, store.id(), draft, customer.get(), now);
    }

    private boolean open(
            StoreTransaction tx,
            StoreId store,
            CustomerDraft draft,
            CustomerId customer,
            Instant now) {
        if (conversations.isOpen(tx, store, customer)) {
            return false;
        }
        conversations.open(tx, store, draft.conversation(), customer, now);
        new FirstFilesSql(tx, store).open(draft.conversation(), draft.secret());
        Cart cart = draft.told().cart();
        if (cart != null) {
            carts.begin(tx, store, draft.conversation(), customer, cart);
        }
        return true;
    }

    /// A newcomer has to say how they are reached, if the store asks; of whom it knows, it does
    /// not.
    private Optional<CustomerId> writer(
            StoreTransaction tx, Store store, CustomerDraft draft, Instant now) {
        Customers.Newcomer newcomer =
                new Customers.Newcomer(
                        draft.secret(), draft.contact(), draft.surroundings(), draft.from());
        Optional<CustomerId> returning = customers.returning(tx, store.id(), newcomer);
        if (returning.isPresent()) {
            return returning;
        }
        draft.contact().checkComplete(store.settings().contactOrDefault());
        return customers.welcome(tx, store.id(), newcomer, now);
    }

    private Posted repeatOrAppend(StoreTransaction tx, MessageSql sql, Locked locked, Line line) {
        Message said = locked.sameId();
        if (said == null) {
            return append(tx, sql, locked, line);
        }
        if (!line.isSaidBy(said)) {
            throw new RefusedException(MessageRefusal.CLIENT_ID_REUSED);
        }
        return new Posted(locked.conversation(), said);
    }

    private Posted append(StoreTransaction tx, MessageSql sql, Locked locked, Line line) {
        Conversation before = locked.conversation();
        List<Attachment> carried = Carried.found(line.attachments(), locked.waiting());
        List<Card> sent = cards.frozen(tx, before.store(), line.cards());
        List<OrderLink> orders =
                line.isSpoken()
                        ? cards.orders(tx, before.store(), before.id(), line.words())
                        : List.of();
        Conversation continued = line.continues(before, carried, sent, clock.instant());
        Message message = line.placedIn(continued, carried, sent, orders);
        boolean reopens = line.kind() == MessageKind.CUSTOMER && before.reopensWhenCustomerWrites();
        MessageSql.Appended appended =
                sql.append(
                        continued,
                        message,
                        line.keptAt(),
                        reopens ? new MessageId(ids.next()) : null,
                        Aftermath.of(continued, line.kind(), line.mentions(), clock.instant()),
                        line.told());
        StaffId author = line.author();
        if (author != null && appended.wasDraft()) {
            tx.announce(new DraftChanged(continued.store(), author, continued.id(), null));
        }
        tx.announce(new FeedAdvanced(continued.store(), appended.feedSeq()));
        return new Posted(continued, message.by(appended.authorName()));
    }
}
