package dev.shopbell.commerce;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Every SQL statement about how far imports have come.
final class ImportSql {

    private static final int MISTAKES_SHOWN = 100;

    private final StoreTransaction tx;
    private final StoreId store;
    private final ImportId id;

    ImportSql(StoreTransaction tx, StoreId store, ImportId id) {
        this.tx = tx;
        this.store = store;
        this.id = id;
    }

    /// Begins the import if it is new. Says how many lines were taken, and holds it until the
    /// transaction ends.
    long begin(Instant at) {
        return tx.createQuery(
                        """
                        INSERT INTO data_import AS known (store_id, import_id, started_at, changed_at)
                        VALUES (:store, :id, :at, :at)
                        ON CONFLICT ON CONSTRAINT data_import_has_one_id
                        DO UPDATE SET changed_at = known.changed_at
                        RETURNING lines
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("at", at)
                .mapTo(Long.class)
                .one();
    }

    /// Of this store, whichever they are but this one.
    int forgetBefore(Instant time) {
        return tx.createUpdate(
                        """
                        DELETE FROM data_import
                         WHERE store_id = :store AND import_id <> :id AND changed_at < :time
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("time", time)
                .execute();
    }

    void advance(long lines, ImportPart part, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE data_import
                           SET lines = lines + :lines, customers = customers + :customers,
                               products = products + :products, orders = orders + :orders,
                               wrong = wrong + :wrong, changed_at = :at
                         WHERE store_id = :store AND import_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("lines", lines)
                .bind("customers", part.customers.size())
                .bind("products", part.products.size())
                .bind("orders", part.orders.size())
                .bind("wrong", part.mistakes.size())
                .bind("at", at)
                .execute();
    }

    long mistakesKept() {
        return tx.createQuery(
                        "SELECT count(*) FROM import_mistake WHERE store_id = :store AND import_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .mapTo(Long.class)
                .one();
    }

    void insert(List<ImportMistake> mistakes) {
        if (mistakes.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                tx.createBatch(
                        """
                        INSERT INTO import_mistake (store_id, import_id, line, code, field)
                        VALUES (:store, :id, :line, :code, :field)
                        """);
        for (ImportMistake mistake : mistakes) {
            batch.bind("store", store.value())
                    .bind("id", id.value())
                    .bind("line", mistake.line())
                    .bind("code", mistake.code())
                    .bind("field", mistake.field())
                    .add();
        }
        batch.execute();
    }

    /// With the first mistakes behind a line.
    Optional<ImportReport> find(long after) {
        return tx.createQuery(
                        """
                        SELECT lines, customers, products, orders, wrong, started_at, changed_at
                          FROM data_import
                         WHERE store_id = :store AND import_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> report(row, mistakes(after)))
                .findOne();
    }

    private List<ImportMistake> mistakes(long after) {
        return tx.createQuery(
                        """
                        SELECT line, code, field
                          FROM import_mistake
                         WHERE store_id = :store AND import_id = :id AND line > :after
                         ORDER BY line
                         LIMIT :most
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("after", after)
                .bind("most", MISTAKES_SHOWN)
                .map((row, _) ->
                        new ImportMistake(
                                row.getLong("line"), row.getString("code"), row.getString("field")))
                .list();
    }

    private ImportReport report(ResultSet row, List<ImportMistake> mistakes) throws SQLException {
        return new ImportReport(
                id,
                row.getLong("lines"),
                row.getLong("customers"),
                row.getLong("products"),
                row.getLong("orders"),
                row.getLong("wrong"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                mistakes);
    }
}
