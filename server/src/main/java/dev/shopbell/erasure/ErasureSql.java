package dev.shopbell.erasure;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement of erasing. What the server may not delete by itself the owner's functions
/// delete for it, of the store that is set.
final class ErasureSql {

    /// Somebody who writes and is linked to a shop customer. `proven`: the store says so, or their
    /// address does; `address`: theirs for certain.
    record Linked(CustomerId id, boolean isProven, @Nullable String address) {}

    private final StoreTransaction tx;
    private final StoreId store;

    ErasureSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Nobody is linked to this shop customer any more: answers who was.
    List<Linked> unlink(ExternalId shopCustomer) {
        return tx.createQuery(
                        """
                        UPDATE customer cu
                           SET shop_customer_id = NULL, linked_by = NULL
                          FROM (SELECT l.customer_id, l.linked_by
                                  FROM customer l
                                 WHERE l.store_id = :store AND l.shop_customer_id = :id
                                 ORDER BY l.customer_id
                                   FOR UPDATE) was
                         WHERE cu.store_id = :store AND cu.customer_id = was.customer_id
                        RETURNING cu.customer_id,
                                  was.linked_by = 'token'
                                  OR EXISTS (SELECT FROM shop_customer s
                                              WHERE s.store_id = :store AND s.external_id = :id
                                                AND lower(s.email) = cu.proven_email) AS is_proven,
                                  CASE WHEN cu.email_verified_at IS NOT NULL THEN lower(cu.email) END AS address
                        """)
                .bind("store", store.value())
                .bind("id", shopCustomer.value())
                .map((row, _) ->
                        new Linked(
                                new CustomerId(row.getObject("customer_id", UUID.class)),
                                row.getBoolean("is_proven"),
                                row.getString("address")))
                .list();
    }

    /// Who has proven one of these addresses themselves, without anybody saying who they are.
    List<Linked> proving(List<String> addresses) {
        return tx.createQuery(
                        """
                        SELECT cu.customer_id, cu.proven_email
                          FROM customer cu
                         WHERE cu.store_id = :store AND cu.proven_email = ANY (:addresses)
                         ORDER BY cu.customer_id
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bindArray("addresses", String.class, addresses)
                .map((row, _) ->
                        new Linked(
                                new CustomerId(row.getObject("customer_id", UUID.class)),
                                true,
                                row.getString("proven_email")))
                .list();
    }

    /// Whoever writes in one of them from now on is somebody new.
    void takeBrowsersAway(List<CustomerId> customers) {
        var _ =
                tx.createQuery("SELECT take_browsers_away(:customers) IS NULL")
                        .bindArray(
                                "customers",
                                UUID.class,
                                customers.stream().map(CustomerId::value).toList())
                        .mapTo(Boolean.class)
                        .one();
    }

    void forgetInTheAuditTrail(ExternalId shopCustomer) {
        var _ =
                tx.createQuery("SELECT forget_in_the_audit_trail(:id) IS NULL")
                        .bind("id", shopCustomer.value())
                        .mapTo(Boolean.class)
                        .one();
    }

    /// One in which no other goes on; those that are closed come before the one they lead to.
    Optional<ConversationId> conversationOf(CustomerId customer) {
        return tx.createQuery(
                        """
                        SELECT c.conversation_id
                          FROM conversation c
                         WHERE c.store_id = :store AND c.customer_id = :customer
                           AND NOT EXISTS (SELECT FROM conversation o
                                            WHERE o.store_id = c.store_id
                                              AND o.continued_in = c.conversation_id)
                         ORDER BY c.conversation_id
                         LIMIT 1
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .map((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .findOne();
    }

    /// What number the feed has for it once it is gone; 0 when it was gone before, empty while
    /// there is more of it.
    Optional<Long> erasePart(ConversationId conversation, int messages, Instant at) {
        return tx.createQuery("SELECT erase_part_of_conversation(:id, :most, :at) AS number")
                .bind("id", conversation.value())
                .bind("most", messages)
                .bind("at", at)
                .map((row, _) -> Optional.ofNullable(row.getObject("number", Long.class)))
                .one();
    }

    /// False while there is a conversation of theirs.
    boolean erase(CustomerId customer) {
        return tx.createQuery("SELECT erase_customer(:id)")
                .bind("id", customer.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// By what others knew that somebody is gone. Says how many conversations that were.
    int forgetGoneBefore(Instant moment) {
        return tx.createUpdate(
                        """
                        WITH mails AS (
                            DELETE FROM erased_mail WHERE store_id = :store AND erased_at < :moment
                        )
                        DELETE FROM erased_conversation WHERE store_id = :store AND erased_at < :moment
                        """)
                .bind("store", store.value())
                .bind("moment", moment)
                .execute();
    }
}
