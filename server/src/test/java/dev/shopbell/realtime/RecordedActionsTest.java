package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.database.Database;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.ShopperPage;
import dev.shopbell.testkit.StaffPage;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

/// Old state + frames = fresh load, for every kind of action and everybody who might hear of it.
/// [RecordedStore] has what it begins with.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordedActionsTest.ServerOfItsOwn.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordedActionsTest {

    /// The others' server goes on: this one takes nobody back at last.
    public static final class ServerOfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return new RecordingServer().getConfigOverrides();
        }
    }

    private static final String CUSTOMER_POSTS =
            "PUT /api/widget/{key}/conversations/{conversation}/messages/{message}";
    private static final String THREAD =
            "PUT /api/staff/stores/{store}/conversations/{conversation}";
    private static final String STAFF_POSTS = THREAD + "/messages/{message}";
    private static final @Nullable String NO_ROUTE_YET = null;

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Database database;
    @Inject LiveSockets sockets;
    @TestHTTPResource URI server;

    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
    }

    @Test
    void aConversationWithADraftInItIsHandedOver() {
        shop.priya().draft(shop.anna().conversation(), "staff", "Four days at mo");
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(
                                StaffPage.of("Lena, who gets it", shop.lena()),
                                "changes",
                                "presence")
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a conversation is handed over while its draft is not sent",
                NO_ROUTE_YET,
                () -> shop.assign(shop.lena()));
    }

    @Test
    void aConversationIsAssigned() {
        UUID unassigned = shop.ben().conversation();
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya, who gets it", shop.priya(), unassigned),
                                "changes",
                                "presence")
                        .hearing(
                                StaffPage.of(
                                        "Lena, who does not see it any more",
                                        shop.lena(),
                                        unassigned),
                                "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()));

        shop.save(
                recorder,
                "an unassigned conversation is assigned",
                NO_ROUTE_YET,
                () ->
                        deeds.assign(
                                shop.store(),
                                unassigned,
                                RecordedStore.staff(shop.lena()),
                                RecordedStore.staff(shop.priya())));
    }

    @Test
    void aConversationIsHandedOver() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(
                                StaffPage.of("Lena, who gets it", shop.lena()),
                                "changes",
                                "presence")
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a conversation is handed over",
                NO_ROUTE_YET,
                () -> shop.assign(shop.lena()));
    }

    @Test
    void aConversationIsReturned() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes", "presence")
                        .hearing(
                                StaffPage.of("Lena, who sees it now", shop.lena()),
                                "changes",
                                "presence")
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a conversation is returned to everybody",
                NO_ROUTE_YET,
                () ->
                        deeds.assign(
                                shop.store(),
                                shop.anna().conversation(),
                                RecordedStore.staff(shop.priya()),
                                null));
    }

    @Test
    void aConversationIsResolved() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a conversation with unread messages is resolved",
                NO_ROUTE_YET,
                () ->
                        deeds.resolve(
                                shop.store(),
                                shop.anna().conversation(),
                                RecordedStore.staff(shop.priya())));
    }

    /// Frame by frame, so that a late one is older than what is known.
    @Test
    void aConversationGoesOn() {
        Recorder recorder =
                new Recorder()
                        .hearing(
                                shop.priyasPage(),
                                "changes",
                                "changes",
                                "changes",
                                "changes",
                                "changes",
                                "changes")
                        .hearing(shop.lenasPage())
                        .hearing(
                                shop.annasPage(),
                                "conversation",
                                "message",
                                "conversation",
                                "message");

        shop.save(
                recorder,
                "a conversation goes on",
                STAFF_POSTS,
                () ->
                        oneByOne(
                                () -> shop.priya().read(shop.anna().conversation(), 4),
                                () -> shop.priya().answer(shop.anna().conversation(), "Three days"),
                                () -> shop.anna().receipts(4, 4),
                                () -> shop.priya().note(shop.anna().conversation(), "A nice one"),
                                () ->
                                        deeds.resolve(
                                                shop.store(),
                                                shop.anna().conversation(),
                                                RecordedStore.staff(shop.priya())),
                                () -> shop.anna().write("Thanks!")));
    }

    @Test
    void aConversationIsTakenAndComesBack() {
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya, who has it again", shop.priya()),
                                "changes",
                                "changes")
                        .hearing(
                                StaffPage.of("Lena, who has it for a while", shop.lena()),
                                "changes",
                                "changes");

        shop.save(
                recorder,
                "a conversation is taken away and comes back",
                NO_ROUTE_YET,
                () -> oneByOne(() -> shop.assign(shop.lena()), () -> shop.assign(shop.priya())));
    }

    @Test
    void everybodyWasAway() {
        Recorder recorder =
                new Recorder()
                        .with(shop.priyasPage(), true, "online", "drafts", "changes")
                        .with(
                                StaffPage.of(
                                        "Lena, who had Ben's",
                                        shop.lena(),
                                        shop.ben().conversation()),
                                true,
                                "online",
                                "drafts",
                                "changes")
                        .with(shop.annasPage(), true, "welcome", "message", "message");

        shop.save(
                recorder,
                "much happened while everybody was away",
                CUSTOMER_POSTS,
                this::muchHappens);
    }

    @Test
    void theServerAsksWhoIsStillThere() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "ping")
                        .hearing(shop.lenasPage(), "ping")
                        .hearing(shop.annasPage(), "ping");

        shop.save(recorder, "nothing happens", NO_ROUTE_YET, () -> {});
    }

    @Test
    void staffMayOtherThingsThanBefore() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "start_over")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(recorder, "a staff member's rights change", NO_ROUTE_YET, this::changeRights);
    }

    @Test
    void aShopperKnowsTooMuch() {
        Recorder recorder =
                new Recorder()
                        .with(
                                new ShopperPage("Anna, the shopper", shop.anna(), 4),
                                true,
                                "welcome",
                                "start_over");

        shop.save(recorder, "a shopper knows more than the server", NO_ROUTE_YET, () -> {});
    }

    /// The last one: this server takes nobody back afterwards.
    @Test
    @Order(Integer.MAX_VALUE)
    void theServerGoes() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "reconnect")
                        .hearing(shop.lenasPage(), "reconnect")
                        .hearing(shop.annasPage(), "reconnect");

        shop.save(recorder, "the server goes", NO_ROUTE_YET, this::drain);
    }

    /// Each one is told before the next one is done.
    private void oneByOne(Runnable... deeds) {
        try (LiveClient witness = shop.priya().connect(shop.priya().inbox().get("position"))) {
            witness.next("changes");
            for (Runnable deed : deeds) {
                deed.run();
                witness.next("changes");
            }
        }
    }

    private void muchHappens() {
        shop.anna().write("Hello again");
        shop.priya().note(shop.anna().conversation(), "She is back");
        shop.priya().answer(shop.anna().conversation(), "Hello, Anna!");
        shop.anna().receipts(5, 4);
        deeds.assign(
                shop.store(),
                shop.ben().conversation(),
                RecordedStore.staff(shop.priya()),
                RecordedStore.staff(shop.priya()));
        deeds.resolve(shop.store(), shop.ben().conversation(), RecordedStore.staff(shop.priya()));
    }

    private void drain() {
        try {
            sockets.drain(new ShutdownDelayInitiatedEvent());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void changeRights() {
        int changed =
                database.inStore(
                        shop.store().id(),
                        tx ->
                                tx.createUpdate(
                                                """
                                                UPDATE membership SET rights_version = rights_version + 1
                                                 WHERE store_id = :store AND staff_id = :staff
                                                """)
                                        .bind("store", shop.store().id().value())
                                        .bind("staff", RecordedStore.staff(shop.priya()).value())
                                        .execute());
        assertThat(changed).isEqualTo(1);
    }
}
