package dev.shopbell.commerce;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was bought in stores, as their own systems keep it here.
@Singleton
public final class Orders {

    private final Database database;
    private final Lists lists;
    private final Erased erased;
    private final InstantSource clock;

    Orders(Database database, ObjectMapper json, Erased erased, InstantSource clock) {
        this.database = database;
        this.lists = new Lists(json);
        this.erased = erased;
        this.clock = clock;
    }

    /// Keeps this one, and answers what is kept now: an earlier state that comes late changes
    /// nothing, and one from before its customer was erased is refused.
    public Order save(StoreId store, ExternalId id, OrderDraft draft) {
        Order order = draft.checked(id, clock.instant());
        return database.inStore(
                store,
                tx -> {
                    erased.check(tx, store, order);
                    OrderSql sql = sql(tx, store);
                    sql.save(List.of(order));
                    tell(tx, store, order);
                    return sql.find(id).orElseThrow();
                });
    }

    public Optional<Order> find(StoreId store, ExternalId id) {
        return database.inStore(store, tx -> sql(tx, store).find(id));
    }

    /// The next ones by id, from the first when `after` is null; those of this customer, or all.
    public List<Order> after(
            StoreId store, @Nullable ExternalId after, @Nullable ExternalId customer, int limit) {
        return database.inStore(
                store,
                tx ->
                        sql(tx, store)
                                .after(
                                        after == null ? "" : after.value(),
                                        customer == null ? null : customer.value(),
                                        limit));
    }

    /// Where those of these orders are that are of whoever writes in a conversation.
    public List<OrderLink> links(
            StoreTransaction tx, StoreId store, UUID conversation, List<String> numbers) {
        return sql(tx, store).links(conversation, numbers);
    }

    /// Safe to repeat.
    public void remove(StoreId store, ExternalId id) {
        database.inStore(
                store,
                tx -> {
                    OrderSql sql = sql(tx, store);
                    sql.find(id).ifPresent(gone -> tell(tx, store, gone));
                    return sql.delete(id);
                });
    }

    /// What this customer bought, from just below a place.
    public OrderHistory history(
            StoreTransaction tx, StoreId store, ExternalId customer, OrderPlace below, int limit) {
        OrderSql sql = sql(tx, store);
        List<OrderSql.CountedSum> sums = sql.sums(customer.value());
        return new OrderHistory(
                sql.below(below, customer.value(), limit),
                sums.stream().mapToLong(OrderSql.CountedSum::orders).sum(),
                sums.stream().map(OrderSql.CountedSum::sum).toList());
    }

    private static void tell(StoreTransaction tx, StoreId store, Order order) {
        String customer = order.customerId();
        if (customer != null) {
            tx.announce(new ShopCustomersTold(store, List.of(customer)));
        }
    }

    private OrderSql sql(StoreTransaction tx, StoreId store) {
        return new OrderSql(tx, store, lists);
    }
}
