package dev.shopbell.email.logo;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.util.Optional;
import java.util.UUID;

/// Every SQL statement about stores' logos.
final class LogoSql {

    private final StoreTransaction tx;
    private final StoreId store;

    LogoSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Nobody else changes the logo until the transaction ends.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", store.value())
                .mapTo(Integer.class)
                .one();
    }

    Optional<StoreLogo> find() {
        return tx.createQuery(
                        """
                        SELECT content_blob, media_type, width, height
                          FROM store_logo
                         WHERE store_id = :store
                        """)
                .bind("store", store.value())
                .map((row, _) ->
                        new StoreLogo(
                                new BlobId(row.getObject("content_blob", UUID.class)),
                                row.getString("media_type"),
                                row.getInt("width"),
                                row.getInt("height")))
                .findOne();
    }

    void insert(StoreLogo logo) {
        tx.createUpdate(
                        """
                        INSERT INTO store_logo (store_id, content_blob, media_type, width, height)
                        VALUES (:store, :content, :type, :width, :height)
                        """)
                .bind("store", store.value())
                .bind("content", logo.content().value())
                .bind("type", logo.mediaType())
                .bind("width", logo.width())
                .bind("height", logo.height())
                .execute();
    }

    void delete() {
        tx.createUpdate("DELETE FROM store_logo WHERE store_id = :store")
                .bind("store", store.value())
                .execute();
    }
}
