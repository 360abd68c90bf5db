package dev.shopbell.widget;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.conversation.HistoryPlace;
import dev.shopbell.conversation.HistorySql;
import dev.shopbell.conversation.HistorySql.Stretch;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.customer.SecretSql;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.CustomerThreadSql;
import dev.shopbell.message.Message;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// A shopper reading their own thread, and those before it that go on in it.
@Singleton
public final class ShopperThreads {

    private final Database database;
    private final FeedWatch feed;
    private final Viewers viewers;

    ShopperThreads(Database database, FeedWatch feed, Viewers viewers) {
        this.database = database;
        this.feed = feed;
        this.viewers = viewers;
    }

    /// A range with what is needed to go on from it: the conversation's row, and the store's feed
    /// as it was just before the range was read.
    public record Reading(
            Conversation conversation, List<Message> messages, long feedSeq, String viewer) {

        public ShopperThread view() {
            return new ShopperThread(
                    ShopperConversation.of(conversation),
                    messages.stream().map(ShopperMessage::of).toList(),
                    viewer);
        }
    }

    ShopperThread before(StoreId store, VisitorSecret secret, long publicSeq, int limit) {
        return read(store, secret, sql -> sql.publicBefore(publicSeq, limit)).view();
    }

    /// What comes after a place. An empty range waits for what the customer can see of the thread
    /// to change, at most this long.
    ShopperThread after(
            StoreId store, VisitorSecret secret, long publicSeq, int limit, Duration wait)
            throws InterruptedException {
        Reading reading = after(store, secret, publicSeq, limit);
        ShopperThread first = reading.view();
        long end = System.nanoTime() + wait.toNanos();
        while (first.messages().isEmpty()
                && reading.view().equals(first)
                && System.nanoTime() < end
                && feed.await(
                        store, reading.feedSeq(), Duration.ofNanos(end - System.nanoTime()))) {
            reading = after(store, secret, publicSeq, limit);
        }
        return reading.view();
    }

    /// What comes after a place, as of now.
    public Reading after(StoreId store, VisitorSecret secret, long publicSeq, int limit) {
        return read(store, secret, sql -> sql.publicAfter(publicSeq, limit));
    }

    /// What was said before the thread began, in closed ones that go on in it: a stretch of one of
    /// them.
    ShopperHistory history(StoreId store, VisitorSecret secret, HistoryPlace place, int limit) {
        return database.inStore(
                store,
                tx -> {
                    Conversation open = own(tx, store, secret);
                    return new HistorySql(tx, store)
                            .forCustomer(open.id(), place)
                            .map(stretch -> history(tx, open, stretch, place, limit))
                            .orElseGet(() -> ShopperHistory.none(open));
                });
    }

    private static ShopperHistory history(
            StoreTransaction tx,
            Conversation open,
            Stretch stretch,
            HistoryPlace place,
            int limit) {
        ConversationId thread = stretch.thread().id();
        List<Message> messages =
                new ThreadSql(tx, open.store(), thread).publicBefore(place.before(), limit);
        long first =
                messages.isEmpty() ? 1 : Objects.requireNonNull(messages.getFirst().publicSeq());
        return ShopperHistory.of(open, thread, messages, stretch.next(first));
    }

    private Reading read(
            StoreId store, VisitorSecret secret, Function<ThreadSql, List<Message>> range) {
        return database.inStore(store, tx -> read(tx, store, secret, range));
    }

    private Reading read(
            StoreTransaction tx,
            StoreId store,
            VisitorSecret secret,
            Function<ThreadSql, List<Message>> range) {
        long feedSeq = FeedSql.position(tx, store);
        Conversation conversation = own(tx, store, secret);
        List<Message> messages = range.apply(new ThreadSql(tx, store, conversation.id()));
        return new Reading(conversation, messages, feedSeq, viewers.tokenOf(store, secret));
    }

    private static Conversation own(StoreTransaction tx, StoreId store, VisitorSecret secret) {
        return CustomerThreadSql.find(tx, store, secret)
                .orElseThrow(() ->
                        new SecretSql(tx, store).refused(secret, CustomerRefusal.UNKNOWN_VISITOR));
    }
}
