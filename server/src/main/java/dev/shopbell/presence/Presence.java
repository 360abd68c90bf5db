package dev.shopbell.presence;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.OutageException;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Who is Online: customers with at least one page of the store open, or who closed the last one
/// less than 20 seconds ago, since moving from page to page is not leaving. Known in memory only.
/// For 90 seconds after this node or the database started nobody counts as having left.
@Singleton
public final class Presence {

    private static final Duration SWEPT_EVERY = Duration.ofMillis(500);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Database database;
    private final Event<PresenceChanged> changes;
    private final Settling settling;
    private final Visits visits;

    /// `grace` is how long after the last page closed a customer still counts as being there,
    /// `settled` how long after a start nobody counts as having left.
    Presence(
            InstantSource clock,
            Database database,
            Event<PresenceChanged> changes,
            @ConfigProperty(name = "shopbell.presence.grace", defaultValue = "20S") Duration grace,
            @ConfigProperty(name = "shopbell.presence.settled-after", defaultValue = "90S")
                    Duration settled) {
        this.clock = clock;
        this.database = database;
        this.changes = changes;
        this.settling = new Settling(settled, System.nanoTime());
        this.visits = new Visits(grace, settling);
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        ticker.every(ASKED_EVERY, "presence-database", this::askSinceWhenTheDatabaseRuns);
        ticker.every(SWEPT_EVERY, "presence", this::sweep);
    }

    /// A page of the store was opened.
    public void arrived(StoreId store, ConversationId conversation) {
        if (visits.arrived(store, conversation)) {
            changes.fire(new PresenceChanged(store, conversation, null));
        }
    }

    /// A page of the store was closed.
    public void left(StoreId store, ConversationId conversation) {
        visits.left(store, conversation, clock.instant(), System.nanoTime());
    }

    /// Nothing was heard from a page for so long that its customer left a while ago.
    public void lost(StoreId store, ConversationId conversation) {
        visits.lost(store, conversation, clock.instant(), System.nanoTime());
    }

    public boolean isOnline(StoreId store, ConversationId conversation) {
        return visits.online(store).contains(conversation);
    }

    /// Whether it is certain that nobody is there: not Online, and nodes and database have been up
    /// for long enough that whoever is there has come back.
    public boolean hasLeft(StoreId store, ConversationId conversation) {
        return settling.isOver(System.nanoTime()) && !isOnline(store, conversation);
    }

    /// The conversations whose customers are Online, as far as this member may see them.
    public List<UUID> onlineFor(StoreTransaction tx, Member member) {
        List<UUID> online =
                visits.online(member.store()).stream().map(ConversationId::value).toList();
        return online.isEmpty() ? online : new SummarySql(tx, member).visibleAmong(online);
    }

    private void askSinceWhenTheDatabaseRuns() {
        try {
            settling.answered(database.runningSince(), System.nanoTime());
        } catch (OutageException _) {
            settling.unanswered(System.nanoTime());
        }
    }

    private void sweep() {
        visits.departures(System.nanoTime()).forEach(changes::fire);
    }
}
