package dev.shopbell.browsing;

import static dev.shopbell.testkit.ShopperBrowser.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.CartsDue;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Carts that the store's own systems tell of, and whose threads show them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ShopCartsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-11-01T09:00:00Z");

    @Inject Given given;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private ShopSystem shop;

    @BeforeEach
    void haveAShop() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello");
        shop = new ShopSystem(integrations.key(given.owner(store).member()));
    }

    @Test
    void whatIsToldIsReadBack() {
        JsonNode told = tell("Bowl", 2, LONG_AGO).json();

        assertThat(shop.get("/customers/c-1/cart").json()).isEqualTo(told);
        assertThat(told.at("/cart/subtotal").asLong()).isEqualTo(8400);
        assertThat(told.at("/cart/items/0/title").asText()).isEqualTo("Bowl");
        assertThat(shop.get("/customers/c-2/cart").status()).isEqualTo(404);
        assertThat(shop.delete("/customers/c-1/cart").status()).isEqualTo(204);
        assertThat(shop.delete("/customers/c-1/cart").status()).isEqualTo(204);
        assertThat(shop.get("/customers/c-1/cart").status()).isEqualTo(404);
    }

    @Test
    void anEarlierStateThatComesLateChangesNothing() {
        tell("Bowl", 2, LONG_AGO);

        JsonNode late = tell("Vase", 1, LONG_AGO.minusSeconds(1)).json();

        assertThat(late.at("/cart/items/0/title").asText()).isEqualTo("Bowl");
    }

    /// The address she typed is that of somebody with a cart.
    @Test
    void anAddressThatWasTypedShowsNobodysCart() {
        integrations.customer(store, "c-1", "Anna Kowalska", "anna@example.com");

        tell("Secret bowl", 2, Instant.now());

        assertThat(shown().isNull()).isTrue();
        assertThat(priya.thread(anna.conversation()).toString()).doesNotContain("Secret");
        assertThat(CartsDue.isDue(anna.conversation())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "email", "staff"})
    void whoIsKnownToBeThatCustomerIsShownWithTheirCart(String how) {
        link(how);
        LiveClient socket = priya.connect(priya.inbox().get("position"));
        socket.next("changes");

        tell("Bowl", 2, LONG_AGO);

        JsonNode heard = socket.next("changes");
        assertThat(heard.at("/conversations/0/cart/subtotal").asLong()).isEqualTo(8400);
        assertThat(title()).isEqualTo("Bowl");
        CartsDue.tell(anna.conversation());
        assertThat(priya.thread(anna.conversation()).toString()).contains("cart_changed");
        socket.close();
    }

    @Test
    void whicheverChangedLastIsShown() {
        link("token");
        anna.cart("EUR", item("Mug", 1, 1));
        tell("Bowl", 2, LONG_AGO);
        assertThat(title()).isEqualTo("Mug");

        // A clock over there that is ahead gains nothing by it.
        tell("Bowl", 3, Instant.now().plus(30, ChronoUnit.MINUTES));
        assertThat(title()).isEqualTo("Bowl");

        anna.cart("EUR", item("Vase", 1, 1));
        assertThat(title()).isEqualTo("Vase");
    }

    @Test
    void theSameAgainChangesNothing() {
        link("token");
        tell("Bowl", 2, LONG_AGO);
        JsonNode position = priya.inbox().get("position");

        tell("Bowl", 2, LONG_AGO);
        tell("Bowl", 2, LONG_AGO.plusSeconds(60));

        assertThat(priya.inbox().get("position")).isEqualTo(position);
    }

    @Test
    void whoIsErasedLeavesNoCart() {
        link("staff");
        tell("Bowl", 2, LONG_AGO);

        assertThat(shop.delete("/customers/c-1").status()).isEqualTo(204);

        assertThat(shop.get("/customers/c-1/cart").status()).isEqualTo(404);
        assertThat(shown().isNull()).isTrue();
        assertThat(priya.thread(anna.conversation()).get("conversation").has("cart")).isFalse();
    }

    @Test
    void aCartFromTheFutureIsRefused() {
        Answer answer = tell("Bowl", 2, Instant.now().plus(2, ChronoUnit.HOURS));

        assertThat(answer.outcome() + " " + answer.field()).isEqualTo("422 time_ahead changedAt");
    }

    private void link(String how) {
        DatabaseOwner.execute(
                "UPDATE customer SET shop_customer_id = 'c-1', linked_by = ? WHERE store_id = ?",
                how,
                store.id().value());
    }

    private Answer tell(String title, int quantity, Instant changed) {
        return shop.put(
                "/customers/c-1/cart",
                """
                {"currency": "EUR", "items": [{"title": "%s", "price": 4200, "quantity": %d}], "changedAt": "%s"}
                """
                        .formatted(title, quantity, changed));
    }

    private String title() {
        return shown().at("/items/0/title").asText();
    }

    private JsonNode shown() {
        return priya.ask("GET", "/conversations/" + anna.conversation() + "/cart", null)
                .body()
                .get("cart");
    }
}
