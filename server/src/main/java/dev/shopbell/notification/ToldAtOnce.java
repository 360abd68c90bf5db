package dev.shopbell.notification;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.platform.job.NotNowException;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// Nobody is mailed more than twenty notifications an hour, whatever goes on in a store: of the
/// conversations after those one mail tells how many wait, a while later and once an hour.
@Singleton
final class ToldAtOnce implements Job<ToldAtOnce.Which> {

    static final int MOST_AN_HOUR = 20;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GATHERED_FOR = Duration.ofMinutes(10);

    private final Database database;
    private final Stores stores;
    private final NotificationMails mails;
    private final Jobs jobs;
    private final InstantSource clock;

    ToldAtOnce(
            Database database,
            Stores stores,
            NotificationMails mails,
            Jobs jobs,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.mails = mails;
        this.jobs = jobs;
        this.clock = clock;
    }

    record Which(UUID store, UUID staff) {}

    /// Whether this member was mailed so much that the next has to wait for the others.
    boolean isToldEnough(StoreTransaction tx, StoreId store, StaffId staff) {
        return new HeldSql(tx, store, staff).mailedSince(clock.instant().minus(HOUR))
                >= MOST_AN_HOUR;
    }

    /// The conversation is told of with others, if it then still is to be told of.
    void hold(StoreTransaction tx, TellingSql sql, StoreId store, StaffId staff) {
        Instant now = clock.instant();
        sql.held(staff, now);
        Instant next =
                new HeldSql(tx, store, staff)
                        .lastToldAtOnce()
                        .map(last -> last.plus(HOUR))
                        .filter(now.plus(GATHERED_FOR)::isBefore)
                        .orElse(now.plus(GATHERED_FOR));
        jobs.schedule(
                tx.handle(),
                this,
                store.value() + "/" + staff.value(),
                new Which(store.value(), staff.value()),
                next);
    }

    @Override
    public String name() {
        return "notification.told_at_once";
    }

    @Override
    public Class<Which> data() {
        return Which.class;
    }

    @Override
    public void run(Which which) {
        Store store = stores.get(new StoreId(which.store()));
        StaffId staff = new StaffId(which.staff());
        boolean _ = database.inStore(store.id(), tx -> tell(tx, store, staff));
    }

    private boolean tell(StoreTransaction tx, Store store, StaffId staff) {
        HeldSql sql = new HeldSql(tx, store.id(), staff);
        SettingsSql settings = new SettingsSql(tx, store.id());
        NotificationSettings chosen = settings.find(staff).orElse(NotificationSettings.UNTOUCHED);
        QuietHours quiet = chosen.quiet();
        Instant now = clock.instant();
        if (quiet != null) {
            quiet.endAt(now)
                    .ifPresent(end -> {
                        throw new NotNowException(Duration.between(now, end));
                    });
        }
        long waiting = sql.release();
        if (waiting == 0 || !chosen.email() || !mails.canSend(store)) {
            return false;
        }
        return sql.address()
                .map(address -> {
                    mails.sendCount(tx, store, waiting, staff, address);
                    return true;
                })
                .orElse(false);
    }
}
