package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Where the feeds of stores are.
public final class FeedSql {

    private FeedSql() {}

    static Map<StoreId, Long> positions(Handle across, List<UUID> stores) {
        return across
                .createQuery("SELECT store_id, feed_seq FROM feed_positions(:stores)")
                .bindArray("stores", UUID.class, stores)
                .map((row, _) ->
                        Map.entry(
                                new StoreId(row.getObject("store_id", UUID.class)),
                                row.getLong("feed_seq")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The store's number as of now. What is read later in the transaction is at least this new.
    public static long position(StoreTransaction tx, StoreId store) {
        return tx.createQuery("SELECT feed_seq FROM store_feed WHERE store_id = :store")
                .bind("store", store.value())
                .mapTo(Long.class)
                .one();
    }
}
