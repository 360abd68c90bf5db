package dev.shopbell.realtime;

import dev.shopbell.browsing.PageVisited;
import dev.shopbell.commerce.ShopCustomersTold;
import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.conversation.WriterChanged;
import dev.shopbell.inbox.DraftView;
import dev.shopbell.message.Draft;
import dev.shopbell.message.DraftChanged;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.presence.OpenInboxes;
import dev.shopbell.presence.Presence;
import dev.shopbell.presence.PresenceChanged;
import dev.shopbell.profile.ProfileChanged;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Session;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The feeds of the stores that have had readers on this node, and whether those may go on reading.
@Singleton
final class Feeds implements OpenInboxes {

    // With what the session cache keeps, a revoked session ends within five seconds.
    private static final Duration READERS_CHECKED_EVERY = Duration.ofSeconds(1);

    private final Database database;
    private final FeedWatch watch;
    private final Presence presence;
    private final Sessions sessions;
    private final Installation installation;
    private final Frames frames;
    private final Map<StoreId, StoreFeed> feeds = new ConcurrentHashMap<>();

    // The history the feeds count in; only the check of readers looks at it.
    private @Nullable String epoch;

    Feeds(
            Database database,
            FeedWatch watch,
            Presence presence,
            Sessions sessions,
            Installation installation,
            Frames frames) {
        this.database = database;
        this.watch = watch;
        this.presence = presence;
        this.sessions = sessions;
        this.installation = installation;
        this.frames = frames;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(READERS_CHECKED_EVERY, "socket-readers", this::checkReaders);
    }

    StoreFeed of(StoreId store) {
        return feeds.computeIfAbsent(
                store, id -> new StoreFeed(id, database, watch, presence, frames));
    }

    @Override
    public boolean isOpen(StoreId store, StaffId staff) {
        StoreFeed feed = feeds.get(store);
        return feed != null
                && feed.staff().stream().anyMatch(reader -> reader.member().staff().equals(staff));
    }

    void presence(@Observes PresenceChanged change) {
        StoreFeed feed = feeds.get(change.store());
        if (feed != null) {
            feed.cameOrWent(change);
        }
    }

    /// On every screen of its writer, and on no other.
    void draft(@Observes DraftChanged change) {
        StoreFeed feed = feeds.get(change.store());
        if (feed != null) {
            Draft draft = change.draft();
            String frame =
                    frames.write(
                            new ServerFrame.DraftOf(
                                    change.conversation().value(),
                                    draft == null ? null : DraftView.of(draft)));
            feed.staff().stream()
                    .filter(reader -> reader.member().staff().equals(change.staff()))
                    .forEach(reader -> reader.socket().send(frame));
        }
    }

    void profile(@Observes ProfileChanged change) {
        tellOfProfile(change.store(), new Signal.Profile(change.conversation(), false));
    }

    void writer(@Observes WriterChanged change) {
        tellOfProfile(change.store(), new Signal.Profile(change.conversation(), false));
    }

    void page(@Observes PageVisited visit) {
        tellOfProfile(visit.store(), new Signal.Profile(visit.conversation(), true));
    }

    /// Asks who is linked to them only where somebody could hear of it.
    void shopCustomers(@Observes ShopCustomersTold told) {
        StoreFeed feed = feeds.get(told.store());
        if (feed != null && !feed.staff().isEmpty() && !told.customers().isEmpty()) {
            database.inStore(
                            told.store(),
                            tx ->
                                    new StoreChangesSql(tx)
                                            .ofShopCustomers(told.store(), told.customers()))
                    .forEach(conversation -> feed.signal(new Signal.Profile(conversation, false)));
        }
    }

    private void tellOfProfile(StoreId store, Signal.Profile signal) {
        StoreFeed feed = feeds.get(store);
        if (feed != null) {
            feed.signal(signal);
        }
    }

    private void checkReaders() {
        String now = installation.epoch();
        if (epoch != null && !epoch.equals(now)) {
            feeds.values().forEach(Feeds::beginAgain);
        }
        epoch = now;
        feeds.values().forEach(feed -> feed.staff().forEach(this::checkSession));
    }

    /// Restored, moved, or failed over: what readers know may not be so. They come back and hear
    /// whether to start over.
    private static void beginAgain(StoreFeed feed) {
        feed.everybody().forEach(reader -> reader.socket().end(Ending.GOING_AWAY));
        feed.beginAgain();
    }

    private void checkSession(StaffReader reader) {
        Optional<Session> session = sessions.find(reader.session());
        Optional<Member> now = session.flatMap(found -> found.in(reader.member().store()));
        if (session.isEmpty()) {
            reader.socket().end(Ending.SIGNED_OUT);
        } else if (now.isEmpty()) {
            reader.socket().end(Ending.NOT_FOUND);
        } else if (!now.get().equals(reader.member())) {
            // Other rights: nothing more is told under the old ones.
            reader.socket().endAfter(frames.write(new ServerFrame.StartOver()), Ending.GOING_AWAY);
        }
    }
}
