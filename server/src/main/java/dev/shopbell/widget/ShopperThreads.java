package dev.shopbell.widget;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.CustomerThreadSql;
import dev.shopbell.message.Message;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// A shopper reading their own thread.
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
        Conversation conversation =
                CustomerThreadSql.find(tx, store, secret)
                        .orElseThrow(() -> new RefusedException(CustomerRefusal.UNKNOWN_VISITOR));
        List<Message> messages = range.apply(new ThreadSql(tx, store, conversation.id()));
        return new Reading(conversation, messages, feedSeq, viewers.tokenOf(store, secret));
    }
}
