package dev.shopbell.realtime;

import static dev.shopbell.testkit.ShopperBrowser.item;

import dev.shopbell.testkit.CartsDue;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of what happens in carts.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
class RecordedCartsTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
    }

    @Test
    void aCartIsFilled() {
        shop.save(
                everybody(),
                "a page tells of its visitor's cart",
                "PUT /api/widget/{key}/cart",
                this::fill);
    }

    @Test
    void aCartIsEmptied() {
        fill();

        shop.save(
                everybody(),
                "a page tells that there is nothing in the cart any more",
                "PUT /api/widget/{key}/cart",
                () -> shop.anna().cart("EUR"));
    }

    @Test
    void aThreadTellsOfACart() {
        fill();

        shop.save(
                everybody(),
                "a while after the last change the thread tells of the cart",
                null,
                () -> CartsDue.tell(shop.anna().conversation()));
    }

    @Test
    void aCartWasFilledWhileStaffWereAway() {
        Recorder recorder =
                new Recorder().with(shop.priyasPage(), true, "online", "drafts", "changes");

        shop.save(
                recorder,
                "a cart is filled while the staff member is away",
                "PUT /api/widget/{key}/cart",
                this::fill);
    }

    private void fill() {
        shop.anna().cart("EUR", item("Ash bowl", 2400, 4));
    }

    private Recorder everybody() {
        return new Recorder()
                .hearing(shop.priyasPage(), "changes")
                .hearing(shop.lenasPage())
                .hearing(shop.annasPage());
    }
}
