package dev.shopbell.conversation;

import dev.shopbell.platform.job.Ticker;
import dev.shopbell.store.Stores;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Has links in mails forgotten once they have ended, with the addresses they were for: by the
/// clock, also in a store that sends no mail any more. Every node sees to it.
@Singleton
final class EndedConfirmations {

    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(1);

    private final Confirmations confirmations;
    private final Stores stores;

    EndedConfirmations(Confirmations confirmations, Stores stores) {
        this.confirmations = confirmations;
        this.stores = stores;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(FORGOTTEN_EVERY, "ended confirmations", this::forget);
    }

    void forget() {
        stores.all().forEach(confirmations::forgetEnded);
    }
}
