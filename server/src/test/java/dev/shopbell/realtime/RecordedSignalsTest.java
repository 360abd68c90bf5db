package dev.shopbell.realtime;

import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.ShopperPage;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of who is there, who types and who looks, and of what was
/// typed and is not sent.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
class RecordedSignalsTest {

    private static final String THREAD =
            "PUT /api/staff/stores/{store}/conversations/{conversation}";
    private static final String STAFF_POSTS = THREAD + "/messages/{message}";
    private static final String DRAFTS = THREAD + "/draft";
    private static final @Nullable String NO_ROUTE_YET = null;

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private final List<LiveClient> pages = new ArrayList<>();
    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
    }

    @AfterEach
    void closeThePages() {
        pages.forEach(LiveClient::close);
    }

    @Test
    void aCustomerComes() {
        Recorder recorder =
                new Recorder().hearing(shop.priyasPage(), "presence").hearing(shop.lenasPage());

        shop.save(
                recorder,
                "a customer opens a page",
                NO_ROUTE_YET,
                () -> shop.anna().connect(3).next("welcome"));
    }

    @Test
    void aCustomerLeaves() {
        LiveClient panel = shop.anna().connect(3);
        panel.next("welcome");
        Recorder recorder =
                new Recorder().hearing(shop.priyasPage(), "presence").hearing(shop.lenasPage());

        shop.save(recorder, "a customer leaves", NO_ROUTE_YET, panel::close);
    }

    @Test
    void aCustomerTypes() {
        LiveClient panel = shop.anna().connect(3);
        panel.next("welcome");
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "typing")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(recorder, "a customer types", NO_ROUTE_YET, () -> ShopperBrowser.types(panel));
        panel.close();
    }

    @Test
    void staffType() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya, who types", shop.priya()))
                        .hearing(StaffPage.of("Lena, her colleague", shop.lena()), "typing")
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()), "staff_typing")
                        .hearing(ShopperPage.of("Anna, another shopper", shop.anna()));

        shop.save(
                recorder,
                "a staff member types an answer",
                NO_ROUTE_YET,
                () -> StaffBrowser.types(another(shop.priya()), shop.ben().conversation(), false));
    }

    @Test
    void staffTypeANote() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Lena, her colleague", shop.lena()), "typing")
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()));

        shop.save(
                recorder,
                "a staff member types a note",
                NO_ROUTE_YET,
                () -> StaffBrowser.types(another(shop.priya()), shop.ben().conversation(), true));
    }

    @Test
    void aColleagueOpensTheSameThread() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya, who looks elsewhere", shop.priya()))
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()))
                        .hearing(
                                StaffPage.viewing(
                                        "Lena, who has it open",
                                        shop.lena(),
                                        shop.ben().conversation()),
                                "viewers");

        shop.save(
                recorder,
                "a colleague opens the same thread",
                NO_ROUTE_YET,
                () -> StaffBrowser.views(another(shop.priya()), shop.ben().conversation()));
    }

    @Test
    void aDraftIsKept() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "draft")
                        .hearing(StaffPage.of("Lena, her colleague", shop.lena()))
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()));

        shop.save(
                recorder,
                "a staff member begins an answer",
                DRAFTS,
                () -> shop.priya().draft(shop.ben().conversation(), "staff", "It does, on Mon"));
    }

    @Test
    void aDraftIsSent() {
        shop.priya().draft(shop.anna().conversation(), "note", "Ask the carr");
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "draft", "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a staff member sends what was a draft",
                STAFF_POSTS,
                () -> shop.priya().note(shop.anna().conversation(), "Ask the carrier"));
    }

    @Test
    void aDraftIsDeleted() {
        shop.priya().draft(shop.ben().conversation(), "note", "Not worth saying");
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "draft")
                        .hearing(StaffPage.of("Lena, her colleague", shop.lena()))
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()));

        shop.save(
                recorder,
                "a staff member deletes a draft",
                NO_ROUTE_YET,
                () -> shop.priya().deleteDraft(shop.ben().conversation()));
    }

    @Test
    void aStaffNoteIsWritten() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "profile")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a staff member keeps a note about a customer",
                THREAD + "/profile/notes/{note}",
                () -> shop.priya().keepNote(shop.anna().conversation(), "Gift buyer"));
    }

    /// One more page of this person, open until the test is over.
    private LiveClient another(StaffBrowser browser) {
        LiveClient socket = browser.connect(browser.inbox().get("position"));
        socket.next("changes");
        pages.add(socket);
        return socket;
    }
}
