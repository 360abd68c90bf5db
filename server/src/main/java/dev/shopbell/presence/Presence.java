package dev.shopbell.presence;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Who is Online: customers with at least one page of the store open, or who closed the last one
/// less than 20 seconds ago, since moving from page to page is not leaving. Known in memory only;
/// each store's map changes under that map's own lock.
@Singleton
public final class Presence {

    /// How long after the last page closed a customer still counts as being there.
    public static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration SWEPT_EVERY = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Event<PresenceChanged> changes;
    private final Map<StoreId, Map<ConversationId, Visit>> stores = new ConcurrentHashMap<>();

    Presence(InstantSource clock, Event<PresenceChanged> changes) {
        this.clock = clock;
        this.changes = changes;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(SWEPT_EVERY, "presence", this::sweep);
    }

    /// How many pages are open, and since when none is.
    private record Visit(@Nullable StaffId assignee, int pages, @Nullable Instant lastClosedAt) {}

    /// A page of the store was opened.
    public void arrived(Conversation conversation) {
        Visit now =
                visits(conversation.store())
                        .merge(
                                conversation.id(),
                                new Visit(conversation.assignee(), 1, null),
                                (known, _) ->
                                        new Visit(
                                                conversation.assignee(), known.pages() + 1, null));
        if (now.pages() == 1) {
            changes.fire(
                    new PresenceChanged(
                            conversation.store(),
                            conversation.id(),
                            conversation.assignee(),
                            null));
        }
    }

    /// A page of the store was closed, or its connection was lost.
    public void left(StoreId store, ConversationId conversation) {
        visits(store)
                .computeIfPresent(
                        conversation,
                        (_, visit) ->
                                new Visit(
                                        visit.assignee(),
                                        visit.pages() - 1,
                                        visit.pages() == 1 ? clock.instant() : null));
    }

    /// Keeps who may know in step with who may see.
    public void assigned(StoreId store, ConversationId conversation, @Nullable StaffId assignee) {
        visits(store)
                .computeIfPresent(
                        conversation,
                        (_, visit) -> new Visit(assignee, visit.pages(), visit.lastClosedAt()));
    }

    public boolean isOnline(StoreId store, ConversationId conversation) {
        return visits(store).containsKey(conversation);
    }

    /// The conversations whose customers are Online, as far as this member may see them.
    public List<UUID> onlineFor(Member member) {
        List<UUID> online = new ArrayList<>();
        visits(member.store())
                .forEach((conversation, visit) -> {
                    if (ConversationAccess.maySee(member, visit.assignee())) {
                        online.add(conversation.value());
                    }
                });
        return online;
    }

    private void sweep() {
        Instant gone = clock.instant().minus(GRACE);
        stores.forEach((store, visits) ->
                visits.keySet().forEach(conversation -> sweep(store, visits, conversation, gone)));
    }

    private void sweep(
            StoreId store,
            Map<ConversationId, Visit> visits,
            ConversationId conversation,
            Instant gone) {
        AtomicReference<@Nullable Visit> ended = new AtomicReference<>();
        visits.computeIfPresent(
                conversation,
                (_, visit) -> {
                    Instant closed = visit.lastClosedAt();
                    boolean isOver = closed != null && !closed.isAfter(gone);
                    ended.set(isOver ? visit : null);
                    return isOver ? null : visit;
                });
        Visit visit = ended.get();
        if (visit != null) {
            changes.fire(
                    new PresenceChanged(
                            store, conversation, visit.assignee(), visit.lastClosedAt()));
        }
    }

    private Map<ConversationId, Visit> visits(StoreId store) {
        return stores.computeIfAbsent(store, _ -> new ConcurrentHashMap<>());
    }
}
