package dev.shopbell.browsing;

import dev.shopbell.commerce.Cart;
import dev.shopbell.commerce.CartItem;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.ShopCart;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about carts.
final class CartSql {

    /// A customer, and their conversation where there is one.
    record Whose(CustomerId customer, @Nullable ConversationId conversation) {}

    private final StoreTransaction tx;
    private final StoreId store;
    private final CartJson json;

    CartSql(StoreTransaction tx, StoreId store, CartJson json) {
        this.tx = tx;
        this.store = store;
        this.json = json;
    }

    Optional<Whose> whose(VisitorSecret secret) {
        return tx.createQuery(
                        """
                        SELECT v.customer_id, c.conversation_id
                          FROM visitor v
                          LEFT JOIN conversation c
                            ON c.store_id = v.store_id AND c.customer_id = v.customer_id
                           AND c.continued_in IS NULL
                         WHERE v.store_id = :store AND v.secret_hash = :secret
                           AND v.customer_id IS NOT NULL
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .map((row, _) -> whose(row))
                .findOne();
    }

    /// Everybody who is this customer of the store's, in the order in which their conversations may
    /// be locked.
    List<Whose> linkedTo(ExternalId customer) {
        return tx.createQuery(
                        """
                        SELECT cu.customer_id, c.conversation_id
                          FROM customer cu
                          JOIN conversation c USING (store_id, customer_id)
                         WHERE cu.store_id = :store AND cu.shop_customer_id = :customer
                           AND c.continued_in IS NULL
                         ORDER BY c.conversation_id
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .map((row, _) -> whose(row))
                .list();
    }

    /// The one that staff are shown; empty when nobody told of one.
    Optional<ShownCart> shown(CustomerId customer) {
        return tx.createQuery(
                        """
                        SELECT k.currency, k.items::text AS items, k.changed_at
                          FROM customer cu
                         CROSS JOIN LATERAL shown_cart(cu.store_id, cu.customer_id, cu.shop_customer_id) k
                         WHERE cu.store_id = :store AND cu.customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .map((row, _) ->
                        new ShownCart(
                                new Cart(
                                        row.getString("currency"),
                                        json.read(row.getString("items"))),
                                time(row, "changed_at")))
                .findOne();
    }

    /// Which cart each of these is shown with; who has none, or nothing in it, is left out.
    Map<CustomerId, String> digests(List<Whose> people) {
        return tx
                .createQuery(
                        """
                        SELECT cu.customer_id, k.digest
                          FROM customer cu
                         CROSS JOIN LATERAL shown_cart(cu.store_id, cu.customer_id, cu.shop_customer_id) k
                         WHERE cu.store_id = :store AND cu.customer_id = ANY (:customers)
                           AND k.quantity > 0
                        """)
                .bind("store", store.value())
                .bindArray(
                        "customers",
                        UUID.class,
                        people.stream().map(each -> each.customer().value()).toList())
                .map((row, _) ->
                        Map.entry(
                                new CustomerId(row.getObject("customer_id", UUID.class)),
                                HexFormat.of().formatHex(row.getBytes("digest"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Says whether it is another than before.
    boolean save(CustomerId customer, Cart cart, Instant at) {
        String items = json.written(cart);
        return tx.createUpdate(
                                """
                                INSERT INTO cart AS known
                                       (store_id, customer_id, currency, items, quantity, subtotal, digest, changed_at)
                                VALUES (:store, :customer, :currency, CAST(:items AS jsonb), :quantity, :subtotal,
                                        :digest, :at)
                                ON CONFLICT ON CONSTRAINT cart_is_one_per_customer
                                DO UPDATE SET currency = excluded.currency, items = excluded.items,
                                              quantity = excluded.quantity, subtotal = excluded.subtotal,
                                              digest = excluded.digest, changed_at = excluded.changed_at
                                        WHERE known.digest <> excluded.digest
                                """)
                        .bind("store", store.value())
                        .bind("customer", customer.value())
                        .bind("currency", cart.currency())
                        .bind("items", items)
                        .bind("quantity", cart.quantity())
                        .bind("subtotal", cart.subtotal())
                        .bind("digest", json.digest(cart.currency(), items))
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /// What is known already and changed later stays; the same again is no change.
    void saveShopCart(ExternalId customer, ShopCart told, Instant at) {
        Cart cart = told.cart();
        String items = json.written(cart);
        tx.createUpdate(
                        """
                        INSERT INTO shop_cart AS known
                               (store_id, customer_id, currency, items, quantity, subtotal, digest, changed_at, told_at)
                        VALUES (:store, :customer, :currency, CAST(:items AS jsonb), :quantity, :subtotal,
                                :digest, :changedAt, :at)
                        ON CONFLICT ON CONSTRAINT shop_cart_is_one_per_customer
                        DO UPDATE SET currency = excluded.currency, items = excluded.items,
                                      quantity = excluded.quantity, subtotal = excluded.subtotal,
                                      digest = excluded.digest, changed_at = excluded.changed_at,
                                      told_at = excluded.told_at
                                WHERE known.changed_at <= excluded.changed_at
                                  AND (known.changed_at, known.digest) <> (excluded.changed_at, excluded.digest)
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .bind("currency", cart.currency())
                .bind("items", items)
                .bind("quantity", cart.quantity())
                .bind("subtotal", cart.subtotal())
                .bind("digest", json.digest(cart.currency(), items))
                .bind("changedAt", told.changedAt())
                .bind("at", at)
                .execute();
    }

    Optional<ShopCart> shopCart(ExternalId customer) {
        return tx.createQuery(
                        """
                        SELECT s.currency, s.items::text AS items, s.changed_at
                          FROM shop_cart s
                         WHERE s.store_id = :store AND s.customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .map((row, _) ->
                        new ShopCart(
                                new Cart(
                                        row.getString("currency"),
                                        json.read(row.getString("items"))),
                                time(row, "changed_at")))
                .findOne();
    }

    int deleteShopCart(ExternalId customer) {
        return tx.createUpdate(
                        "DELETE FROM shop_cart WHERE store_id = :store AND customer_id = :customer")
                .bind("store", store.value())
                .bind("customer", customer.value())
                .execute();
    }

    /// As the thread last told of it: with nothing in it, when it never did.
    List<CartItem> told(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT t.items::text AS items
                          FROM cart_told t
                         WHERE t.store_id = :store AND t.conversation_id = :conversation
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .map((row, _) -> json.read(row.getString("items")))
                .findOne()
                .orElse(List.of());
    }

    void saveTold(ConversationId conversation, Cart cart) {
        tx.createUpdate(
                        """
                        INSERT INTO cart_told AS known (store_id, conversation_id, items)
                        VALUES (:store, :conversation, CAST(:items AS jsonb))
                        ON CONFLICT ON CONSTRAINT cart_told_is_one_per_thread
                        DO UPDATE SET items = excluded.items
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("items", json.written(cart))
                .execute();
    }

    private static Whose whose(ResultSet row) throws SQLException {
        UUID conversation = row.getObject("conversation_id", UUID.class);
        return new Whose(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                conversation == null ? null : new ConversationId(conversation));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
