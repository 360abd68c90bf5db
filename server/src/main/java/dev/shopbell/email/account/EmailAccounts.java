package dev.shopbell.email.account;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.RecentReads;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.mail.MailReach;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How each store's mail leaves and comes in. Saving changes nothing about that: what was saved is
/// used once a test of it worked, or when somebody says so. So a mistake costs nothing.
@Singleton
final class EmailAccounts implements Incoming {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST_CACHED = 10_000;

    private final Database database;
    private final SealedPasswords passwords;
    private final InstallationMail installation;
    private final ForwardingAddresses forwarding;
    private final ForwardingMails forwardingMails;
    private final MailReach reach;
    private final Audits audits;
    private final InstantSource clock;
    private final RecentReads<StoreId, Optional<AccountSettings>> used;

    EmailAccounts(
            Database database,
            SealedPasswords passwords,
            InstallationMail installation,
            ForwardingAddresses forwarding,
            ForwardingMails forwardingMails,
            MailReach reach,
            Audits audits,
            InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.installation = installation;
        this.forwarding = forwarding;
        this.forwardingMails = forwardingMails;
        this.reach = reach;
        this.audits = audits;
        this.clock = clock;
        this.used = new RecentReads<>(KEPT, MOST_CACHED, this::readUsed);
    }

    /// What mail of this store goes by; empty: the installation's. Up to five seconds behind a
    /// change on another node.
    Optional<AccountSettings> used(StoreId store) {
        return used.get(store);
    }

    /// Whether what is written to a store with these settings comes in.
    boolean hears(StoreId store, AccountSettings settings) {
        return switch (settings.arrival()) {
            case IMAP -> true;
            case FORWARDING -> forwarding.of(store).isPresent();
            case NONE -> false;
        };
    }

    private Optional<AccountSettings> readUsed(StoreId store) {
        return all(store).stream()
                .filter(SavedAccount::isUsed)
                .findFirst()
                .map(SavedAccount::settings);
    }

    SettingsView view(StoreId store) {
        return viewOf(
                store,
                database.inStore(
                        store, tx -> shown(tx, store, new AccountSql(tx, store, passwords))));
    }

    /// Keeps them beside what is used. Where nothing changed, nothing is kept anew.
    SettingsView save(Member by, WantedSettings wanted) {
        boolean isForwardingOffered = forwarding.of(by.store()).isPresent();
        Shown shown = database.inStore(by.store(), tx -> save(tx, by, wanted, isForwardingOffered));
        return viewOf(by.store(), shown);
    }

    private Shown save(
            StoreTransaction tx, Member by, WantedSettings wanted, boolean isForwardingOffered) {
        AccountSql sql = locked(tx, by.store());
        List<SavedAccount> before = sql.all();
        SavedAccount newest = before.isEmpty() ? null : before.getFirst();
        AccountSettings settings = wanted.checked(reach, newest == null ? null : newest.settings());
        if (settings.arrival() == Arrival.FORWARDING && !isForwardingOffered) {
            throw new RefusedException(EmailRefusal.FORWARDING_NOT_OFFERED, "arrival");
        }
        if (newest != null && newest.settings().equals(settings)) {
            return shown(tx, by.store(), sql);
        }
        int version = newest == null ? 1 : newest.version() + 1;
        sql.insert(new SavedAccount(version, settings, false, clock.instant(), null), by.staff());
        sql.forgetOthers();
        record(tx, by, "email_settings_saved", settings);
        return shown(tx, by.store(), sql);
    }

    /// From now on mail goes by these, tested or not. An older version is saved anew, so that it is
    /// what the page shows; 0 is what the installation has.
    SettingsView use(Member by, int version) {
        Shown shown = database.inStore(by.store(), tx -> put(tx, by, version));
        used.forget(by.store());
        return viewOf(by.store(), shown);
    }

    private Shown put(StoreTransaction tx, Member by, int version) {
        AccountSql sql = locked(tx, by.store());
        List<SavedAccount> all = sql.all();
        int wanted = version == 0 ? 0 : renewed(sql, all, version, by.staff());
        sql.use(wanted);
        sql.forgetOthers();
        Shown after = shown(tx, by.store(), sql);
        record(
                tx,
                by,
                "email_settings_used",
                wanted == 0 ? null : after.accounts().getFirst().settings());
        return after;
    }

