package dev.shopbell.presence;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Who is Online: customers with at least one page of the store open, or who closed the last one
/// less than 20 seconds ago, since moving from page to page is not leaving. Known in memory only;
/// each visit changes under its own entry's lock. Spans are measured with [System#nanoTime]: a
/// clock that jumps makes nobody leave.
@Singleton
public final class Presence {

    private static final Duration SWEPT_EVERY = Duration.ofMillis(500);

    private final InstantSource clock;
    private final Event<PresenceChanged> changes;
    private final Duration grace;
    private final Map<StoreId, Map<ConversationId, Visit>> stores = new ConcurrentHashMap<>();

    /// `grace` is how long after the last page closed a customer still counts as being there.
    Presence(
            InstantSource clock,
            Event<PresenceChanged> changes,
            @ConfigProperty(name = "shopbell.presence.grace", defaultValue = "20S")
                    Duration grace) {
        this.clock = clock;
        this.changes = changes;
        this.grace = grace;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(SWEPT_EVERY, "presence", this::sweep);
    }

    /// How many pages are open, and what is remembered of the last one's closing when none is.
    private record Visit(int pages, @Nullable Closing closing) {}

    private record Closing(Instant at, long overAt) {}

    /// A page of the store was opened.
    public void arrived(StoreId store, ConversationId conversation) {
        Map<ConversationId, Visit> visits = stores.computeIfAbsent(store, _ -> emptyStore());
        Visit[] before = new Visit[1];
        visits.compute(
                conversation,
                (_, visit) -> {
                    before[0] = visit;
                    return new Visit(visit == null ? 1 : visit.pages() + 1, null);
                });
        if (before[0] == null) {
            changes.fire(new PresenceChanged(store, conversation, null));
        }
    }

    /// A page of the store was closed.
    public void left(StoreId store, ConversationId conversation) {
        leave(store, conversation, grace);
    }

    /// Nothing was heard from a page for so long that its customer left a while ago.
    public void lost(StoreId store, ConversationId conversation) {
        leave(store, conversation, Duration.ZERO);
    }

    public boolean isOnline(StoreId store, ConversationId conversation) {
        return visits(store).containsKey(conversation);
    }

    /// The conversations whose customers are Online, as far as this member may see them.
    public List<UUID> onlineFor(StoreTransaction tx, Member member) {
        List<UUID> online =
                visits(member.store()).keySet().stream().map(ConversationId::value).toList();
        return online.isEmpty() ? online : new SummarySql(tx, member).visibleAmong(online);
    }

    private void leave(StoreId store, ConversationId conversation, Duration after) {
        Closing closing = new Closing(clock.instant(), System.nanoTime() + after.toNanos());
        Map<ConversationId, Visit> visits = stores.get(store);
        if (visits != null) {
            visits.computeIfPresent(
                    conversation,
                    (_, visit) ->
                            new Visit(visit.pages() - 1, visit.pages() == 1 ? closing : null));
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        stores.forEach((store, visits) ->
                visits.forEach((conversation, visit) -> {
                    Closing closing = visit.closing();
                    if (closing != null
                            && now - closing.overAt() >= 0
                            && visits.remove(conversation, visit)) {
                        changes.fire(new PresenceChanged(store, conversation, closing.at()));
                    }
                }));
    }

    private Map<ConversationId, Visit> visits(StoreId store) {
        return stores.getOrDefault(store, Map.of());
    }

    private static Map<ConversationId, Visit> emptyStore() {
        return new ConcurrentHashMap<>();
    }
}
