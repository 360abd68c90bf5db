package dev.shopbell.access;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import java.util.UUID;

/// What a shopper leaves besides words, each with the word of its place in it.
final class Traces {

    private Traces() {}

    static void fillCart(Store in, UUID id, String word) {
        DatabaseOwner.execute(
                """
                INSERT INTO cart (store_id, customer_id, currency, items, quantity, subtotal, digest, changed_at)
                SELECT c.store_id, c.customer_id, 'EUR',
                       jsonb_build_array(jsonb_build_object('title', 'A ' || ?, 'price', 1, 'quantity', 1)),
                       1, 1, 'x', now()
                  FROM conversation c
                 WHERE c.store_id = ? AND c.conversation_id = ?
                """,
                word,
                in.id().value(),
                id);
        DatabaseOwner.execute(
                """
                INSERT INTO message_context (store_id, conversation_id, client_id, page_url)
                SELECT m.store_id, m.conversation_id, m.client_id, 'https://shop.example/' || ?
                  FROM message m
                 WHERE m.store_id = ? AND m.conversation_id = ? AND m.seq = 1
                """,
                word,
                in.id().value(),
                id);
    }

    static void openAPage(Store in, UUID id, String word) {
        DatabaseOwner.execute(
                """
                UPDATE store SET settings = settings || '{"pagesVisited": true}' WHERE store_id = ?
                """,
                in.id().value());
        DatabaseOwner.execute(
                """
                INSERT INTO page_visit (store_id, conversation_id, place, url, title, opened_at)
                VALUES (?, ?, 1, 'http://shop.localhost:8081/' || ?, 'All of the ' || ?, now())
                """,
                in.id().value(),
                id,
                word,
                word);
    }
}
