package dev.shopbell.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shopbell.platform.database.Database;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When people last did something in a store, to the minute: what they asked for, not what an open
/// page heard by itself.
@Singleton
final class Activity {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 50_000;

    private record Use(SessionId session, StoreId store) {}

    private final Database database;
    private final InstantSource clock;
    private final Cache<Use, Instant> noted =
            Caffeine.newBuilder().expireAfterWrite(NOTED_EVERY).maximumSize(MOST_KNOWN).build();

    Activity(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(Session session, Member member) {
        Instant now = clock.instant();
        if (noted.asMap().putIfAbsent(new Use(session.id(), member.store()), now) == null) {
            database.inStore(
                    member.store(),
                    tx ->
                            SessionSql.noteUse(tx.handle(), session.id(), now)
                                    + StaffSql.noteUse(tx, member, now));
        }
    }
}
