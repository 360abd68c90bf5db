package dev.shopbell.browsing;

import dev.shopbell.browsing.PageVisitSql.Placed;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.customer.SecretSql;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which pages of the shop those open who have written: the newest fifty of a conversation, kept
/// only while the store wants to know and seen by whoever may see the conversation. A visit stays
/// in the conversation that was its visitor's at that moment, whatever becomes of either.
@Singleton
public final class PagesVisited {

    static final int MOST = 50;

    private final Database database;
    private final Stores stores;
    private final Conversations conversations;
    private final Audits audits;
    private final InstantSource clock;

    PagesVisited(
            Database database,
            Stores stores,
            Conversations conversations,
            Audits audits,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.conversations = conversations;
        this.audits = audits;
        this.clock = clock;
    }

    /// The page that whoever holds the secret is on. Refused as unknown before they wrote; nothing
    /// is kept of a page that is none of the store's, of whoever is blocked, and where the store
    /// does not want to know. The same page again is no other visit.
    public void tell(StoreId store, VisitorSecret secret, @Nullable SeenPage page) {
        database.inStore(
                store,
                tx -> {
                    PageVisitSql sql = new PageVisitSql(tx, store);
                    ConversationId conversation =
                            sql.conversationOf(secret)
                                    .orElseThrow(() ->
                                            new SecretSql(tx, store)
                                                    .refused(secret, HttpRefusal.NOT_FOUND));
                    // Held first, so that nobody who writes waits for who switches this off.
                    boolean isKept =
                            page != null
                                    && stores.held(tx, store).settings().keepsPagesVisited()
                                    && add(tx, store, secret, conversation, page);
                    if (isKept) {
                        tx.announce(new PageVisited(store, conversation));
                    }
                    return isKept;
                });
    }

    /// The pages that were opened in this conversation, newest first, for a member who may see it;
    /// empty where the store does not want to know.
    public Optional<List<PageVisit>> of(Member member, ConversationId id) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation =
                            conversations
                                    .find(tx, member.store(), id)
                                    .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                    ConversationAccess.check(member, conversation);
                    return isOn(tx, member.store())
                            ? Optional.of(new PageVisitSql(tx, member.store()).of(id))
                            : Optional.empty();
                });
    }

    /// Whether the member's store wants to know, as it is now.
    public boolean isOn(Member member) {
        return database.inStore(member.store(), tx -> isOn(tx, member.store()));
    }

    /// Switched off, everything that was kept is gone at once.
    public void keep(Member by, boolean wanted) {
        database.inStore(
                by.store(),
                tx -> {
                    boolean isOther = stores.keepPagesVisited(tx, by.store(), wanted);
                    if (!wanted) {
                        new PageVisitSql(tx, by.store()).deleteAll();
                    }
                    if (isOther) {
                        audits.record(
                                tx,
                                by.store(),
                                new Actor(by.staff().value(), by.name()),
                                "pages_visited_changed",
                                Map.of("pagesVisited", wanted));
                    }
                    return isOther;
                });
    }

    private boolean isOn(StoreTransaction tx, StoreId store) {
        return stores.now(tx, store).settings().keepsPagesVisited();
    }

    /// Says whether staff are shown something else by it.
    private boolean add(
            StoreTransaction tx,
            StoreId store,
            VisitorSecret secret,
            ConversationId id,
            SeenPage page) {
        Conversation locked = conversations.lock(tx, store, id);
        PageVisitSql sql = new PageVisitSql(tx, store);
        // A browser may have become somebody else's before the lock.
        boolean isStillTheirs = sql.conversationOf(secret).filter(id::equals).isPresent();
        if (!isStillTheirs || locked.isBlocked()) {
            return false;
        }
        Placed newest = sql.newest(id).orElse(null);
        if (newest != null && newest.page().equals(page)) {
            return false;
        }
        if (newest != null && newest.page().url().equals(page.url())) {
            sql.retitle(id, new Placed(newest.place(), page));
            return true;
        }
        long place = newest == null ? 1 : newest.place() + 1;
        sql.insert(id, new Placed(place, page), clock.instant());
        sql.deleteUpTo(id, place - MOST);
        return true;
    }
}
