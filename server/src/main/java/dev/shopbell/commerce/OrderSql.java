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
import org.jspecify.annotations.Nullable;

/// Every SQL statement about what was bought.
final class OrderSql {

    private static final String SELECT =
            """
            SELECT o.external_id, o.number, o.customer_id, o.email, o.placed_at, o.currency, o.total,
                   o.payment_status, o.fulfilment_status, o.cancelled_at, o.url, o.lines, o.changed_at
              FROM shop_order o
             WHERE o.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;
    private final Lists lists;

    OrderSql(StoreTransaction tx, StoreId store, Lists lists) {
        this.tx = tx;
        this.store = store;
        this.lists = lists;
    }

    /// What is known already and changed later stays.
    void save(List<Order> all) {
        PreparedBatch batch =
                tx.createBatch(
                        """
                        INSERT INTO shop_order AS known
                               (store_id, external_id, number, customer_id, email, placed_at, currency, total,
                                payment_status, fulfilment_status, cancelled_at, url, lines, changed_at)
                        VALUES (:store, :id, :number, :customer, :email, :placedAt, :currency, :total,
                                :payment, :fulfilment, :cancelledAt, :url, CAST(:lines AS jsonb), :changedAt)
                        ON CONFLICT ON CONSTRAINT shop_order_has_one_id
                        DO UPDATE SET number = excluded.number, customer_id = excluded.customer_id,
                                      email = excluded.email, placed_at = excluded.placed_at,
                                      currency = excluded.currency, total = excluded.total,
                                      payment_status = excluded.payment_status,
                                      fulfilment_status = excluded.fulfilment_status,
                                      cancelled_at = excluded.cancelled_at, url = excluded.url,
                                      lines = excluded.lines, changed_at = excluded.changed_at
                                WHERE known.changed_at <= excluded.changed_at
                        """);
        for (Order order : all) {
            batch.bind("store", store.value())
                    .bind("id", order.id().value())
                    .bind("number", order.number())
                    .bind("customer", order.customerId())
                    .bind("email", order.email())
                    .bind("placedAt", order.placedAt())
                    .bind("currency", order.currency())
                    .bind("total", order.total())
                    .bind("payment", order.paymentStatus().word())
                    .bind("fulfilment", order.fulfilmentStatus().word())
                    .bindByType("cancelledAt", order.cancelledAt(), Instant.class)
                    .bind("url", order.url())
                    .bind("lines", lists.written(order.lines()))
                    .bind("changedAt", order.changedAt())
                    .add();
        }
        batch.execute();
    }

    Optional<Order> find(ExternalId id) {
        return tx.createQuery(SELECT + " AND o.external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> order(row))
                .findOne();
    }

    /// The next ones by id; `after` is empty for the first, `customer` null for anybody's.
    List<Order> after(String after, @Nullable String customer, int limit) {
        String only = customer == null ? "" : " AND o.customer_id = :customer";
        var query =
                tx.createQuery(
                                SELECT
                                        + only
                                        + " AND o.external_id > :after ORDER BY o.external_id LIMIT :limit")
                        .bind("store", store.value())
                        .bind("after", after)
                        .bind("limit", limit);
        return (customer == null ? query : query.bind("customer", customer))
                .map((row, _) -> order(row))
                .list();
    }

    int delete(ExternalId id) {
        return tx.createUpdate(
                        "DELETE FROM shop_order WHERE store_id = :store AND external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// All that a customer bought.
    int deleteOf(ExternalId customer) {
        return tx.createUpdate(
                        "DELETE FROM shop_order WHERE store_id = :store AND customer_id = :customer")
                .bind("store", store.value())
                .bind("customer", customer.value())
                .execute();
    }

    private Order order(ResultSet row) throws SQLException {
        OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Order(
                new ExternalId(row.getString("external_id")),
                row.getString("number"),
                row.getString("customer_id"),
                row.getString("email"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("currency"),
                row.getLong("total"),
                PaymentStatus.of(row.getString("payment_status")),
                FulfilmentStatus.of(row.getString("fulfilment_status")),
                cancelled == null ? null : cancelled.toInstant(),
                row.getString("url"),
                lists.read(row.getString("lines"), OrderLine.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
