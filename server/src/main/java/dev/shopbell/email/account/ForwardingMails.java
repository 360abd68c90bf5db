package dev.shopbell.email.account;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Providers ask by mail whether what they forward is welcome, and wait for an answer. The mails
/// are kept for administrators to read, a few of them and for some days.
@Singleton
public final class ForwardingMails {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST = 5;

    private final InstantSource clock;

    ForwardingMails(InstantSource clock) {
        this.clock = clock;
    }

    /// False when it was kept before.
    public boolean keep(StoreTransaction tx, StoreId store, byte[] hash, ForwardingMail mail) {
        ForwardingMailSql sql = new ForwardingMailSql(tx, store);
        boolean isNew = sql.insert(hash, mail);
        sql.forget(earliest(), MOST);
        return isNew;
    }

    /// The newest first.
    List<ForwardingMail> of(StoreTransaction tx, StoreId store) {
        return new ForwardingMailSql(tx, store).since(earliest());
    }

    private Instant earliest() {
        return clock.instant().minus(KEPT);
    }
}
