package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.Database;
import dev.shopbell.presence.Presence;
import dev.shopbell.presence.PresenceChanged;
import dev.shopbell.store.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/// Who came to a store's pages and who left them, until its staff have been told. Who may know is
/// asked of the database at the moment of telling: an assignment a moment ago counts.
final class Comings {

    private static final int MOST_AT_ONCE = 1_000;

    private final StoreId store;
    private final Database database;
    private final Presence presence;
    private final Frames frames;
    private final Queue<PresenceChanged> waiting = new ConcurrentLinkedQueue<>();

    Comings(StoreId store, Database database, Presence presence, Frames frames) {
        this.store = store;
        this.database = database;
        this.presence = presence;
        this.frames = frames;
    }

    void add(PresenceChanged change) {
        waiting.add(change);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /// By the store's delivery thread. After a failure they wait for the next time.
    void tell(Set<StaffReader> staff, BiConsumer<Reader, Runnable> telling) {
        List<PresenceChanged> taken = taken();
        if (taken.isEmpty()) {
            return;
        }
        List<StoreChangesSql.Assigned> found;
        try {
            found =
                    database.inStore(
                            store, tx -> new StoreChangesSql(tx).assigned(store, ids(taken)));
        } catch (RuntimeException e) {
            waiting.addAll(taken);
            throw e;
        }
        Map<ConversationId, PresenceChanged> newest = new LinkedHashMap<>();
        taken.forEach(change -> newest.put(change.conversation(), change));
        for (StoreChangesSql.Assigned conversation : found) {
            PresenceChanged change = newest.get(conversation.id());
            if (change != null && isStillSo(change)) {
                String frame = frame(change);
                staff.stream()
                        .filter(reader ->
                                ConversationAccess.maySee(reader.member(), conversation.to()))
                        .forEach(reader ->
                                telling.accept(reader, () -> reader.socket().send(frame)));
            }
        }
    }

    private List<PresenceChanged> taken() {
        List<PresenceChanged> taken = new ArrayList<>();
        PresenceChanged next;
        while (taken.size() < MOST_AT_ONCE && (next = waiting.poll()) != null) {
            taken.add(next);
        }
        return taken;
    }

    /// If it is otherwise by now, that is on its way here, too.
    private boolean isStillSo(PresenceChanged change) {
        return presence.isOnline(store, change.conversation()) == (change.leftAt() == null);
    }

    private String frame(PresenceChanged change) {
        return frames.write(
                new ServerFrame.PresenceOf(
                        change.conversation().value(), change.leftAt() == null, change.leftAt()));
    }

    private static List<ConversationId> ids(List<PresenceChanged> changes) {
        return changes.stream().map(PresenceChanged::conversation).distinct().toList();
    }
}
