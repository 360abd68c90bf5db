package dev.shopbell.email.account;

import dev.shopbell.email.account.SealedPasswords.Field;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailServer.Login;
import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about e-mail accounts.
final class AccountSql {

    private final StoreTransaction tx;
    private final StoreId store;
    private final SealedPasswords passwords;

    AccountSql(StoreTransaction tx, StoreId store, SealedPasswords passwords) {
        this.tx = tx;
        this.store = store;
        this.passwords = passwords;
    }

    static List<StoreId> withMailboxes(Handle across) {
        return across.createQuery("SELECT * FROM stores_with_mailboxes() AS store_id")
                .mapTo(UUID.class)
                .map(StoreId::new)
                .list();
    }

    static Optional<StoreId> at(Handle across, EmailAddress address, boolean ofInstallation) {
        return across.createQuery("SELECT * FROM store_at_address(:address, :installation) AS id")
                .bind("address", address.value())
                .bind("installation", ofInstallation)
                .mapTo(UUID.class)
                .findOne()
                .map(StoreId::new);
    }

    static boolean isInTest(
            Handle across, EmailAddress address, boolean ofInstallation, Instant at) {
        return across.createQuery("SELECT is_address_in_test(:address, :installation, :at)")
                .bind("address", address.value())
                .bind("installation", ofInstallation)
                .bind("at", at)
                .mapTo(Boolean.class)
                .one();
    }

    /// Whoever changes accounts of this store does so one after the other.
    void lock() {
        tx.createQuery("SELECT 1 FROM store WHERE store_id = :store FOR NO KEY UPDATE")
                .bind("store", store.value())
                .mapTo(Integer.class)
                .one();
    }

    /// The newest first.
    List<SavedAccount> all() {
        return tx.createQuery(
                        """
                        SELECT version, is_used, from_name, from_address, plus_addressing,
                               smtp_host, smtp_port, smtp_security, smtp_user, smtp_password,
                               arrival, imap_host, imap_port, imap_security, imap_user,
                               imap_password, imap_folder, saved_at, worked_at
                          FROM email_account
                         WHERE store_id = :store
                         ORDER BY version DESC
                        """)
                .bind("store", store.value())
                .map((row, _) -> account(row))
                .list();
    }

    void insert(SavedAccount account, StaffId by) {
        AccountSettings settings = account.settings();
        MailServer smtp = settings.smtp();
        MailServer.Folder folder = settings.folder();
        MailServer imap = folder == null ? null : folder.server();
        tx.createUpdate(
                        """
                        INSERT INTO email_account
                               (store_id, version, is_used, from_name, from_address,
                                plus_addressing, smtp_host, smtp_port, smtp_security, smtp_user,
                                smtp_password, arrival, imap_host, imap_port, imap_security,
                                imap_user, imap_password, imap_folder, saved_at, saved_by,
                                worked_at)
                        VALUES (:store, :version, :used, :fromName, :fromAddress,
                                :plus, :smtpHost, :smtpPort, :smtpSecurity, :smtpUser,
                                :smtpPassword, :arrival, :imapHost, :imapPort, :imapSecurity,
                                :imapUser, :imapPassword, :folder, :savedAt, :by,
                                :workedAt)
                        """)
                .bind("store", store.value())
                .bind("version", account.version())
                .bind("used", account.isUsed())
                .bind("fromName", settings.fromName())
                .bind("fromAddress", settings.fromAddress().value())
                .bind("plus", settings.plusAddressing())
                .bind("smtpHost", smtp.host())
                .bind("smtpPort", smtp.port())
                .bind("smtpSecurity", word(smtp.security()))
                .bind("smtpUser", user(smtp))
                .bind("smtpPassword", sealed(smtp, Field.SMTP))
                .bind("arrival", word(settings.arrival()))
                .bind("imapHost", imap == null ? null : imap.host())
                .bind("imapPort", imap == null ? null : Integer.valueOf(imap.port()))
                .bind("imapSecurity", imap == null ? null : word(imap.security()))
                .bind("imapUser", user(imap))
                .bind("imapPassword", sealed(imap, Field.IMAP))
                .bind("folder", folder == null ? null : folder.name())
                .bind("savedAt", account.savedAt())
                .bind("by", by.value())
                .bind("workedAt", account.workedAt())
                .execute();
    }

    /// This one from now on, and no other; 0 is none.
    void use(int version) {
        tx.createUpdate(
                        """
                        UPDATE email_account SET is_used = false
                         WHERE store_id = :store AND is_used AND version <> :version
                        """)
                .bind("store", store.value())
                .bind("version", version)
                .execute();
        tx.createUpdate(
                        """
                        UPDATE email_account SET is_used = true
                         WHERE store_id = :store AND NOT is_used AND version = :version
                        """)
                .bind("store", store.value())
                .bind("version", version)
                .execute();
    }

    void worked(int version, Instant at) {
        tx.createUpdate(
                        """
                        UPDATE email_account SET worked_at = :at
                         WHERE store_id = :store AND version = :version
                        """)
                .bind("store", store.value())
                .bind("version", version)
                .bind("at", at)
                .execute();
    }

    /// Forgets what is neither used, nor the newest, nor the last that worked.
    void forgetOthers() {
        tx.createUpdate(
                        """
                        DELETE FROM email_account a
                         WHERE a.store_id = :store
                           AND NOT a.is_used
                           AND a.version < (SELECT max(n.version) FROM email_account n
                                             WHERE n.store_id = :store)
                           AND a.version <> COALESCE((SELECT max(w.version) FROM email_account w
                                                       WHERE w.store_id = :store
                                                         AND w.worked_at IS NOT NULL), 0)
                        """)
                .bind("store", store.value())
                .execute();
    }

    private SavedAccount account(ResultSet row) throws SQLException {
        String imapHost = row.getString("imap_host");
        MailServer.Folder folder =
                imapHost == null
                        ? null
                        : new MailServer.Folder(
                                server(row, "imap", imapHost, Field.IMAP),
                                row.getString("imap_folder"));
        OffsetDateTime workedAt = row.getObject("worked_at", OffsetDateTime.class);
        return new SavedAccount(
                row.getInt("version"),
                new AccountSettings(
                        row.getString("from_name"),
                        new EmailAddress(row.getString("from_address")),
                        row.getBoolean("plus_addressing"),
                        server(row, "smtp", row.getString("smtp_host"), Field.SMTP),
                        Arrival.valueOf(row.getString("arrival").toUpperCase(Locale.ROOT)),
                        folder),
                row.getBoolean("is_used"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                workedAt == null ? null : workedAt.toInstant());
    }

    private MailServer server(ResultSet row, String prefix, String host, Field field)
            throws SQLException {
        String user = row.getString(prefix + "_user");
        return new MailServer(
                host,
                row.getInt(prefix + "_port"),
                Security.valueOf(row.getString(prefix + "_security").toUpperCase(Locale.ROOT)),
                user == null
                        ? null
                        : new Login(
                                user,
                                passwords.open(store, field, row.getBytes(prefix + "_password"))),
                false);
    }

    private static @Nullable String user(@Nullable MailServer server) {
        return server == null || server.login() == null ? null : server.login().user();
    }

    private byte @Nullable [] sealed(@Nullable MailServer server, Field field) {
        return server == null || server.login() == null
                ? null
                : passwords.seal(store, field, server.login().password());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
