package dev.shopbell.commerce;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Every SQL statement about what stores sell.
final class ProductSql {

    private static final String SELECT =
            """
            SELECT p.external_id, p.title, p.url, p.image_url, p.price, p.compare_at_price, p.currency, p.available,
                   p.variants, p.changed_at
              FROM product p
             WHERE p.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;
    private final Lists lists;

    ProductSql(StoreTransaction tx, StoreId store, Lists lists) {
        this.tx = tx;
        this.store = store;
        this.lists = lists;
    }

    /// What is known already and changed later stays.
    void save(List<Product> all) {
        PreparedBatch batch =
                tx.createBatch(
                        """
                        INSERT INTO product AS known
                               (store_id, external_id, title, url, image_url, price, compare_at_price, currency, available,
                                variants, changed_at)
                        VALUES (:store, :id, :title, :url, :imageUrl, :price, :compareAtPrice, :currency, :available,
                                CAST(:variants AS jsonb), :changedAt)
                        ON CONFLICT ON CONSTRAINT product_has_one_id
                        DO UPDATE SET title = excluded.title, url = excluded.url, image_url = excluded.image_url,
                                      price = excluded.price, compare_at_price = excluded.compare_at_price,
                                      currency = excluded.currency,
                                      available = excluded.available, variants = excluded.variants,
                                      changed_at = excluded.changed_at
                                WHERE known.changed_at <= excluded.changed_at
                        """);
        for (Product product : all) {
            batch.bind("store", store.value())
                    .bind("id", product.id().value())
                    .bind("title", product.title())
                    .bind("url", product.url())
                    .bind("imageUrl", product.imageUrl())
                    .bind("price", product.price())
                    .bind("compareAtPrice", product.compareAtPrice())
                    .bind("currency", product.currency())
                    .bind("available", product.available())
                    .bind("variants", lists.written(product.variants()))
                    .bind("changedAt", product.changedAt())
                    .add();
        }
        batch.execute();
    }

    Optional<Product> find(ExternalId id) {
        return tx.createQuery(SELECT + " AND p.external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> product(row))
                .findOne();
    }

    /// The next ones by id; `after` is empty for the first.
    List<Product> after(String after, int limit) {
        return tx.createQuery(
                        SELECT + " AND p.external_id > :after ORDER BY p.external_id LIMIT :limit")
                .bind("store", store.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> product(row))
                .list();
    }

    /// Those that changed last.
    List<Product> latest(int most) {
        return tx.createQuery(SELECT + " ORDER BY p.changed_at DESC, p.external_id LIMIT :most")
                .bind("store", store.value())
                .bind("most", most)
                .map((row, _) -> product(row))
                .list();
    }

    /// Those that are for sale first, by title.
    List<Product> named(List<String> terms, boolean lastGoesOn, int most) {
        return tx.createQuery(
                        """
                        SELECT p.external_id, p.title, p.url, p.image_url, p.price, p.compare_at_price, p.currency,
                               p.available, p.variants, p.changed_at
                          FROM search_products(search_query(:terms, :goesOn), :most) p
                        """)
                .bindArray("terms", String.class, terms)
                .bind("goesOn", lastGoesOn)
                .bind("most", most)
                .map((row, _) -> product(row))
                .list();
    }

    /// Those whose page has one of these addresses.
    List<Product> at(List<String> urls, int most) {
        return tx.createQuery(
                        SELECT
                                + """
                                   AND p.url_hash = ANY (ARRAY(SELECT hashtextextended(u.url, 0) FROM unnest(:urls) AS u (url)))
                                   AND p.url = ANY (:urls)
                                 ORDER BY p.external_id
                                 LIMIT :most
                                """)
                .bind("store", store.value())
                .bindArray("urls", String.class, urls)
                .bind("most", most)
                .map((row, _) -> product(row))
                .list();
    }

    List<Product> among(List<ExternalId> ids) {
        return tx.createQuery(SELECT + " AND p.external_id = ANY (:ids)")
                .bind("store", store.value())
                .bindArray("ids", String.class, ids.stream().map(ExternalId::value).toList())
                .map((row, _) -> product(row))
                .list();
    }

    int delete(ExternalId id) {
        return tx.createUpdate("DELETE FROM product WHERE store_id = :store AND external_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    private Product product(ResultSet row) throws SQLException {
        return new Product(
                new ExternalId(row.getString("external_id")),
                row.getString("title"),
                row.getString("url"),
                row.getString("image_url"),
                row.getLong("price"),
                row.getObject("compare_at_price", Long.class),
                row.getString("currency"),
                row.getBoolean("available"),
                lists.read(row.getString("variants"), Variant.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
