package dev.shopbell.browsing;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about pages of the shop that were opened.
final class PageVisitSql {

    /// The place of a visit among those of its conversation.
    record Placed(long place, SeenPage page) {}

    private final StoreTransaction tx;
    private final StoreId store;

    PageVisitSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// The conversation that whoever holds the secret may write in; empty before they wrote.
    Optional<ConversationId> conversationOf(VisitorSecret secret) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM visitor v
                          JOIN conversation c
                            ON c.store_id = v.store_id AND c.customer_id = v.customer_id
                           AND c.continued_in IS NULL
                         WHERE v.store_id = :store AND v.secret_hash = :secret
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .mapTo(UUID.class)
                .findOne()
                .map(ConversationId::new);
    }

    Optional<Placed> newest(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT p.place, p.url, p.title
                          FROM page_visit p
                         WHERE p.store_id = :store AND p.conversation_id = :conversation
                         ORDER BY p.place DESC
                         LIMIT 1
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .map((row, _) -> new Placed(row.getLong("place"), page(row)))
                .findOne();
    }

    void insert(ConversationId conversation, Placed visit, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO page_visit (store_id, conversation_id, place, url, title, opened_at)
                        VALUES (:store, :conversation, :place, :url, :title, :at)
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("place", visit.place())
                .bind("url", visit.page().url())
                .bind("title", visit.page().title())
                .bind("at", at)
                .execute();
    }

    void retitle(ConversationId conversation, Placed visit) {
        tx.createUpdate(
                        """
                        UPDATE page_visit
                           SET title = :title
                         WHERE store_id = :store AND conversation_id = :conversation AND place = :place
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("place", visit.place())
                .bind("title", visit.page().title())
                .execute();
    }

    void deleteUpTo(ConversationId conversation, long place) {
        tx.createUpdate(
                        """
                        DELETE FROM page_visit
                         WHERE store_id = :store AND conversation_id = :conversation AND place <= :place
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .bind("place", place)
                .execute();
    }

    void deleteAll() {
        tx.createUpdate("DELETE FROM page_visit WHERE store_id = :store")
                .bind("store", store.value())
                .execute();
    }

    /// Newest first.
    List<PageVisit> of(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT p.url, p.title, p.opened_at
                          FROM page_visit p
                         WHERE p.store_id = :store AND p.conversation_id = :conversation
                         ORDER BY p.place DESC
                        """)
                .bind("store", store.value())
                .bind("conversation", conversation.value())
                .map((row, _) ->
                        new PageVisit(
                                page(row),
                                row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static SeenPage page(ResultSet row) throws SQLException {
        return new SeenPage(row.getString("url"), row.getString("title"));
    }
}
