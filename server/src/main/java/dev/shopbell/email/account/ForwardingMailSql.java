package dev.shopbell.email.account;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// Every SQL statement about what programs wrote to forwarding addresses.
final class ForwardingMailSql {

    private final StoreTransaction tx;
    private final StoreId store;

    ForwardingMailSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    boolean insert(byte[] hash, ForwardingMail mail) {
        return tx.createUpdate(
                                """
                                INSERT INTO forwarding_mail
                                       (store_id, content_hash, sender, subject, body, received_at)
                                VALUES (:store, :hash, :sender, :subject, :body, :at)
                                    ON CONFLICT ON CONSTRAINT forwarding_mail_kept_once DO NOTHING
                                """)
                        .bind("store", store.value())
                        .bind("hash", hash)
                        .bind("sender", mail.from())
                        .bind("subject", mail.subject())
                        .bind("body", mail.text())
                        .bind("at", mail.receivedAt())
                        .execute()
                > 0;
    }

    /// Those that came before, and those past the newest few.
    void forget(Instant before, int most) {
        tx.createUpdate(
                        """
                        DELETE FROM forwarding_mail f
                         WHERE f.store_id = :store
                           AND (f.received_at < :before
                                OR f.content_hash NOT IN (
                                   SELECT n.content_hash FROM forwarding_mail n
                                    WHERE n.store_id = :store
                                    ORDER BY n.received_at DESC
                                    LIMIT :most))
                        """)
                .bind("store", store.value())
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    List<ForwardingMail> since(Instant earliest) {
        return tx.createQuery(
                        """
                        SELECT sender, subject, body, received_at
                          FROM forwarding_mail
                         WHERE store_id = :store AND received_at >= :earliest
                         ORDER BY received_at DESC
                        """)
                .bind("store", store.value())
                .bind("earliest", earliest)
                .map((row, _) ->
                        new ForwardingMail(
                                row.getString("sender"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
