package dev.shopbell.message.faq;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about a store's FAQs.
final class FaqSql {

    private static final String SELECT =
            """
            SELECT f.faq_id, f.language, f.question, f.answer, f.shown, f.changed_at
              FROM faq f
             WHERE f.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    FaqSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Nobody else changes the store's FAQs until the transaction ends.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", store.value())
                .mapTo(Integer.class)
                .one();
    }

    /// In the store's own order.
    List<Faq> all() {
        return tx.createQuery(SELECT + " ORDER BY f.position, f.faq_id")
                .bind("store", store.value())
                .map((row, _) -> faq(row))
                .list();
    }

    Optional<Faq> find(FaqId id) {
        return tx.createQuery(SELECT + " AND f.faq_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> faq(row))
                .findOne();
    }

    /// A new one comes last.
    void save(FaqId id, FaqText content, StaffId by, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO faq
                               (store_id, faq_id, language, question, answer, shown, position, created_by, changed_at)
                        SELECT :store, :id, :language, :question, :answer, :shown,
                               COALESCE((SELECT max(position) FROM faq WHERE store_id = :store), 0) + 1,
                               :staff, :at
                        ON CONFLICT ON CONSTRAINT faq_has_one_id
                        DO UPDATE SET language = excluded.language, question = excluded.question,
                                      answer = excluded.answer, shown = excluded.shown,
                                      changed_at = excluded.changed_at
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("language", content.language().code())
                .bind("question", content.question())
                .bind("answer", content.answer())
                .bind("shown", content.shown())
                .bind("staff", by.value())
                .bind("at", at)
                .execute();
    }

    int delete(FaqId id) {
        return tx.createUpdate("DELETE FROM faq WHERE store_id = :store AND faq_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// These first, in this order; then the others as they stood.
    int arrange(List<FaqId> order) {
        return tx.createUpdate(
                        """
                        UPDATE faq f
                           SET position = sorted.place
                          FROM (SELECT o.faq_id,
                                       row_number() OVER (ORDER BY w.place NULLS LAST, o.position,
                                                                   o.faq_id) AS place
                                  FROM faq o
                                  LEFT JOIN unnest(:order) WITH ORDINALITY AS w (id, place)
                                    ON w.id = o.faq_id
                                 WHERE o.store_id = :store) sorted
                         WHERE f.store_id = :store
                           AND f.faq_id = sorted.faq_id
                           AND f.position <> sorted.place
                        """)
                .bind("store", store.value())
                .bindArray("order", UUID.class, order.stream().map(FaqId::value).toList())
                .execute();
    }

    private static Faq faq(ResultSet row) throws SQLException {
        return new Faq(
                new FaqId(row.getObject("faq_id", UUID.class)),
                new FaqText(
                        new FaqLanguage(row.getString("language")),
                        row.getString("question"),
                        row.getString("answer"),
                        row.getBoolean("shown")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
