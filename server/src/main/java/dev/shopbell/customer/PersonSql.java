package dev.shopbell.customer;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about who customers are, and which browsers are theirs.
public final class PersonSql {

    private static final String SELECT =
            """
            SELECT cu.customer_id, cu.name, cu.email, cu.email_verified_at IS NOT NULL AS is_verified,
                   cu.shop_customer_id, cu.linked_by, cu.email_vouched
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    public PersonSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Nobody else becomes this customer of the store until the transaction ends. Before every
    /// other lock.
    public void lock(String shopCustomer) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:who, 0)) IS NULL")
                .bind("who", "identity " + store.value() + " " + shopCustomer)
                .mapTo(Boolean.class)
                .one();
    }

    /// Whose browser it is.
    public Optional<Person> holding(VisitorSecret secret) {
        return tx.createQuery(
                        SELECT
                                + """
                                  FROM visitor v
                                  JOIN customer cu USING (store_id, customer_id)
                                 WHERE v.store_id = :store AND v.secret_hash = :secret
                                """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .map((row, _) -> person(row))
                .findOne();
    }

    /// Whom the store has vouched for as this customer of its own.
    public Optional<Person> signedIn(String shopCustomer) {
        return tx.createQuery(
                        SELECT
                                + """
                                  FROM customer cu
                                 WHERE cu.store_id = :store AND cu.shop_customer_id = :shopCustomer
                                   AND cu.linked_by = 'token'
                                """)
                .bind("store", store.value())
                .bind("shopCustomer", shopCustomer)
                .map((row, _) -> person(row))
                .findOne();
    }

    /// Nobody else becomes the customer who has proven this address until the transaction ends.
    /// Before every other lock.
    public void lock(EmailAddress proven) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:who, 0)) IS NULL")
                .bind("who", "address " + store.value() + " " + proven.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Who has proven to have this address, of those whom the store does not vouch for.
    public Optional<Person> having(EmailAddress proven) {
        return tx.createQuery(
                        SELECT
                                + """
                                  FROM customer cu
                                 WHERE cu.store_id = :store AND cu.proven_email = :email
                                """)
                .bind("store", store.value())
                .bind("email", proven.value())
                .map((row, _) -> person(row))
                .findOne();
    }

    /// Whether another browser is theirs, too.
    public boolean isHeldByAnother(CustomerId customer, VisitorSecret secret) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (
                               SELECT FROM visitor v
                                WHERE v.store_id = :store AND v.customer_id = :customer
                                  AND v.secret_hash <> :secret)
                        """)
                .bind("store", store.value())
                .bind("customer", customer.value())
                .bind("secret", secret.hash())
                .mapTo(Boolean.class)
                .one();
    }

    /// Until the transaction ends they stay who they are, have the browsers that they have, and
    /// nobody opens a conversation of theirs. Conversations are locked before.
    public void lock(List<CustomerId> customers, VisitorSecret secret) {
        tx.createQuery(
                        """
                        SELECT cu.customer_id
                          FROM customer cu
                         WHERE cu.store_id = :store AND cu.customer_id = ANY (:customers)
                         ORDER BY cu.customer_id
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bindArray(
                        "customers", UUID.class, customers.stream().map(CustomerId::value).toList())
                .mapTo(UUID.class)
                .list();
        tx.createQuery(
                        """
                        SELECT v.customer_id
                          FROM visitor v
                         WHERE v.store_id = :store AND v.secret_hash = :secret
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .mapTo(UUID.class)
                .list();
    }

    void insert(CustomerId id, Vouched vouched, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO customer
                               (store_id, customer_id, name, email, email_verified_at, shop_customer_id, linked_by,
                                email_vouched, created_at)
                        VALUES (:store, :customer, :name, :email,
                                CASE WHEN :verified THEN CAST(:at AS timestamptz) END, :shopCustomer, 'token',
                                CAST(:email AS text) IS NOT NULL, :at)
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("name", vouched.name())
                .bind("email", vouched.email())
                .bind("verified", vouched.emailVerified())
                .bind("shopCustomer", vouched.shopCustomer())
                .bind("at", at)
                .execute();
    }

    /// Makes the customer who has proven this address. The caller has locked it.
    void insert(CustomerId id, EmailAddress proven, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO customer
                               (store_id, customer_id, email, email_verified_at, proven_email, created_at)
                        VALUES (:store, :customer, :email, :at, :email, :at)
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("email", proven.value())
                .bind("at", at)
                .execute();
    }

    /// Makes somebody the customer who has proven this address. The caller has locked it.
    public void prove(CustomerId id, EmailAddress proven, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE customer
                           SET email = :email, email_verified_at = :at, proven_email = :email
                         WHERE store_id = :store AND customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("email", proven.value())
                .bind("at", at)
                .execute();
    }

    /// The address that somebody gave is theirs. Who they are, the store says.
    public void confirmAddress(CustomerId id, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE customer
                           SET email_verified_at = :at
                         WHERE store_id = :store AND customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("at", at)
                .execute();
    }

    /// What a token leaves out stays as it is; another address is as well known as the token says.
    public void vouch(CustomerId id, Vouched vouched, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE customer
                           SET name = COALESCE(:name, name),
                               email = COALESCE(:email, email),
                               email_verified_at =
                                   CASE WHEN CAST(:email AS text) IS NULL THEN email_verified_at
                                        WHEN NOT :verified THEN NULL
                                        WHEN email = :email THEN COALESCE(email_verified_at, :at)
                                        ELSE :at END,
                               shop_customer_id = :shopCustomer, linked_by = 'token', proven_email = NULL,
                               email_vouched = email_vouched OR CAST(:email AS text) IS NOT NULL
                         WHERE store_id = :store AND customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("name", vouched.name())
                .bind("email", vouched.email())
                .bind("verified", vouched.emailVerified())
                .bind("shopCustomer", vouched.shopCustomer())
                .bind("at", at)
                .execute();
    }

    /// Says whether the secret was nobody's yet, as `CustomerSql` does.
    public boolean insertVisitor(
            VisitorSecret secret, NetworkTrace from, CustomerId customer, Instant at) {
        return new CustomerSql(tx).insertVisitor(store, secret, from, customer, at);
    }

    public void giveVisitor(VisitorSecret secret, CustomerId to) {
        tx.createUpdate(
                        """
                        UPDATE visitor
                           SET customer_id = :customer
                         WHERE store_id = :store AND secret_hash = :secret
                        """)
                .bind("store", store.value())
                .bind("secret", secret.hash())
                .bind("customer", to.value())
                .execute();
    }

    /// What a customer who is known says with their first message; it fills gaps and changes
    /// nothing.
    void introduce(CustomerId id, Contact contact, Surroundings around) {
        tx.createUpdate(
                        """
                        UPDATE customer
                           SET name = COALESCE(name, :name), email = COALESCE(email, :email),
                               language = COALESCE(:language, language), time_zone = COALESCE(:timeZone, time_zone)
                         WHERE store_id = :store AND customer_id = :customer
                        """)
                .bind("store", store.value())
                .bind("customer", id.value())
                .bind("name", contact.name())
                .bind("email", contact.email())
                .bind("language", around.language())
                .bind("timeZone", around.timeZone())
                .execute();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("is_verified"),
                row.getString("shop_customer_id"),
                row.getString("linked_by"),
                row.getBoolean("email_vouched"));
    }
}
