package dev.shopbell.browsing;

import static dev.shopbell.testkit.ShopperBrowser.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a page of the shop tells of its visitor's cart, and what staff see of it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CartsTest {

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
    void staffSeeWhatIsInTheCart() {
        anna.write("Hello");
        assertThat(cart().isNull()).isTrue();
        assertThat(summary().has("cart")).isFalse();

        Answer told =
                anna.cart(
                        "EUR",
                        Map.of(
                                "productId", "p-1",
                                "title", " Ash  bowl",
                                "variant", "small",
                                "url", "https://shop.example/bowl",
                                "imageUrl", "https://shop.example/bowl.png",
                                "price", 2400,
                                "quantity", 4),
                        item("Vase", 1, 1));

        assertThat(told.status()).isEqualTo(204);
        JsonNode cart = cart();
        assertThat(cart.get("subtotal").asLong()).isEqualTo(9601);
        assertThat(cart.get("quantity").asLong()).isEqualTo(5);
        assertThat(cart.at("/items/0/title").asText()).isEqualTo("Ash bowl");
        assertThat(cart.at("/items/0/variant").asText()).isEqualTo("small");
        assertThat(cart.at("/items/0/imageUrl").asText())
                .isEqualTo("https://shop.example/bowl.png");
        assertThat(cart.at("/items/1/variant").isNull()).isTrue();
        assertThat(summary().get("cart"))
                .isEqualTo(((ObjectNode) cart.deepCopy()).without("items"));
    }

    /// Each within its bounds, and together more than anybody's inbox could read.
    @Test
    void aCartComesToNoMoreThanAnAmountMay() {
        anna.write("Hello");

        Answer most = anna.cart("EUR", item("Bowl", 1_000_000_000_000L, 1));
        Answer more = anna.cart("EUR", item("Bowl", 1_000_000_000L, 1_001));
        Answer far = anna.cart("EUR", item("Bowl", 1_000_000_000_000L, 9_999));

        assertThat(most.status()).isEqualTo(204);
        for (Answer refused : List.of(more, far)) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().get("code").asText()).isEqualTo("number_out_of_range");
            assertThat(refused.body().get("field").asText()).isEqualTo("items");
        }
        assertThat(cart().get("subtotal").asLong()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void theSameCartAgainChangesNothing() {
        anna.write("Hello");
        anna.cart("EUR", item("Bowl", 4200, 2));
        List<String> before = everything();
        JsonNode position = priya.inbox().get("position");

        assertThat(anna.cart("EUR", item("Bowl", 4200, 2)).status()).isEqualTo(204);

        assertThat(everything()).isEqualTo(before);
        assertThat(priya.inbox().get("position")).isEqualTo(position);
    }

    @Test
    void anEmptyCartIsNoNewsWhereThereWasNone() {
        anna.write("Hello");
        JsonNode position = priya.inbox().get("position");

        assertThat(anna.cart("EUR").status()).isEqualTo(204);

        assertThat(priya.inbox().get("position")).isEqualTo(position);
        assertThat(summary().has("cart")).isFalse();
    }

    @Test
    void anEmptiedCartIsShownEmpty() {
        anna.write("Hello");
        anna.cart("EUR", item("Bowl", 4200, 2));

        anna.cart("EUR");

        assertThat(cart().get("items")).isEmpty();
        assertThat(summary().has("cart")).isFalse();
    }

    @Test
    void nothingIsKeptOfWhoNeverWrote() {
        Map<String, Long> before = DatabaseOwner.rowCounts();

        Answer told = anna.cart("EUR", item("Bowl", 4200, 2));

        assertThat(told.status()).isEqualTo(404);
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        anna.write("Hello");

        assertThat(refused("EUR", item(" ", 1, 1))).isEqualTo("422 value_empty items.0.title");
        assertThat(refused("EUR", item("a".repeat(301), 1, 1)))
                .isEqualTo("422 value_too_long items.0.title");
        assertThat(refused("EUR", item("a", -1, 1)))
                .isEqualTo("422 number_out_of_range items.0.price");
        assertThat(refused("EUR", item("a", 1, 0)))
                .isEqualTo("422 number_out_of_range items.0.quantity");
        assertThat(refused("EUR", item("a", 1, 10_000)))
                .isEqualTo("422 number_out_of_range items.0.quantity");
        assertThat(refused("eur", item("a", 1, 1))).isEqualTo("422 currency_unknown currency");
        assertThat(
                        refused(
                                "EUR",
                                Map.of(
                                        "title",
                                        "a",
                                        "imageUrl",
                                        "javascript:alert(1)",
                                        "price",
                                        1,
                                        "quantity",
                                        1)))
                .isEqualTo("422 link_invalid items.0.imageUrl");
        assertThat(
                        refused(
                                "EUR",
                                Map.of(
                                        "title",
                                        "a",
                                        "url",
                                        "https://me@shop.example/",
                                        "price",
                                        1,
                                        "quantity",
                                        1)))
                .isEqualTo("422 link_invalid items.0.url");
        assertThat(refused("EUR", Collections.nCopies(51, item("a", 1, 1)).toArray()))
                .isEqualTo("422 too_many_entries items");
        assertThat(cart().isNull()).isTrue();
    }

    @Test
    void fiftyItemsFit() {
        anna.write("Hello");
        String address = "https://shop.example/" + "b".repeat(1_900);
        Map<String, Object> long_ =
                Map.of(
                        "title",
                        "b".repeat(300),
                        "variant",
                        "v".repeat(200),
                        "url",
                        address,
                        "imageUrl",
                        address,
                        "price",
                        2_000_000L,
                        "quantity",
                        9_999);

        assertThat(anna.cart("EUR", Collections.nCopies(50, long_).toArray()).status())
                .isEqualTo(204);
        assertThat(cart().get("items")).hasSize(50);
        assertThat(cart().get("subtotal").asLong()).isEqualTo(50 * 9_999 * 2_000_000L);
    }

    @Test
    void anotherShopperSeesAndChangesNothingOfIt() {
        anna.write("Hello");
        ShopperBrowser ben = new ShopperBrowser(server, store, given.secret());
        ben.write("Hello");

        ben.cart("EUR", item("Secret bowl", 4200, 2));

        assertThat(cart().isNull()).isTrue();
        assertThat(anna.thread().toString()).doesNotContain("cart").doesNotContain("Secret");
    }

    private String refused(String currency, Object... items) {
        Answer answer = anna.cart(currency, items);
        return answer.status()
                + " "
                + answer.body().get("code").asText()
                + " "
                + answer.body().get("field").asText();
    }

    private JsonNode cart() {
        Answer answer = priya.ask("GET", "/conversations/" + anna.conversation() + "/cart", null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("cart");
    }

    private JsonNode summary() {
        return priya.thread(anna.conversation()).get("conversation");
    }

    private List<String> everything() {
        return DatabaseOwner.ask(
                """
                SELECT c::text || c.xmin::text FROM cart c WHERE store_id = ?
                 UNION ALL
                SELECT j::text FROM job j WHERE task_name = 'browsing.cart' AND task_instance LIKE ?
                """,
                store.id().value(),
                "%/" + anna.conversation());
    }
}
