package dev.shopbell.realtime;

import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.ShopperPage;
import dev.shopbell.testkit.StaffPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of what staff do with a conversation besides writing in it,
/// each as it is asked for over HTTP.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
class RecordedHandlingsTest {

    private static final String THREAD = "/api/staff/stores/{store}/conversations/{conversation}";

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
    }

    @Test
    void aConversationIsTaken() {
        UUID bens = shop.ben().conversation();
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya, who takes it", shop.priya(), bens),
                                "changes",
                                "presence")
                        .hearing(StaffPage.of("Lena, who loses it", shop.lena(), bens), "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()));

        shop.save(
                recorder,
                "an unassigned conversation is taken",
                "PUT " + THREAD + "/assignee",
                () ->
                        shop.priya()
                                .tryAssign(bens, null, RecordedStore.staff(shop.priya()).value()));
    }

    @Test
    void aConversationWithADotIsResolved() {
        Recorder recorder =
                new Recorder()
                        .hearing(
                                StaffPage.of("Priya", shop.priya(), shop.ben().conversation()),
                                "changes")
                        .hearing(StaffPage.of("Lena", shop.lena()), "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()));

        shop.save(
                recorder,
                "a conversation with unread messages is resolved over HTTP",
                "PUT " + THREAD + "/status",
                () -> shop.lena().tryStatus(shop.ben().conversation(), "resolved"));
    }

    @Test
    void aSenderIsBlocked() {
        shop.save(
                withAnna("changes", "conversation"),
                "a sender is blocked",
                "PUT " + THREAD + "/block",
                () -> shop.priya().block(shop.anna().conversation()));
    }

    @Test
    void aSenderIsUnblocked() {
        shop.priya().block(shop.anna().conversation());

        shop.save(
                withAnna("changes", "conversation"),
                "a sender may write again",
                "DELETE " + THREAD + "/block",
                () -> shop.priya().unblock(shop.anna().conversation()));
    }

    @Test
    void aConversationIsMarkedUnread() {
        shop.priya().read(shop.anna().conversation(), 2);

        shop.save(
                withAnna("changes"),
                "a conversation is marked unread",
                "PUT " + THREAD + "/unread",
                () -> shop.priya().markUnread(shop.anna().conversation()));
    }

    @Test
    void aConversationIsLabelled() {
        shop.save(
                withAnna("changes"),
                "a conversation is labelled",
                "PUT " + THREAD + "/labels",
                () -> shop.priya().label(shop.anna().conversation(), "Delivery", "Malta"));
    }

    private Recorder withAnna(String toPriya, String... toAnna) {
        return new Recorder()
                .hearing(shop.priyasPage(), toPriya)
                .hearing(shop.lenasPage())
                .hearing(shop.annasPage(), toAnna);
    }
}
