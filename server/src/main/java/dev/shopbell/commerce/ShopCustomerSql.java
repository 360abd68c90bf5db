package dev.shopbell.commerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
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

    /// What is known already and changed later stays; of what is told twice, the later one counts.
    void save(List<ShopCustomer> all) {
        Update statement =
                tx.createUpdate(
                                """
                                INSERT INTO shop_customer AS known
                                       (store_id, external_id, name, email, phone, marketing, address, language,
                                        registered_at, changed_at)
                                SELECT DISTINCT ON (id COLLATE "C")
                                       :store, id, name, email, phone, marketing, address, language,
                                       registered_at, changed_at
                                  FROM unnest(CAST(:id AS text[]), CAST(:name AS text[]), CAST(:email AS text[]),
                                              CAST(:phone AS text[]), CAST(:marketing AS text[]),
                                              CAST(:address AS jsonb[]), CAST(:language AS text[]),
                                              CAST(:registeredAt AS timestamptz[]),
                                              CAST(:changedAt AS timestamptz[])) WITH ORDINALITY
                                       AS told (id, name, email, phone, marketing, address, language,
                                                registered_at, changed_at, nth)
                                 ORDER BY id COLLATE "C", changed_at DESC, nth DESC
                                ON CONFLICT ON CONSTRAINT shop_customer_has_one_id
                                DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
                                              marketing = excluded.marketing, address = excluded.address,
                                              language = excluded.language, registered_at = excluded.registered_at,
                                              changed_at = excluded.changed_at
                                        WHERE known.changed_at <= excluded.changed_at
                                """)
                        .bind("store", store.value());
        new Columns<>(statement, all)
                .bind("id", customer -> customer.id().value())
                .bind("name", ShopCustomer::name)
                .bind("email", ShopCustomer::email)
                .bind("phone", ShopCustomer::phone)
                .bind("marketing", customer -> customer.marketing().word())
                .bind("address", customer -> written(customer.address()))
                .bind("language", ShopCustomer::language)
                .bind("registeredAt", ShopCustomer::registeredAt)
                .bind("changedAt", ShopCustomer::changedAt)
                .execute();
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

    /// How many have this address, and those of them who bought last.
    PossibleMatches matches(String email, int most) {
        List<CountedMatch> found =
                tx.createQuery(
                                """
                                SELECT c.external_id, c.name, c.email, bought.last_at, count(*) OVER () AS all_of_them
                                  FROM shop_customer c
                                 CROSS JOIN LATERAL (SELECT max(o.placed_at) AS last_at
                                                       FROM shop_order o
                                                      WHERE o.store_id = c.store_id
                                                        AND o.customer_id = c.external_id) bought
                                 WHERE c.store_id = :store AND c.email = lower(:email)
                                 ORDER BY bought.last_at DESC NULLS LAST, c.external_id
                                 LIMIT :most
                                """)
                        .bind("store", store.value())
                        .bind("email", email)
                        .bind("most", most)
                        .map((row, _) -> match(row))
                        .list();
        return found.isEmpty()
                ? PossibleMatches.NONE
                : new PossibleMatches(
                        found.getFirst().count(), found.stream().map(CountedMatch::match).toList());
    }

    private record CountedMatch(long count, PossibleMatches.Match match) {}

    private static CountedMatch match(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
        return new CountedMatch(
                row.getLong("all_of_them"),
                new PossibleMatches.Match(
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getString("email"),
                        last == null ? null : last.toInstant()));
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
