package dev.shopbell.realtime;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.SampleFile;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.ShopperPage;
import dev.shopbell.testkit.StableJson;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of what staff do with a conversation besides writing in it,
/// each as it is asked for over HTTP.
///
/// Anna's conversation is Priya's, so Lena may not see it; Ben's is nobody's.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordedHandlingsTest.ServerOfItsOwn.class)
class RecordedHandlingsTest {

    private static final String THREAD = "/api/staff/stores/{store}/conversations/{conversation}";

    /// The other one's server takes nobody back at last.
    public static final class ServerOfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return new RecordingServer().getConfigOverrides();
        }
    }

    @Inject Given given;
    @TestHTTPResource URI server;

    private StaffBrowser priya;
    private StaffBrowser lena;
    private ShopperBrowser anna;
    private ShopperBrowser ben;
    private String file;

    @BeforeEach
    void openTheStore(TestInfo test) {
        file = test.getTestMethod().orElseThrow().getName();
        Store store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        lena = new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        ben = new ShopperBrowser(server, store, given.secret());
        ben.write("Is the blue bowl coming back?");
        anna.write("Do you deliver to Malta?");
        priya.tryAssign(anna.conversation(), null, id(priya));
    }

    @Test
    void aConversationIsTaken() {
        UUID bens = ben.conversation();
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya, who takes it", priya, bens),
                                "changes",
                                "presence")
                        .hearing(StaffPage.of("Lena, who loses it", lena, bens), "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", ben));

        save(
                recorder,
                "an unassigned conversation is taken",
                "PUT " + THREAD + "/assignee",
                () -> priya.tryAssign(bens, null, id(priya)));
    }

    @Test
    void aConversationWithADotIsResolved() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya", priya, ben.conversation()), "changes")
                        .hearing(StaffPage.of("Lena", lena), "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", ben));

        save(
                recorder,
                "a conversation with unread messages is resolved over HTTP",
                "PUT " + THREAD + "/status",
                () -> lena.tryStatus(ben.conversation(), "resolved"));
    }

    @Test
    void aSenderIsBlocked() {
        save(
                withAnna("changes", "conversation"),
                "a sender is blocked",
                "PUT " + THREAD + "/block",
                () -> priya.block(anna.conversation()));
    }

    @Test
    void aSenderIsUnblocked() {
        priya.block(anna.conversation());

        save(
                withAnna("changes", "conversation"),
                "a sender may write again",
                "DELETE " + THREAD + "/block",
                () -> priya.unblock(anna.conversation()));
    }

    @Test
    void aConversationIsMarkedUnread() {
        priya.read(anna.conversation(), 2);

        save(
                withAnna("changes"),
                "a conversation is marked unread",
                "PUT " + THREAD + "/unread",
                () -> priya.markUnread(anna.conversation()));
    }

    @Test
    void aConversationIsLabelled() {
        save(
                withAnna("changes"),
                "a conversation is labelled",
                "PUT " + THREAD + "/labels",
                () -> priya.label(anna.conversation(), "Delivery", "Malta"));
    }

    private Recorder withAnna(String toPriya, String... toAnna) {
        return new Recorder()
                .hearing(
                        StaffPage.of("Priya, whom it is assigned to", priya, anna.conversation()),
                        toPriya)
                .hearing(StaffPage.of("Lena, who may not see it", lena))
                .hearing(ShopperPage.of("Anna, the shopper", anna), toAnna);
    }

    private void save(Recorder recorder, String action, String route, Runnable deed) {
        SampleFile.write(
                SampleFile.RECORDED.resolve(RecordedFilesTest.nameOf(file)),
                StableJson.of(recorder.record(action, route, deed)));
    }

    private static UUID id(StaffBrowser browser) {
        return browser.member().staff().value();
    }
}
