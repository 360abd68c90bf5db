package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static dev.shopbell.testkit.StaffedStore.summary;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Senders who are blocked, and who is blocked with them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BlockingTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private StaffedStore shop;

    @BeforeEach
    void aCustomerHasWritten() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void aBlockedSenderIsRefusedAndDisturbsNobody() {
        JsonNode blocked = summary(shop.priya().block(shop.conversation()));
        assertThat(blocked.get("blocked").asBoolean()).isTrue();
        assertThat(blocked.get("status").asText()).isEqualTo("resolved");
        JsonNode before = shop.tom().inbox();

        Answer refused = shop.anna().tryToWrite("Buy this");

        assertRefused(refused, "403 sender_blocked");
        assertThat(shop.tom().inbox()).isEqualTo(before);
        assertThat(shop.anna().thread().at("/conversation/blocked").asBoolean()).isTrue();
        assertThat(shop.tom().list("blocked").get("conversations")).hasSize(1);
        assertThat(shop.tom().list("resolved").get("conversations")).isEmpty();
    }

    @Test
    void anUnblockedSenderWritesAgain() {
        shop.priya().block(shop.conversation());
        assertThat(
                        shop.priya()
                                .tryStatus(shop.conversation(), "unresolved")
                                .body()
                                .at("/conversation/status")
                                .asText())
                .isEqualTo("resolved");

        summary(shop.tom().unblock(shop.conversation()));
        shop.anna().write("Sorry!");

        assertThat(shop.tom().thread(shop.conversation()).at("/conversation/status").asText())
                .isEqualTo("unresolved");
        assertThat(shop.anna().thread().at("/conversation/blocked").asBoolean()).isFalse();
    }

    @Test
    void newcomersFromABlockedAddressAreRefusedUntilItIsLifted() {
        ShopperBrowser known = new ShopperBrowser(server, shop.store(), given.secret());
        known.write("Hello?");
        summary(shop.priya().blockNetwork(shop.conversation()));
        ShopperBrowser again = new ShopperBrowser(server, shop.store(), given.secret());

        assertRefused(again.tryToWrite("Me again"), "403 sender_blocked");
        known.write("I only live next door");
        assertThat(
                        new ShopperBrowser(server, given.store(), given.secret())
                                .tryToWrite("Hi")
                                .status())
                .isEqualTo(200);

        summary(shop.priya().unblock(shop.conversation()));
        again.write("Me again");
    }

    @Test
    void aBlockHoldsForWhoeverHasProvenTheSameAddress() {
        ShopperBrowser phone = new ShopperBrowser(server, shop.store(), given.secret());
        phone.write("From my phone");
        shop.priya().block(shop.conversation());
        phone.write("Merely typed, it proves nothing");

        DatabaseOwner.execute(
                "UPDATE customer SET email_verified_at = now() WHERE store_id = ?",
                shop.store().id().value());

        assertRefused(phone.tryToWrite("And now?"), "403 sender_blocked");
    }
}
