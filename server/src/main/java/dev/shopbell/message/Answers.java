package dev.shopbell.message;

import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// What a staff member has got done by answering.
@Singleton
public final class Answers {

    private final Database database;
    private final Stores stores;
    private final InstantSource clock;

    Answers(Database database, Stores stores, InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.clock = clock;
    }

    /// How many people this member has answered since the day began where the store is.
    public long peopleToday(Member member) {
        ZoneId zone = stores.get(member.store()).timeZone();
        Instant midnight =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return database.inStore(
                member.store(), tx -> new AnswerSql(tx).conversationsSince(member, midnight));
    }
}
