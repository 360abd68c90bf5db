package dev.shopbell.commerce;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
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

    /// What is known already and changed later stays; of what is told twice, the later one counts.
    void save(List<Order> all) {
        Update statement =
                tx.createUpdate(
                                """
                                INSERT INTO shop_order AS known
                                       (store_id, external_id, number, customer_id, email, placed_at, currency, total,
                                        payment_status, fulfilment_status, cancelled_at, url, lines, changed_at)
                                SELECT DISTINCT ON (id COLLATE "C")
                                       :store, id, number, customer, email, placed_at, currency, total,
                                       payment, fulfilment, cancelled_at, url, lines, changed_at
                                  FROM unnest(CAST(:id AS text[]), CAST(:number AS text[]), CAST(:customer AS text[]),
                                              CAST(:email AS text[]), CAST(:placedAt AS timestamptz[]),
                                              CAST(:currency AS text[]), CAST(:total AS bigint[]),
                                              CAST(:payment AS text[]), CAST(:fulfilment AS text[]),
                                              CAST(:cancelledAt AS timestamptz[]), CAST(:url AS text[]),
                                              CAST(:lines AS jsonb[]), CAST(:changedAt AS timestamptz[])) WITH ORDINALITY
                                       AS told (id, number, customer, email, placed_at, currency, total, payment,
                                                fulfilment, cancelled_at, url, lines, changed_at, nth)
                                 ORDER BY id COLLATE "C", changed_at DESC, nth DESC
                                ON CONFLICT ON CONSTRAINT shop_order_has_one_id
                                DO UPDATE SET number = excluded.number, customer_id = excluded.customer_id,
                                              email = excluded.email, placed_at = excluded.placed_at,
                                              currency = excluded.currency, total = excluded.total,
                                              payment_status = excluded.payment_status,
                                              fulfilment_status = excluded.fulfilment_status,
                                              cancelled_at = excluded.cancelled_at, url = excluded.url,
                                              lines = excluded.lines, changed_at = excluded.changed_at
                                        WHERE known.changed_at <= excluded.changed_at
                                """)
                        .bind("store", store.value());
        new Columns<>(statement, all)
                .bind("id", order -> order.id().value())
                .bind("number", Order::number)
                .bind("customer", Order::customerId)
                .bind("email", Order::email)
                .bind("placedAt", Order::placedAt)
                .bind("currency", Order::currency)
                .bind("total", Order::total)
                .bind("payment", order -> order.paymentStatus().word())
                .bind("fulfilment", order -> order.fulfilmentStatus().word())
                .bind("cancelledAt", Order::cancelledAt)
                .bind("url", Order::url)
                .bind("lines", order -> lists.written(order.lines()))
                .bind("changedAt", Order::changedAt)
                .execute();
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

    /// The addresses of those orders of the shop customer that somebody who writes is, by number.
    List<OrderLink> links(UUID conversation, List<String> numbers) {
        return tx.createQuery(
                        """
                        SELECT DISTINCT ON (o.number) o.number, o.url, cu.linked_by = 'token' AS is_proven
                          FROM conversation c
                          JOIN customer cu USING (store_id, customer_id)
                          JOIN shop_order o ON o.store_id = c.store_id AND o.customer_id = cu.shop_customer_id
                         WHERE c.store_id = :store AND c.conversation_id = :conversation
                           AND o.number = ANY (:numbers) AND o.url IS NOT NULL
                         ORDER BY o.number, o.placed_at DESC
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation)
                .bindArray("numbers", String.class, numbers)
                .map((row, _) ->
                        new OrderLink(
                                written(row.getString("number")),
                                row.getString("url"),
                                row.getBoolean("is_proven")))
                .list();
    }

    /// Newest first.
    List<Order> below(OrderPlace place, String customer, int limit) {
        return tx.createQuery(
                        SELECT
                                + """
                                   AND o.customer_id = :customer
                                   AND (o.placed_at, o.external_id) < (CAST(:at AS timestamptz), :id)
                                 ORDER BY o.placed_at DESC, o.external_id DESC
                                 LIMIT :limit
                                """)
                .bind("store", store.value())
                .bind("customer", customer)
                .bind("at", place.placedAt())
                .bind("id", place.id())
                .bind("limit", limit)
                .map((row, _) -> order(row))
                .list();
    }

    /// How many in each currency, and what those that were not cancelled come to.
    List<CountedSum> sums(String customer) {
        return tx.createQuery(
                        """
                        SELECT o.currency, count(*) AS orders,
                               LEAST(COALESCE(sum(o.total) FILTER (WHERE o.cancelled_at IS NULL), 0), :most) AS total
                          FROM shop_order o
                         WHERE o.store_id = :store AND o.customer_id = :customer
                         GROUP BY o.currency
                         ORDER BY count(*) DESC, o.currency
                        """)
                .bind("most", Money.MOST_IN_ALL)
                .bind("store", store.value())
                .bind("customer", customer)
                .map((row, _) ->
                        new CountedSum(
                                row.getLong("orders"),
                                new OrderHistory.Sum(
                                        row.getString("currency"), row.getLong("total"))))
                .list();
    }

    /// Of one currency.
    record CountedSum(long orders, OrderHistory.Sum sum) {}

    int delete(ExternalId id) {
        return tx.createUpdate(
                        "DELETE FROM shop_order WHERE store_id = :store AND external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// All that a customer bought, and what somebody bought with one of these addresses as nobody's
    /// customer.
    Gone deleteOf(ExternalId customer, List<String> addresses) {
        return tx.createQuery(
                        """
                        WITH gone AS (
                            DELETE FROM shop_order
                             WHERE store_id = :store
                               AND (customer_id = :customer OR customer_id IS NULL AND email = ANY (:addresses))
                            RETURNING changed_at
                        )
                        SELECT count(*) AS number, max(changed_at) AS last_change FROM gone
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .bindArray("addresses", String.class, addresses)
                .map((row, _) -> {
                    OffsetDateTime last = row.getObject("last_change", OffsetDateTime.class);
                    return new Gone(
                            row.getInt("number"), last == null ? Instant.MIN : last.toInstant());
                })
                .one();
    }

    /// What was deleted, and when the last of it had changed over there; [Instant#MIN] where there
    /// was nothing.
    record Gone(int number, Instant lastChange) {}

    private static String written(String number) {
        return number.startsWith("#") ? number : "#" + number;
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
