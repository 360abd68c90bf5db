package dev.shopbell.browsing;

import static dev.shopbell.testkit.ShopperBrowser.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.CartsDue;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was before the eyes of whoever wrote a message.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WrittenAtTest {

    private static final String SHOP = "http://shop.localhost:8081";

    @Inject Given given;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAShop() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
    }

    @Test
    void eachMessageRemembersItsPageAndItsCart() {
        write(page("/bowls?token=secret#reviews", " Ash  bowl "), cart(item("Bowl", 4200, 1)));
        anna.cart("EUR", item("Bowl", 4200, 4));
        write(page("/checkout", null));
        anna.cart("EUR");
        write(Map.of());

        JsonNode first = context(1);
        assertThat(first.at("/page/url").asText()).isEqualTo(SHOP + "/bowls");
        assertThat(first.at("/page/title").asText()).isEqualTo("Ash bowl");
        assertThat(first.at("/cart/quantity").asLong()).isEqualTo(1);
        JsonNode second = context(2);
        assertThat(second.at("/page/url").asText()).isEqualTo(SHOP + "/checkout");
        assertThat(second.at("/page/title").isNull()).isTrue();
        assertThat(second.at("/cart/quantity").asLong()).isEqualTo(4);
        assertThat(context(3).toString()).isEqualTo("{\"page\":null,\"cart\":null}");
    }

    @Test
    void theCartThatCameWithTheFirstMessageIsNoNews() {
        write(page("/", null), cart(item("Bowl", 4200, 1)));

        assertThat(CartsDue.isDue(anna.conversation())).isFalse();
        anna.cart("EUR", item("Bowl", 4200, 2));
        CartsDue.tell(anna.conversation());
        assertThat(
                        priya.thread(anna.conversation())
                                .at("/messages/1/event/changes/0/before")
                                .asLong())
                .isEqualTo(1);
    }

    @Test
    void aCartCountsWithTheFirstMessageOnly() {
        write(Map.of());
        write(cart(item("Bowl", 4200, 1)));

        assertThat(context(2).get("cart").isNull()).isTrue();
    }

    @Test
    void repeatingAMessageChangesNothingOfIt() {
        UUID message = UUID.randomUUID();
        Map<String, Object> body = Map.of("page", Map.of("url", SHOP + "/bowls"));
        assertThat(anna.writeWith(message, body).status()).isEqualTo(200);
        anna.cart("EUR", item("Bowl", 4200, 4));

        assertThat(anna.writeWith(message, body).status()).isEqualTo(200);

        assertThat(context(1).get("cart").isNull()).isTrue();
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void theSameCartIsKeptOnce() {
        write(cart(item("Bowl", 4200, 1)));
        write(Map.of());
        write(Map.of());

        assertThat(snapshots()).hasSize(1);
        assertThat(context(3).at("/cart/quantity").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "http://shop.localhost:8081@elsewhere.example/",
                "http://me@shop.localhost:8081/",
                "file:///etc/passwd",
                "bowls",
                ""
            })
    void whatIsNoPageOfTheShopIsLeftOut(String url) {
        write(Map.of("page", Map.of("url", url, "title", "Free bowls")));

        assertThat(context(1).get("page").isNull()).isTrue();
    }

    @Test
    void aCartThatIsWrongKeepsNobodyFromWriting() {
        write(cart(item("Bowl", -1, 1)));

        assertThat(context(1).get("cart").isNull()).isTrue();
    }

    @Test
    void nothingIsKeptOfAMessageThatIsRefused() {
        write(Map.of());
        assertThat(priya.block(anna.conversation()).status()).isEqualTo(200);

        Answer refused =
                anna.writeWith(UUID.randomUUID(), Map.of("page", Map.of("url", SHOP + "/bowls")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT '1' FROM message_context WHERE store_id = ?",
                                store.id().value()))
                .isEmpty();
    }

    @Test
    void whatStaffSaidHasNone() {
        write(Map.of());
        priya.answer(anna.conversation(), "Good day");

        assertThat(ask(2).status()).isEqualTo(404);
        assertThat(ask(99).status()).isEqualTo(404);
    }

    private List<String> snapshots() {
        return DatabaseOwner.ask(
                "SELECT '1' FROM cart_snapshot WHERE store_id = ?", store.id().value());
    }

    private void write(Map<String, Object> page, Map<String, Object> cart) {
        Map<String, Object> both = new HashMap<>(page);
        both.putAll(cart);
        write(both);
    }

    private void write(Map<String, Object> told) {
        Answer answer = anna.writeWith(UUID.randomUUID(), told);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static Map<String, Object> page(String path, @Nullable String title) {
        return Map.of(
                "page",
                title == null
                        ? Map.of("url", SHOP + path)
                        : Map.of("url", SHOP + path, "title", title));
    }

    private static Map<String, Object> cart(Map<String, Object> item) {
        return Map.of("cart", Map.of("currency", "EUR", "items", List.of(item)));
    }

    private JsonNode context(long seq) {
        Answer answer = ask(seq);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Answer ask(long seq) {
        return priya.ask(
                "GET",
                "/conversations/%s/messages/%d/context".formatted(anna.conversation(), seq),
                null);
    }
}
