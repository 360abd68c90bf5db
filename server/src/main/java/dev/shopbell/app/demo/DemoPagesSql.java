package dev.shopbell.app.demo;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;

/// Writes which pages of the demo shop those would have opened whose conversations are not done
/// with: three each, in the minutes after they wrote.
final class DemoPagesSql {

    private final StoreTransaction tx;
    private final StoreId store;

    DemoPagesSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    void insert(String shopOrigin) {
        tx.createUpdate(
                        """
                        WITH page (number, path, title) AS (
                            VALUES (0, '/tableware.html', 'Tableware'),
                                   (1, '/products/ash-bowl-small.html', 'Ash bowl, small'),
                                   (2, '/delivery-and-returns.html', 'Delivery and returns'),
                                   (3, '/products/breakfast-mug.html', 'Breakfast mug'),
                                   (4, '/linen.html', 'Linen'),
                                   (5, '/products/linen-apron.html', 'Linen apron'),
                                   (6, '/care.html', 'Care'))
                        INSERT INTO page_visit (store_id, conversation_id, place, url, title, opened_at)
                        SELECT c.store_id, c.conversation_id, place, :origin || page.path, page.title || ' · Hearthlow',
                               c.created_at + place * interval '40 seconds'
                          FROM conversation c
                         CROSS JOIN generate_series(1, 3) place
                          JOIN page ON page.number = mod(abs(hashtext(c.conversation_id::text)::bigint) + 3 * place, 7)
                         WHERE c.store_id = :store AND c.status = 'unresolved'
                        """)
                .bind("store", store.value())
                .bind("origin", shopOrigin)
                .execute();
    }
}
