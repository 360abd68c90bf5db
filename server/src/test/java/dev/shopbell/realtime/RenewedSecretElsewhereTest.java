package dev.shopbell.realtime;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DeafServer;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sockets that were opened with a secret end when another comes in its place, also where another
/// node did it: here nobody says so, only the database knows.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(DeafServer.class)
class RenewedSecretElsewhereTest {

    private static final Duration ABOUT_A_SECOND = Duration.ofMillis(2500);

    @Inject Given given;
    @Inject GivenIdentity identities;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private String token;
    private ShopperBrowser mallory;
    private ShopperBrowser anna;

    @BeforeEach
    void annaWrites() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        token =
                Tokens.hs256(
                        identities.secret(given.owner(store).member()),
                        Tokens.claims(store.key(), "c-1", "anna@example.com", "Anna"));
        mallory = new ShopperBrowser(server, store, given.secret());
        mallory.write("Hello");
        anna = new ShopperBrowser(server, store, given.secret());
    }

    @Test
    void theSocketOfWhoeverCopiedTheSecretEndsAndNoneOpens() {
        try (LiveClient copied = mallory.connect(1)) {
            copied.next("welcome");

            renew();

            copied.next("start_over");
            assertThat(copied.awaitEnd(ABOUT_A_SECOND)).isEqualTo(1012);
            priya.answer(mallory.conversation(), "For Anna alone");
            assertThat(copied.heard().toString()).doesNotContain("For Anna alone");
        }
        try (LiveClient again = mallory.connect(1)) {
            assertThat(again.awaitEnd(ABOUT_A_SECOND)).isEqualTo(4401);
            assertThat(again.heard().toString()).doesNotContain("For Anna alone");
        }
        try (LiveClient hers = anna.connect(1)) {
            hers.next("message", frame -> frame.toString().contains("For Anna alone"));
        }
    }

    /// The thread of hers in another browser goes on, and both sockets are of that one.
    @Test
    void alsoWhereTheThreadBecomesOneWithAnother() {
        ShopperBrowser phone = new ShopperBrowser(server, store, given.secret());
        assertThat(GivenIdentity.identify(store, phone.secret(), token).status()).isEqualTo(204);
        phone.write("From the phone");
        mallory.write("Newer");
        try (LiveClient copied = mallory.connect(2)) {
            copied.next("welcome");

            renew();

            copied.next("start_over");
            assertThat(copied.awaitEnd(ABOUT_A_SECOND)).isEqualTo(1012);
        }
        assertThat(anna.thread().toString()).contains("Newer");
        assertThat(phone.thread().get("conversation")).isEqualTo(anna.thread().get("conversation"));
    }

    @Test
    void whoWaitsWithoutASocketIsRefused() throws Exception {
        Http waiting =
                Http.get(
                                "/api/widget/%s/conversation/messages?after=1&wait=20"
                                        .formatted(store.key()))
                        .as(mallory.secret());
        Thread later =
                Thread.ofVirtual()
                        .start(() -> {
                            priya.inbox();
                            renew();
                        });

        assertRefused(waiting.send(), "401 secret_replaced");
        later.join();
    }

    private void renew() {
        assertThat(identify(mallory.secret(), anna.secret()).status()).isEqualTo(204);
    }

    private Http.Answer identify(VisitorSecret secret, @Nullable VisitorSecret next) {
        return GivenIdentity.identify(store, secret, token, next);
    }
}
