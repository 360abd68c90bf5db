package dev.shopbell.customer;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.Instant;

/// Every SQL statement that changes customers and the browsers they write from.
final class CustomerSql {

    private final StoreTransaction tx;

    CustomerSql(StoreTransaction tx) {
        this.tx = tx;
    }

    void insert(StoreId store, CustomerId id, Contact contact, Surroundings around, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO customer
                               (store_id, customer_id, name, email, language, time_zone, created_at)
                        VALUES (:store, :customer, :name, :email, :language, :timeZone, :at)
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("name", contact.name())
                .bind("email", contact.email())
                .bind("language", around.language())
                .bind("timeZone", around.timeZone())
                .bind("at", at)
                .execute();
    }

    /// Says whether the secret was nobody's yet. Waits for a concurrent transaction that is just
    /// making it somebody's.
    boolean insertVisitor(
            StoreId store,
            VisitorSecret secret,
            NetworkTrace from,
            CustomerId customer,
            Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO visitor
                                       (store_id, secret_hash, customer_id, address_hash, created_at)
                                VALUES (:store, :secret, :customer, :address, :at)
                                ON CONFLICT ON CONSTRAINT visitor_has_one_secret DO NOTHING
                                """)
                        .bind("store", store.value())
                        .bind("secret", secret.hash())
                        .bind("address", from.hash())
                        .bind("customer", customer.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }
}
