package dev.shopbell.testkit;

import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Mail accounts of stores, as rows.
@Singleton
public final class GivenEmailAccount {

    private final Database database;

    GivenEmailAccount(Database database) {
        this.database = database;
    }

    /// Mail of the store leaves by a server on this machine.
    public static void sendsBy(StoreId store, StaffId by, int smtpPort) {
        DatabaseOwner.execute(
                """
                INSERT INTO email_account
                       (store_id, version, is_used, from_name, from_address, plus_addressing,
                        smtp_host, smtp_port, smtp_security, arrival, saved_at, saved_by)
                VALUES (?, 1, true, 'Bowls', 'chat@bowls.example', true,
                        'localhost', ?, 'none', 'none', now(), ?)
                """,
                store.value(),
                smtpPort,
                by.value());
    }

    /// Settings that nobody could send with, a test of them that is over, and what a provider
    /// asked.
    public void account(StoreId store, StaffId by) {
        database.inStore(
                store,
                tx -> {
                    tx.createUpdate(
                                    """
                                    INSERT INTO email_account
                                           (store_id, version, is_used, from_name, from_address,
                                            plus_addressing, smtp_host, smtp_port, smtp_security,
                                            arrival, saved_at, saved_by)
                                    VALUES (:store, 1, true, 'Hearthlow', 'chat@hearthlow.example',
                                            true, 'mail.example', 587, 'tls', 'none', now(), :by)
                                    """)
                            .bind("store", store.value())
                            .bind("by", by.value())
                            .execute();
                    tx.createUpdate(
                                    """
                                    INSERT INTO forwarding_mail
                                           (store_id, content_hash, sender, subject, body, received_at)
                                    VALUES (:store, decode('01', 'hex'), 'noreply@mail.example', 'Forward?', '', now())
                                    """)
                            .bind("store", store.value())
                            .execute();
                    return tx.createUpdate(
                                    """
                                    INSERT INTO email_check
                                           (store_id, check_id, version, token_hash, steps,
                                            started_at, deadline_at, ended_at, worked)
                                    VALUES (:store, :id, 1, convert_to(CAST(:id AS text), 'UTF8'), '[]',
                                            now(), now(), now(), false)
                                    """)
                            .bind("store", store.value())
                            .bind("id", UUID.randomUUID())
                            .execute();
                });
    }
}
