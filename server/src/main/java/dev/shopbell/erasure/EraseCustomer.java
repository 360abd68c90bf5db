package dev.shopbell.erasure;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.FeedAdvanced;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Erases somebody who writes, a part at a time: their conversations with all that is in them, then
/// themselves. Whatever dies meanwhile, what is left goes the next time.
@Singleton
final class EraseCustomer implements Job<EraseCustomer.Whom> {

    /// What one transaction erases: a long thread's messages hold its lock for no longer.
    private static final int MESSAGES_AT_ONCE = 2000;

    /// Whoever began goes on at once; the job is for when they did not get to the end.
    private static final Duration HEAD_START = Duration.ofSeconds(20);

    /// Whose conversations are erased.
    record Whom(UUID store, UUID customer) {}

    private final Database database;
    private final Jobs jobs;
    private final InstantSource clock;

    EraseCustomer(Database database, Jobs jobs, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    void schedule(StoreTransaction tx, Whom whom) {
        jobs.schedule(
                tx.handle(),
                this,
                whom.store() + "/" + whom.customer(),
                whom,
                clock.instant().plus(HEAD_START));
    }

    @Override
    public String name() {
        return "customer.erase";
    }

    @Override
    public Class<Whom> data() {
        return Whom.class;
    }

    @Override
    public void run(Whom whom) {
        StoreId store = new StoreId(whom.store());
        CustomerId customer = new CustomerId(whom.customer());
        boolean isGone = false;
        while (!isGone) {
            isGone = database.inStore(store, tx -> step(tx, store, customer));
        }
    }

    /// True once nothing is left.
    private boolean step(StoreTransaction tx, StoreId store, CustomerId customer) {
        ErasureSql sql = new ErasureSql(tx, store);
        Optional<ConversationId> next = sql.conversationOf(customer);
        if (next.isEmpty()) {
            return sql.erase(customer);
        }
        sql.erasePart(next.get(), MESSAGES_AT_ONCE, clock.instant())
                .filter(number -> number > 0)
                .ifPresent(number -> tx.announce(new FeedAdvanced(store, number)));
        return false;
    }
}
