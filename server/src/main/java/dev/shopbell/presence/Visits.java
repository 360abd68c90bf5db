package dev.shopbell.presence;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which customers have pages of their stores open, and which closed the last one a moment ago.
/// Each visit changes under its own entry's lock. Moments to measure spans by are
/// [System#nanoTime]: a clock that jumps makes nobody leave.
final class Visits {

    private final Duration grace;
    private final Settling settling;
    private final Map<StoreId, Map<ConversationId, Visit>> stores = new ConcurrentHashMap<>();

    Visits(Duration grace, Settling settling) {
        this.grace = grace;
        this.settling = settling;
    }

    /// How many pages are open, and what is remembered of the last one's closing when none is.
    private record Visit(int pages, @Nullable Closing closing) {}

    private record Closing(Instant at, long overAt) {}

    /// A page was opened; true when the customer was not there before.
    boolean arrived(StoreId store, ConversationId conversation) {
        Map<ConversationId, Visit> visits = stores.computeIfAbsent(store, _ -> emptyStore());
        Visit[] before = new Visit[1];
        visits.compute(
                conversation,
                (_, visit) -> {
                    before[0] = visit;
                    return new Visit(visit == null ? 1 : visit.pages() + 1, null);
                });
        return before[0] == null;
    }

    /// A page was closed.
    void left(StoreId store, ConversationId conversation, Instant at, long now) {
        leave(store, conversation, new Closing(at, now + grace.toNanos()));
    }

    /// Nothing was heard from a page for long: no grace is due any more.
    void lost(StoreId store, ConversationId conversation, Instant at, long now) {
        leave(store, conversation, new Closing(at, now));
    }

    Set<ConversationId> online(StoreId store) {
        return stores.getOrDefault(store, Map.of()).keySet();
    }

    /// Those who count as having left by now. Each is told once.
    List<PresenceChanged> departures(long now) {
        List<PresenceChanged> departures = new ArrayList<>();
        if (!settling.isOver(now)) {
            return departures;
        }
        stores.forEach((store, visits) ->
                visits.forEach((conversation, visit) -> {
                    Closing closing = visit.closing();
                    if (closing != null
                            && now - closing.overAt() >= 0
                            && visits.remove(conversation, visit)) {
                        departures.add(new PresenceChanged(store, conversation, closing.at()));
                    }
                }));
        return departures;
    }

    private void leave(StoreId store, ConversationId conversation, Closing closing) {
        Map<ConversationId, Visit> visits = stores.get(store);
        if (visits != null) {
            visits.computeIfPresent(
                    conversation,
                    (_, visit) ->
                            new Visit(visit.pages() - 1, visit.pages() == 1 ? closing : null));
        }
    }

    private static Map<ConversationId, Visit> emptyStore() {
        return new ConcurrentHashMap<>();
    }
}
