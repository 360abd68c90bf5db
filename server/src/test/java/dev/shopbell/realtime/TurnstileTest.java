package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How many sockets one address may have: here, behind a proxy that says for whom it asks, five.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(TurnstileTest.BehindAProxy.class)
class TurnstileTest {

    private static final String BENS_ADDRESS = "203.0.113.8";
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    // An address of its own for each test: the sockets of the one before may still be closing.
    private final String annasAddress = "203.0.113." + NEXT.getAndIncrement();

    @Inject Given given;
    @TestHTTPResource URI server;

    private final List<LiveClient> open = new ArrayList<>();
    private StaffBrowser priya;
    private ShopperBrowser anna;

    public static final class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "shopbell.live.most-sockets-of-an-address", "5");
        }
    }

    @BeforeEach
    void openTheStore() {
        Store store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
    }

    @AfterEach
    void closeAll() {
        open.forEach(LiveClient::vanish);
        open.clear();
    }

    @Test
    void anAddressHasNoMoreThanItsShareAndTheOthersHaveTheirs() {
        for (int tab = 0; tab < 5; tab++) {
            shopperFrom(annasAddress);
        }

        assertThat(refusal(() -> shopperFrom(annasAddress))).isEqualTo(429);
        shopperFrom(BENS_ADDRESS);
    }

    @Test
    void aClosedSocketMakesRoomForAnother() {
        for (int tab = 0; tab < 5; tab++) {
            shopperFrom(annasAddress);
        }
        assertThat(refusal(() -> shopperFrom(annasAddress))).isEqualTo(429);

        open.getFirst().vanish();

        await().untilAsserted(() -> assertThat(refusal(() -> shopperFrom(annasAddress))).isZero());
        assertThat(refusal(() -> shopperFrom(annasAddress))).isEqualTo(429);
    }

    @Test
    void everybodyBehindAnAddressCountsTogether() {
        staffFrom(annasAddress);
        staffFrom(annasAddress);
        shopperFrom(annasAddress);
        shopperFrom(annasAddress);
        shopperFrom(annasAddress);

        assertThat(refusal(() -> staffFrom(annasAddress))).isEqualTo(429);
        staffFrom(BENS_ADDRESS);
    }

    @Test
    void theMachineItselfIsNotCounted() {
        for (int tab = 0; tab < 8; tab++) {
            open.add(anna.open());
        }

        assertThat(open).allMatch(LiveClient::isOpen);
    }

    private void shopperFrom(String address) {
        openFrom(address, anna.socket(), Map.of("Origin", Given.ORIGIN));
    }

    private void staffFrom(String address) {
        openFrom(address, priya.socket(), priya.headers());
    }

    private void openFrom(String address, URI socket, Map<String, String> headers) {
        Map<String, String> forwarded = new HashMap<>(headers);
        forwarded.put("X-Forwarded-For", address);
        open.add(LiveClient.open(socket, forwarded));
    }

    /// The status a socket was refused with; 0 when it was not.
    private static int refusal(Runnable opening) {
        try {
            opening.run();
            return 0;
        } catch (CompletionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException handshake
                    ? handshake.getResponse().statusCode()
                    : -1;
        }
    }
}
