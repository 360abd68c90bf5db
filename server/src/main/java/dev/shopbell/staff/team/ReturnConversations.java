package dev.shopbell.staff.team;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Sees to it that the conversations of somebody who can have none any more are nobody's, even if
/// the server dies before all of them are. As a rule everything is done before this runs.
@Singleton
final class ReturnConversations implements Job<ReturnConversations.Of> {

    private static final Duration AFTERWARDS = Duration.ofSeconds(10);

    private final Database database;
    private final Jobs jobs;
    private final Turnover turnover;
    private final Ids ids;
    private final InstantSource clock;

    ReturnConversations(
            Database database, Jobs jobs, Turnover turnover, Ids ids, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.turnover = turnover;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whose they were, and who made it so.
    record Of(UUID store, UUID staff, UUID by, String byName) {
        @Override
        public String toString() {
            return "***";
        }
    }

    void schedule(StoreTransaction tx, Member by, StaffId who) {
        jobs.schedule(
                tx.handle(),
                this,
                ids.next().toString(),
                new Of(by.store().value(), who.value(), by.staff().value(), by.name()),
                clock.instant().plus(AFTERWARDS));
    }

    @Override
    public String name() {
        return "team.return_conversations";
    }

    @Override
    public Class<Of> data() {
        return Of.class;
    }

    /// Unless they may have conversations again by now.
    @Override
    public void run(Of of) {
        StoreId store = new StoreId(of.store());
        StaffId who = new StaffId(of.staff());
        boolean mayHaveNone =
                database.inStore(
                        store,
                        tx ->
                                new MemberSql(tx, store)
                                        .find(who)
                                        .filter(TeamMember::mayHaveConversations)
                                        .isEmpty());
        if (mayHaveNone) {
            // In their name, not with their rights: those may have changed since.
            turnover.left(
                    new Member(
                            store,
                            "",
                            new StaffId(of.by()),
                            of.byName(),
                            false,
                            List.of(),
                            Set.of(),
                            false,
                            0),
                    who);
        }
    }
}