    private int renewed(AccountSql sql, List<SavedAccount> all, int version, StaffId by) {
        SavedAccount wanted =
                all.stream()
                        .filter(account -> account.version() == version)
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(EmailRefusal.SETTINGS_GONE));
        int newest = all.getFirst().version();
        if (version == newest) {
            return version;
        }
        sql.insert(
                new SavedAccount(
                        newest + 1, wanted.settings(), false, clock.instant(), wanted.workedAt()),
                by);
        return newest + 1;
    }

    /// A test of this version worked: from now on it is used, if nothing was saved since. Says
    /// whether it is.
    boolean worked(StoreTransaction tx, StoreId store, int version) {
        AccountSql sql = locked(tx, store);
        List<SavedAccount> all = sql.all();
        if (all.isEmpty() || all.getFirst().version() != version) {
            return false;
        }
        sql.worked(version, clock.instant());
        sql.use(version);
        sql.forgetOthers();
        return true;
    }

    /// What is used may be another since.
    void forget(StoreId store) {
        used.forget(store);
    }

    /// What was saved last, or else what the installation has, under the number 0.
    Optional<Testable> toTest(StoreId store) {
        return all(store).stream()
                .findFirst()
                .map(account -> new Testable(account.version(), account.settings()))
                .or(() -> installation.settings().map(settings -> new Testable(0, settings)));
    }

    record Testable(int version, AccountSettings settings) {
        /// What the operator chose is not for everybody to know.
        String hostShown() {
            return settings.smtp().ofTheOperator() ? "" : settings.smtp().host();
        }
    }

    /// Where its provider is to send the store's mail on to; empty when this installation takes
    /// none that is forwarded.
    Optional<EmailAddress> forwardTo(StoreId store) {
        return forwarding.of(store);
    }

    /// Whether mail to this recipient belongs to no other store: it was forwarded, or comes to the
    /// very address that it is to test.
    boolean isFor(StoreId store, EmailAddress recipient) {
        return forwarding
                .storeOf(recipient)
                .map(store::equals)
                .orElseGet(() ->
                        toTest(store)
                                .map(target -> target.settings().fromAddress().equals(recipient))
                                .orElse(false));
    }

    @Override
    public List<Mailbox> mailboxes() {
        List<Mailbox> mailboxes = new ArrayList<>(installation.mailboxes());
        for (StoreId store : database.acrossStores(AccountSql::withMailboxes)) {
            used(store)
                    .map(AccountSettings::folder)
                    .map(folder -> new Mailbox(store, folder.server(), folder.name()))
                    .ifPresent(mailboxes::add);
        }
        return List.copyOf(mailboxes);
    }

    @Override
    public Optional<StoreId> storeOf(EmailAddress address) {
        return forwarding
                .storeOf(address)
                .or(() ->
                        database.acrossStores(
                                tx -> AccountSql.at(tx, address, installation.isAt(address))));
    }

    @Override
    public Optional<StoreId> forwardedTo(EmailAddress address) {
        return forwarding.storeOf(address);
    }

    @Override
    public boolean isInTest(EmailAddress address) {
        return database.acrossStores(tx ->
                AccountSql.isInTest(tx, address, installation.isAt(address), clock.instant()));
    }

    private List<SavedAccount> all(StoreId store) {
        return database.inStore(store, tx -> new AccountSql(tx, store, passwords).all());
    }

    private AccountSql locked(StoreTransaction tx, StoreId store) {
        AccountSql sql = new AccountSql(tx, store, passwords);
        sql.lock();
        return sql;
    }

    private record Shown(List<SavedAccount> accounts, List<ForwardingMail> forwardingMails) {}

    private Shown shown(StoreTransaction tx, StoreId store, AccountSql sql) {
        return new Shown(sql.all(), forwardingMails.of(tx, store));
    }

    private SettingsView viewOf(StoreId store, Shown shown) {
        List<SavedAccount> all = shown.accounts();
        SavedAccount saved = all.isEmpty() ? null : all.getFirst();
        SavedAccount inUse = all.stream().filter(SavedAccount::isUsed).findFirst().orElse(null);
        SavedAccount earlier =
                all.stream()
                        .skip(1)
                        .filter(account -> account.isUsed() || account.workedAt() != null)
                        .findFirst()
                        .orElse(null);
        return new SettingsView(
                saved == null ? null : SettingsView.Saved.of(saved),
                word(saved, inUse),
                earlier == null ? null : SettingsView.Earlier.of(earlier),
                installation.view(),
                forwarding.of(store).map(EmailAddress::value).orElse(null),
                shown.forwardingMails());
    }

    private String word(@Nullable SavedAccount saved, @Nullable SavedAccount inUse) {
        if (inUse == null) {
            return installation.settings().isPresent() ? "installation" : "nothing";
        }
        return inUse.equals(saved) ? "saved" : "earlier";
    }

    private void record(
            StoreTransaction tx, Member by, String action, @Nullable AccountSettings settings) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                settings == null ? Map.of() : Map.of("host", settings.smtp().host()));
    }
}
