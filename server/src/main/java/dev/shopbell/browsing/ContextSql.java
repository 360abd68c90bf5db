package dev.shopbell.browsing;

import dev.shopbell.commerce.Cart;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about what was before the eyes of whoever wrote a message.
public final class ContextSql {

    /// Keeps it of a new message with the parameters of [#bind], as the first statement of a trip.
    public static final String KEEP =
            """
            WITH who AS (
                SELECT c.store_id, c.conversation_id, k.currency, k.items, k.digest, k.changed_at
                  FROM conversation c
                  JOIN customer cu USING (store_id, customer_id)
                  LEFT JOIN LATERAL shown_cart(cu.store_id, cu.customer_id, cu.shop_customer_id) k
                    ON k.quantity > 0
                 WHERE c.store_id = ? AND c.conversation_id = ?
            ), kept AS (
                INSERT INTO cart_snapshot
                       (store_id, conversation_id, digest, currency, items, changed_at)
                SELECT who.store_id, who.conversation_id, who.digest, who.currency, who.items, who.changed_at
                  FROM who
                 WHERE who.digest IS NOT NULL
                    ON CONFLICT DO NOTHING
            )
            INSERT INTO message_context
                   (store_id, conversation_id, client_id, page_url, page_title, cart_digest)
            SELECT who.store_id, who.conversation_id, page.message, page.url, page.title, who.digest
              FROM who
             CROSS JOIN (SELECT CAST(? AS uuid) AS message, CAST(? AS text) AS url, CAST(? AS text) AS title) page
             WHERE page.url IS NOT NULL OR who.digest IS NOT NULL;
            """;

    private final StoreTransaction tx;
    private final StoreId store;
    private final CartJson json;

    ContextSql(StoreTransaction tx, StoreId store, CartJson json) {
        this.tx = tx;
        this.store = store;
        this.json = json;
    }

    public static void bind(
            RoundTrip trip, Conversation conversation, UUID message, @Nullable SeenPage page) {
        trip.uuid(conversation.store().value())
                .uuid(conversation.id().value())
                .uuid(message)
                .text(page == null ? null : page.url())
                .text(page == null ? null : page.title());
    }

    /// Empty when there is no such message of a customer.
    Optional<WrittenAt> find(ConversationId conversation, long seq) {
        return tx.createQuery(
                        """
                        SELECT w.page_url, w.page_title, s.currency, s.items::text AS items, s.changed_at
                          FROM message m
                          LEFT JOIN message_context w
                            ON w.store_id = m.store_id AND w.conversation_id = m.conversation_id
                           AND w.client_id = m.client_id
                          LEFT JOIN cart_snapshot s
                            ON s.store_id = w.store_id AND s.conversation_id = w.conversation_id
                           AND s.digest = w.cart_digest
                         WHERE m.store_id = :store AND m.conversation_id = :conversation AND m.seq = :seq
                           AND m.kind = 'customer'
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("seq", seq)
                .map((row, _) -> new WrittenAt(page(row), cart(row)))
                .findOne();
    }

    private static @Nullable SeenPage page(ResultSet row) throws SQLException {
        String url = row.getString("page_url");
        return url == null ? null : new SeenPage(url, row.getString("page_title"));
    }

    private @Nullable ShownCart cart(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null
                ? null
                : new ShownCart(
                        new Cart(currency, json.read(row.getString("items"))),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
