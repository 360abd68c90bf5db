package dev.shopbell.notification;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/// Tells one person, once their quiet hours are over, of what came meanwhile in one conversation.
@Singleton
final class TellingAfterQuietHours implements Job<TellingAfterQuietHours.Which> {

    private final Jobs jobs;
    private final Provider<Telling> telling; // which schedules this

    TellingAfterQuietHours(Jobs jobs, Provider<Telling> telling) {
        this.jobs = jobs;
        this.telling = telling;
    }

    record Which(UUID store, UUID conversation, UUID staff) {}

    void schedule(StoreTransaction tx, Which which, Instant at) {
        String key = which.conversation() + "/" + which.staff();
        jobs.schedule(tx.handle(), this, key, which, at);
    }

    @Override
    public String name() {
        return "notification.quiet_hours_over";
    }

    @Override
    public Class<Which> data() {
        return Which.class;
    }

    @Override
    public void run(Which which) {
        telling.get()
                .tell(
                        new StoreId(which.store()),
                        new ConversationId(which.conversation()),
                        new StaffId(which.staff()));
    }
}
