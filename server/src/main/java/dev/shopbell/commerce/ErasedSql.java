package dev.shopbell.commerce;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every SQL statement about who was erased.
final class ErasedSql {

    private final StoreTransaction tx;
    private final StoreId store;

    ErasedSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Until the transaction ends, and as soon as those that hold it shared have ended.
    void lock() {
        lock("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0)) IS NULL");
    }

    void lockShared() {
        lock("SELECT pg_advisory_xact_lock_shared(hashtextextended(:name, 0)) IS NULL");
    }

    boolean hasAny() {
        return tx.createQuery("SELECT EXISTS (SELECT FROM erased_subject WHERE store_id = :store)")
                .bind("store", store.value())
                .mapTo(Boolean.class)
                .one();
    }

    Map<String, Instant> among(Collection<String> subjects) {
        return tx
                .createQuery(
                        """
                        SELECT subject, erased_up_to
                          FROM erased_subject
                         WHERE store_id = :store AND subject = ANY (:subjects)
                        """)
                .bind("store", store.value())
                .bindArray("subjects", String.class, subjects)
                .map((row, _) ->
                        Map.entry(
                                row.getString("subject"),
                                row.getObject("erased_up_to", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// `at` may be ahead of us, where the clock over there is.
    void save(List<String> subjects, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO erased_subject AS known (store_id, subject, erased_up_to, erased_at)
                        SELECT :store, subject, :at, now()
                          FROM unnest(CAST(:subjects AS text[])) AS told (subject)
                            ON CONFLICT ON CONSTRAINT erased_subject_is_one_row
                            DO UPDATE SET erased_up_to = GREATEST(known.erased_up_to, excluded.erased_up_to),
                                          erased_at = excluded.erased_at
                        """)
                .bind("store", store.value())
                .bindArray("subjects", String.class, subjects)
                .bind("at", at)
                .execute();
    }

    private void lock(String sql) {
        var _ =
                tx.createQuery(sql)
                        .bind("name", "erasing " + store.value())
                        .mapTo(Boolean.class)
                        .one();
    }
}
