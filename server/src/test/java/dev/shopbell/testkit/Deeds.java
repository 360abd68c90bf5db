package dev.shopbell.testkit;

import dev.shopbell.conversation.FeedAdvanced;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff do with a conversation besides writing in it, in the database as the product does it:
/// an event in the thread, the next version, the next number of the feed, one transaction.
@Singleton
public final class Deeds {

    private final Database database;
    private final InstantSource clock;

    Deeds(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Assigned to a member, or with null to nobody.
    public void assign(Store store, UUID conversation, StaffId by, @Nullable StaffId to) {
        database.inStore(
                store.id(),
                tx -> {
                    tx.createUpdate(
                                    """
                                    UPDATE conversation
                                       SET last_seq = last_seq + 1, version = version + 1,
                                           assignee_id = :assignee
                                     WHERE store_id = :store AND conversation_id = :conversation
                                    """)
                            .bind("store", store.id().value())
                            .bind("conversation", conversation)
                            .bindByType("assignee", to == null ? null : to.value(), UUID.class)
                            .execute();
                    long feedSeq = event(tx, store, conversation, by, "{\"type\": \"assigned\"}");
                    tx.createUpdate(
                                    """
                                    UPDATE conversation SET access_feed_seq = feed_seq
                                     WHERE store_id = :store AND conversation_id = :conversation
                                    """)
                            .bind("store", store.id().value())
                            .bind("conversation", conversation)
                            .execute();
                    return announced(tx, store, feedSeq);
                });
    }

    /// Resolving counts everything the customer wrote as read, for everybody.
    public void resolve(Store store, UUID conversation, StaffId by) {
        database.inStore(
                store.id(),
                tx -> {
                    tx.createUpdate(
                                    """
                                    UPDATE conversation
                                       SET last_seq = last_seq + 1, version = version + 1,
                                           status = 'resolved', cleared_messages = customer_messages
                                     WHERE store_id = :store AND conversation_id = :conversation
                                    """)
                            .bind("store", store.id().value())
                            .bind("conversation", conversation)
                            .execute();
                    String event = "{\"type\": \"resolved\"}";
                    return announced(tx, store, event(tx, store, conversation, by, event));
                });
    }

    private static long announced(StoreTransaction tx, Store store, long feedSeq) {
        tx.announce(new FeedAdvanced(store.id(), feedSeq));
        return feedSeq;
    }

    private long event(
            StoreTransaction tx, Store store, UUID conversation, StaffId by, String event) {
        return tx.createQuery(
                        """
                        WITH feed AS (
                            UPDATE store_feed SET feed_seq = feed_seq + 1
                             WHERE store_id = :store
                         RETURNING feed_seq
                        ), changed AS (
                            UPDATE conversation c SET feed_seq = feed.feed_seq
                              FROM feed
                             WHERE c.store_id = :store AND c.conversation_id = :conversation
                         RETURNING c.last_seq
                        )
                        INSERT INTO message
                               (store_id, conversation_id, seq, client_id, kind, author_id, body,
                                event, sent_at, feed_seq)
                        SELECT :store, :conversation, changed.last_seq, :id, 'event', :by, '',
                               CAST(:event AS jsonb), :at, feed.feed_seq
                          FROM feed, changed
                        RETURNING feed_seq
                        """)
                .bind("store", store.id().value())
                .bind("conversation", conversation)
                .bind("id", UUID.randomUUID())
                .bind("by", by.value())
                .bind("event", event)
                .bind("at", clock.instant())
                .mapTo(Long.class)
                .one();
    }
}
