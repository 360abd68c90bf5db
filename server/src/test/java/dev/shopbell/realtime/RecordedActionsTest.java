package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.SampleFile;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.ShopperPage;
import dev.shopbell.testkit.StableJson;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffPage;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

/// Old state + frames = fresh load, for every kind of action and everybody who might hear of it.
/// Each test writes what happened to `protocol/samples/recorded`, to a file of its own name.
///
/// Anna's conversation is assigned to Priya, so Lena may not see it. There are two others that both
/// may see: one with unread messages, one resolved.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordedActionsTest {

    private static final String CUSTOMER_POSTS =
            "PUT /api/widget/{key}/conversations/{conversation}/messages/{message}";
    private static final String RECEIPTS = "PUT /api/widget/{key}/conversation/receipts";
    private static final String THREAD =
            "PUT /api/staff/stores/{store}/conversations/{conversation}";
    private static final String STAFF_POSTS = THREAD + "/messages/{message}";
    private static final String READ = THREAD + "/read";
    private static final String DRAFTS = THREAD + "/draft";
    private static final @Nullable String NO_ROUTE_YET = null;

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Database database;
    @Inject LiveSockets sockets;
    @TestHTTPResource URI server;

    private final List<LiveClient> pages = new ArrayList<>();
    private Store store;
    private StaffBrowser priya;
    private StaffBrowser lena;
    private ShopperBrowser anna;
    private ShopperBrowser ben;
    private String file;

    @BeforeEach
    void openTheStore(TestInfo test) {
        file = test.getTestMethod().orElseThrow().getName();
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        lena = new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        ben = new ShopperBrowser(server, store, given.secret());
        ShopperBrowser carla = new ShopperBrowser(server, store, given.secret());
        carla.write("Thank you!");
        deeds.resolve(store, carla.conversation(), staff(lena));
        ben.write("Is the blue bowl coming back?");
        ben.write("هل يمكنكم الشحن إلى عمّان؟");
        anna.write("Do you deliver to Malta?");
        priya.answer(anna.conversation(), "We do: https://shop.example/delivery?to=malta&days=5");
        anna.write("And how long does <b>that</b> take? 🙂");
        assign(priya);
    }

    @AfterEach
    void closeThePages() {
        pages.forEach(LiveClient::close);
    }

    @Test
    void aNewCustomerWrites() {
        ShopperBrowser dora = new ShopperBrowser(server, store, given.secret());
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya", priya), "changes")
                        .hearing(StaffPage.of("Lena", lena), "changes")
                        .hearing(ShopperPage.of("Anna, another shopper", anna));

        save(recorder, "a new customer writes", CUSTOMER_POSTS, () -> dora.write("Hello?"));
    }

    @Test
    void aCustomerWritesAgain() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "message");

        save(recorder, "a customer writes again", CUSTOMER_POSTS, () -> anna.write("Anybody?"));
    }

    @Test
    void aCustomerOfAResolvedConversationWrites() {
        deeds.resolve(store, anna.conversation(), staff(priya));
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "message");

        save(
                recorder,
                "the customer of a resolved conversation writes",
                CUSTOMER_POSTS,
                () -> anna.write("One more thing"));
    }

    @Test
    void staffAnswer() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "message");

        save(
                recorder,
                "a staff member answers",
                STAFF_POSTS,
                () -> priya.answer(anna.conversation(), "Three days.\nSometimes four."));
    }

    @Test
    void staffWriteANote() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage());

        save(
                recorder,
                "a staff member writes a note",
                STAFF_POSTS,
                () -> priya.note(anna.conversation(), "Ask the carrier"));
    }

    @Test
    void aMessageIsDelivered() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "conversation");

        save(recorder, "an answer arrived", RECEIPTS, () -> anna.receipts(2, 0));
    }

    @Test
    void aMessageIsSeen() {
        anna.receipts(2, 0);
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "conversation");

        save(recorder, "an answer was seen", RECEIPTS, () -> anna.receipts(3, 2));
    }

    @Test
    void staffRead() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "conversation");

        save(
                recorder,
                "a staff member reads a thread",
                READ,
                () -> priya.read(anna.conversation(), 3));
    }

    @Test
    void aColleagueReads() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya, who has not", priya), "changes")
                        .hearing(StaffPage.of("Lena, who reads", lena), "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", ben), "conversation");

        save(
                recorder,
                "one of two staff members reads a thread",
                READ,
                () -> lena.read(ben.conversation(), 2));
    }

    @Test
    void aCustomerComes() {
        Recorder recorder = new Recorder().hearing(priyasPage(), "presence").hearing(lenasPage());

        save(
                recorder,
                "a customer opens a page",
                NO_ROUTE_YET,
                () -> anna.connect(3).next("welcome"));
    }

    @Test
    void aCustomerLeaves() {
        LiveClient panel = anna.connect(3);
        panel.next("welcome");
        Recorder recorder = new Recorder().hearing(priyasPage(), "presence").hearing(lenasPage());

        save(recorder, "a customer leaves", NO_ROUTE_YET, panel::close);
    }

    @Test
    void aCustomerTypes() {
        LiveClient panel = anna.connect(3);
        panel.next("welcome");
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "typing")
                        .hearing(lenasPage())
                        .hearing(annasPage());

        save(recorder, "a customer types", NO_ROUTE_YET, () -> ShopperBrowser.types(panel));
        panel.close();
    }

    @Test
    void staffType() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya, who types", priya))
                        .hearing(StaffPage.of("Lena, her colleague", lena), "typing")
                        .hearing(ShopperPage.of("Ben, the shopper", ben), "staff_typing")
                        .hearing(ShopperPage.of("Anna, another shopper", anna));

        save(
                recorder,
                "a staff member types an answer",
                NO_ROUTE_YET,
                () -> StaffBrowser.types(another(priya), ben.conversation(), false));
    }

    @Test
    void staffTypeANote() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Lena, her colleague", lena), "typing")
                        .hearing(ShopperPage.of("Ben, the shopper", ben));

        save(
                recorder,
                "a staff member types a note",
                NO_ROUTE_YET,
                () -> StaffBrowser.types(another(priya), ben.conversation(), true));
    }

    @Test
    void aColleagueOpensTheSameThread() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya, who looks elsewhere", priya))
                        .hearing(ShopperPage.of("Ben, the shopper", ben))
                        .hearing(
                                StaffPage.viewing(
                                        "Lena, who has it open", lena, ben.conversation()),
                                "viewers");

        save(
                recorder,
                "a colleague opens the same thread",
                NO_ROUTE_YET,
                () -> StaffBrowser.views(another(priya), ben.conversation()));
    }

    @Test
    void aDraftIsKept() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "draft")
                        .hearing(StaffPage.of("Lena, her colleague", lena))
                        .hearing(ShopperPage.of("Ben, the shopper", ben));

        save(
                recorder,
                "a staff member begins an answer",
                DRAFTS,
                () -> priya.draft(ben.conversation(), "staff", "It does, on Mon"));
    }

    @Test
    void aDraftIsSent() {
        priya.draft(anna.conversation(), "note", "Ask the carr");
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "draft", "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage());

        save(
                recorder,
                "a staff member sends what was a draft",
                STAFF_POSTS,
                () -> priya.note(anna.conversation(), "Ask the carrier"));
    }

    @Test
    void aDraftIsDeleted() {
        priya.draft(ben.conversation(), "note", "Not worth saying");
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "draft")
                        .hearing(StaffPage.of("Lena, her colleague", lena))
                        .hearing(ShopperPage.of("Ben, the shopper", ben));

        save(
                recorder,
                "a staff member deletes a draft",
                NO_ROUTE_YET,
                () -> priya.deleteDraft(ben.conversation()));
    }

    @Test
    void aConversationWithADraftInItIsHandedOver() {
        priya.draft(anna.conversation(), "staff", "Four days at mo");
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(StaffPage.of("Lena, who gets it", lena), "changes", "presence")
                        .hearing(annasPage());

        save(
                recorder,
                "a conversation is handed over while its draft is not sent",
                NO_ROUTE_YET,
                () -> assign(lena));
    }

    @Test
    void aConversationIsAssigned() {
        UUID unassigned = ben.conversation();
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya, who gets it", priya, unassigned),
                                "changes",
                                "presence")
                        .hearing(
                                StaffPage.of(
                                        "Lena, who does not see it any more", lena, unassigned),
                                "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", ben));

        save(
                recorder,
                "an unassigned conversation is assigned",
                NO_ROUTE_YET,
                () -> deeds.assign(store, unassigned, staff(lena), staff(priya)));
    }

    @Test
    void aConversationIsHandedOver() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(StaffPage.of("Lena, who gets it", lena), "changes", "presence")
                        .hearing(annasPage());

        save(recorder, "a conversation is handed over", NO_ROUTE_YET, () -> assign(lena));
    }

    @Test
    void aConversationIsReturned() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes", "presence")
                        .hearing(StaffPage.of("Lena, who sees it now", lena), "changes", "presence")
                        .hearing(annasPage());

        save(
                recorder,
                "a conversation is returned to everybody",
                NO_ROUTE_YET,
                () -> deeds.assign(store, anna.conversation(), staff(priya), null));
    }

    @Test
    void aConversationIsResolved() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage());

        save(
                recorder,
                "a conversation with unread messages is resolved",
                NO_ROUTE_YET,
                () -> deeds.resolve(store, anna.conversation(), staff(priya)));
    }

    /// Frame by frame, so that a late one is older than what is known.
    @Test
    void aConversationGoesOn() {
        Recorder recorder =
                new Recorder()
                        .hearing(
                                priyasPage(),
                                "changes",
                                "changes",
                                "changes",
                                "changes",
                                "changes",
                                "changes")
                        .hearing(lenasPage())
                        .hearing(annasPage(), "conversation", "message", "conversation", "message");

        save(
                recorder,
                "a conversation goes on",
                STAFF_POSTS,
                () ->
                        oneByOne(
                                () -> priya.read(anna.conversation(), 4),
                                () -> priya.answer(anna.conversation(), "Three days"),
                                () -> anna.receipts(4, 4),
                                () -> priya.note(anna.conversation(), "A nice one"),
                                () -> deeds.resolve(store, anna.conversation(), staff(priya)),
                                () -> anna.write("Thanks!")));
    }

    @Test
    void aConversationIsTakenAndComesBack() {
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya, who has it again", priya),
                                "changes",
                                "changes")
                        .hearing(
                                StaffPage.of("Lena, who has it for a while", lena),
                                "changes",
                                "changes");

        save(
                recorder,
                "a conversation is taken away and comes back",
                NO_ROUTE_YET,
                () -> oneByOne(() -> assign(lena), () -> assign(priya)));
    }

    @Test
    void everybodyWasAway() {
        Recorder recorder =
                new Recorder()
                        .with(priyasPage(), true, "online", "drafts", "changes")
                        .with(
                                StaffPage.of("Lena, who had Ben's", lena, ben.conversation()),
                                true,
                                "online",
                                "drafts",
                                "changes")
                        .with(annasPage(), true, "welcome", "message", "message");

        save(recorder, "much happened while everybody was away", CUSTOMER_POSTS, this::muchHappens);
    }

    @Test
    void theServerAsksWhoIsStillThere() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "ping")
                        .hearing(lenasPage(), "ping")
                        .hearing(annasPage(), "ping");

        save(recorder, "nothing happens", NO_ROUTE_YET, () -> {});
    }

    @Test
    void staffMayOtherThingsThanBefore() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "start_over")
                        .hearing(lenasPage())
                        .hearing(annasPage());

        save(recorder, "a staff member's rights change", NO_ROUTE_YET, this::changeRights);
    }

    @Test
    void aShopperKnowsTooMuch() {
        Recorder recorder =
                new Recorder()
                        .with(
                                new ShopperPage("Anna, the shopper", anna, 4),
                                true,
                                "welcome",
                                "start_over");

        save(recorder, "a shopper knows more than the server", NO_ROUTE_YET, () -> {});
    }

    /// The last one: this server takes nobody back afterwards.
    @Test
    @Order(Integer.MAX_VALUE)
    void theServerGoes() {
        Recorder recorder =
                new Recorder()
                        .hearing(priyasPage(), "reconnect")
                        .hearing(lenasPage(), "reconnect")
                        .hearing(annasPage(), "reconnect");

        save(recorder, "the server goes", NO_ROUTE_YET, this::drain);
    }

    /// One more page of this person, open until the test is over.
    private LiveClient another(StaffBrowser browser) {
        LiveClient socket = browser.connect(browser.inbox().get("position"));
        socket.next("changes");
        pages.add(socket);
        return socket;
    }

    /// Each one is told before the next one is done.
    private void oneByOne(Runnable... deeds) {
        try (LiveClient witness = priya.connect(priya.inbox().get("position"))) {
            witness.next("changes");
            for (Runnable deed : deeds) {
                deed.run();
                witness.next("changes");
            }
        }
    }

    private void muchHappens() {
        anna.write("Hello again");
        priya.note(anna.conversation(), "She is back");
        priya.answer(anna.conversation(), "Hello, Anna!");
        anna.receipts(5, 4);
        deeds.assign(store, ben.conversation(), staff(priya), staff(priya));
        deeds.resolve(store, ben.conversation(), staff(priya));
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
                        store.id(),
                        tx ->
                                tx.createUpdate(
                                                """
                                                UPDATE membership SET rights_version = rights_version + 1
                                                 WHERE store_id = :store AND staff_id = :staff
                                                """)
                                        .bind("store", store.id().value())
                                        .bind("staff", staff(priya).value())
                                        .execute());
        assertThat(changed).isEqualTo(1);
    }

    private void save(Recorder recorder, String action, @Nullable String route, Runnable deed) {
        ObjectNode recorded = recorder.record(action, route, deed);
        SampleFile.write(
                SampleFile.RECORDED.resolve(RecordedFilesTest.nameOf(file)),
                StableJson.of(recorded));
    }

    private void assign(StaffBrowser to) {
        deeds.assign(store, anna.conversation(), staff(priya), staff(to));
    }

    private StaffPage priyasPage() {
        return StaffPage.of("Priya, whom it is assigned to", priya, anna.conversation());
    }

    private StaffPage lenasPage() {
        return StaffPage.of("Lena, who may not see it", lena);
    }

    private ShopperPage annasPage() {
        return ShopperPage.of("Anna, the shopper", anna);
    }

    private static StaffId staff(StaffBrowser browser) {
        return browser.member().staff();
    }
}
