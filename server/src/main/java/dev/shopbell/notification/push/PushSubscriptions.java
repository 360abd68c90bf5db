package dev.shopbell.notification.push;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.SessionId;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// The browsers in which staff asked to be told while no page of the inbox is open.
@Singleton
public final class PushSubscriptions {

    private static final Logger LOG = Logger.getLogger("shopbell.push");

    /// Of one person in one store; a further one takes the place of the oldest.
    private static final int MOST = 20;

    private final Database database;
    private final PushDoor door;
    private final PushSettings settings;
    private final Ids ids;
    private final InstantSource clock;

    PushSubscriptions(
            Database database, PushDoor door, PushSettings settings, Ids ids, InstantSource clock) {
        this.database = database;
        this.door = door;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /// The browser of this session, which is told until the session ends.
    public UUID add(Member member, SessionId session, String endpoint, String p256dh, String auth) {
        Browser browser =
                Browser.parse(Endpoint.parse(endpoint, settings.allowLoopback()), p256dh, auth);
        return database.inStore(
                member.store(),
                tx -> {
                    PushSubscriptionSql sql = new PushSubscriptionSql(tx, member.store());
                    UUID id =
                            sql.save(ids.next(), member.staff(), session, browser, clock.instant());
                    sql.deleteOldest(member.staff(), MOST);
                    return id;
                });
    }

    /// Safe to repeat.
    public void remove(Member member, UUID subscription) {
        remove(member.store(), member.staff(), subscription);
    }

    /// The browsers this person is signed in with.
    public List<UUID> of(StoreTransaction tx, StoreId store, StaffId staff, Instant now) {
        return new PushSubscriptionSql(tx, store).of(staff, now);
    }

    /// Hands a message to the browser's push service. One that is gone for good is forgotten;
    /// throws when it is to be tried again.
    public void send(StoreId store, StaffId staff, UUID subscription, PushDoor.Push push) {
        Optional<Browser> browser =
                database.inStore(
                        store,
                        tx ->
                                new PushSubscriptionSql(tx, store)
                                        .find(staff, subscription, clock.instant()));
        if (browser.isEmpty()) {
            return; // signed out meanwhile
        }
        PushDoor.Answer answer = door.send(browser.get(), push);
        LOG.infof("push=%s answer=%s", subscription, answer);
        switch (answer) {
            case TAKEN, REFUSED -> {}
            case GONE -> remove(store, staff, subscription);
            case LATER -> throw new NotPushedException();
        }
    }

    private void remove(StoreId store, StaffId staff, UUID subscription) {
        database.inStore(
                store, tx -> new PushSubscriptionSql(tx, store).delete(staff, subscription));
    }

    /// It will be tried again.
    private static final class NotPushedException extends RuntimeException {
        NotPushedException() {
            super("the push service did not take it", null, false, false);
        }
    }
}
