package dev.shopbell.commerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about customers as the store's systems know them.
final class ShopCustomerSql {

    private static final String SELECT =
            """
            SELECT c.external_id, c.name, c.email, c.phone, c.marketing, c.address, c.language,
                   c.registered_at, c.changed_at
              FROM shop_customer c
             WHERE c.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;
    private final ObjectMapper json;

    ShopCustomerSql(StoreTransaction tx, StoreId store, ObjectMapper json) {
        this.tx = tx;
        this.store = store;
        this.json = json;
    }

    /// What is known already and changed later stays.
    void save(List<ShopCustomer> all) {
        PreparedBatch batch =
                tx.createBatch(
                        """
                        INSERT INTO shop_customer AS known
                               (store_id, external_id, name, email, phone, marketing, address, language,
                                registered_at, changed_at)
                        VALUES (:store, :id, :name, :email, :phone, :marketing, CAST(:address AS jsonb), :language,
                                :registeredAt, :changedAt)
                        ON CONFLICT ON CONSTRAINT shop_customer_has_one_id
                        DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
                                      marketing = excluded.marketing, address = excluded.address,
                                      language = excluded.language, registered_at = excluded.registered_at,
                                      changed_at = excluded.changed_at
                                WHERE known.changed_at <= excluded.changed_at
                        """);
        for (ShopCustomer customer : all) {
            batch.bind("store", store.value())
                    .bind("id", customer.id().value())
                    .bind("name", customer.name())
                    .bind("email", customer.email())
                    .bind("phone", customer.phone())
                    .bind("marketing", customer.marketing().word())
                    .bind("address", written(customer.address()))
                    .bind("language", customer.language())
                    .bindByType("registeredAt", customer.registeredAt(), Instant.class)
                    .bind("changedAt", customer.changedAt())
                    .add();
        }
        batch.execute();
    }

    Optional<ShopCustomer> find(ExternalId id) {
        return tx.createQuery(SELECT + " AND c.external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> customer(row))
                .findOne();
    }

    /// The next ones by id; `after` is empty for the first, `email` null for any.
    List<ShopCustomer> after(String after, @Nullable String email, int limit) {
        String only = email == null ? "" : " AND c.email = :email";
        var query =
                tx.createQuery(
                                SELECT
                                        + only
                                        + " AND c.external_id > :after ORDER BY c.external_id LIMIT :limit")
                        .bind("store", store.value())
                        .bind("after", after)
                        .bind("limit", limit);
        return (email == null ? query : query.bind("email", email))
                .map((row, _) -> customer(row))
                .list();
    }

    int delete(ExternalId id) {
        return tx.createUpdate(
                        "DELETE FROM shop_customer WHERE store_id = :store AND external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    private ShopCustomer customer(ResultSet row) throws SQLException {
        OffsetDateTime registered = row.getObject("registered_at", OffsetDateTime.class);
        return new ShopCustomer(
                new ExternalId(row.getString("external_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Marketing.of(row.getString("marketing")),
                address(row.getString("address")),
                row.getString("language"),
                registered == null ? null : registered.toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable PostalAddress address(@Nullable String written) {
        try {
            return written == null ? null : json.readValue(written, PostalAddress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an address does not read", e);
        }
    }

    private @Nullable String written(@Nullable PostalAddress address) {
        try {
            return address == null ? null : json.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
