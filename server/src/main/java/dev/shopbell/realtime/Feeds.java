package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationView;
import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.presence.Presence;
import dev.shopbell.presence.PresenceChanged;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Sessions;
import dev.shopbell.store.StoreId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The feeds of the stores that have readers on this node.
@Singleton
final class Feeds {

    // With what the session cache keeps, a revoked session ends within five seconds.
    private static final Duration SESSIONS_CHECKED_EVERY = Duration.ofSeconds(1);

    private final Database database;
    private final FeedWatch watch;
    private final Presence presence;
    private final Sessions sessions;
    private final Frames frames;
    private final Map<StoreId, StoreFeed> feeds = new ConcurrentHashMap<>();

    Feeds(Database database, FeedWatch watch, Presence presence, Sessions sessions, Frames frames) {
        this.database = database;
        this.watch = watch;
        this.presence = presence;
        this.sessions = sessions;
        this.frames = frames;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(SESSIONS_CHECKED_EVERY, "socket-sessions", this::checkSessions);
    }

    StoreFeed of(StoreId store) {
        return feeds.computeIfAbsent(
                store,
                id -> new StoreFeed(id, database, watch, changes -> keepPresence(id, changes)));
    }

    void presence(@Observes PresenceChanged change) {
        StoreFeed feed = feeds.get(change.store());
        if (feed != null) {
            feed.staff().forEach(reader -> reader.tell(change));
        }
    }

    /// Who may know that a customer is Online follows who may see the conversation; whoever sees it
    /// again learns it anew.
    private void keepPresence(StoreId store, StoreChanges changes) {
        changes.conversations().stream()
                .filter(view -> view.accessFeedSeq() > changes.after())
                .map(ConversationView::conversation)
                .forEach(conversation -> {
                    presence.assigned(store, conversation.id(), conversation.assignee());
                    if (presence.isOnline(store, conversation.id())) {
                        presence(
                                new PresenceChanged(
                                        store, conversation.id(), conversation.assignee(), null));
                    }
                });
    }

    private void checkSessions() {
        feeds.values().forEach(feed -> feed.staff().forEach(this::checkSession));
    }

    private void checkSession(StaffReader reader) {
        Optional<Member> now =
                sessions.find(reader.session())
                        .flatMap(session -> session.in(reader.member().store()));
        if (now.isEmpty()) {
            reader.socket().end(Ending.SIGNED_OUT);
        } else if (!now.get().equals(reader.member())) {
            // Other rights: nothing more is told under the old ones.
            reader.leave();
            reader.socket().send(frames.write(new ServerFrame.StartOver()));
            reader.socket().end(Ending.GOING_AWAY);
        }
    }
}
