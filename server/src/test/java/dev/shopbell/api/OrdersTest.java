package dev.shopbell.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store's own systems tell of what was bought.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OrdersTest {

    private static final String BOWL =
            "{\"productId\": \"p-7\", \"title\": \" Mixing  bowl\", \"quantity\": 2, \"price\": 4200}";

    @Inject Given given;
    @Inject GivenIntegration integrations;

    private Store store;
    private ShopSystem shop;

    @BeforeEach
    void haveAShop() {
        store = given.store();
        shop = new ShopSystem(integrations.key(given.owner(store).member()));
    }

    @Test
    void whatIsToldIsReadBackTidied() {
        JsonNode saved = tell("o-1", "paid", "unfulfilled", "2026-11-02T09:00:00Z", BOWL).json();

        JsonNode order = shop.get("/orders/o-1").json().get("order");
        assertThat(order).isEqualTo(saved.get("order"));
        assertThat(order.get("number").asText()).isEqualTo("#1002");
        assertThat(order.get("email").asText()).isEqualTo("anna@example.com");
        assertThat(order.get("total").asLong()).isEqualTo(1_000_000_000_000L);
        assertThat(order.at("/lines/0/title").asText()).isEqualTo("Mixing bowl");
        assertThat(order.at("/lines/0/price").asLong()).isEqualTo(4200);
        assertThat(order.at("/lines/0/variant").isNull()).isTrue();
    }

    @Test
    void anOrderGoesOnWhicheverNewsComesLast() {
        tell("o-1", "paid", "fulfilled", "2026-11-03T09:00:00Z", BOWL);

        JsonNode late =
                tell("o-1", "pending", "unfulfilled", "2026-11-02T09:00:00Z", BOWL)
                        .json()
                        .get("order");
        assertThat(late.get("fulfilmentStatus").asText()).isEqualTo("fulfilled");

        JsonNode news =
                tell("o-1", "refunded", "returned", "2026-11-04T09:00:00Z").json().get("order");
        assertThat(news.get("paymentStatus").asText()).isEqualTo("refunded");
        assertThat(news.get("lines")).isEmpty();
    }

    @Test
    void theOrdersOfACustomerAreReadPageByPage() {
        for (int n = 0; n < 5; n++) {
            integrations.order(store, "o-" + n, "#" + n, n % 2 == 0 ? "c-1" : "c-2", "Bowl");
        }

        JsonNode first = shop.get("/orders?customer=c-1&limit=2").json();
        JsonNode rest = shop.get("/orders?customer=c-1&limit=2&after=o-2").json();

        assertThat(ids(first)).containsExactly("o-0", "o-2");
        assertThat(first.get("next").asText()).isEqualTo("o-2");
        assertThat(ids(rest)).containsExactly("o-4");
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(ids(shop.get("/orders").json())).hasSize(5);
    }

    @Test
    void whoIsErasedLeavesNoOrder() {
        integrations.customer(store, "c-1", "Anna", "anna@example.com");
        integrations.order(store, "o-1", "#1", "c-1", "Bowl");
        integrations.order(store, "o-2", "#2", "c-2", "Bowl");

        assertThat(shop.delete("/customers/c-1").status()).isEqualTo(204);
        assertThat(remaining()).containsExactly("o-2");
        assertThat(shop.delete("/orders/o-2").status()).isEqualTo(204);
        assertThat(shop.delete("/orders/o-2").status()).isEqualTo(204);
        assertThat(remaining()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        String line = BOWL + ", {\"title\": \"%s\", \"quantity\": %s, \"price\": %s}";
        assertThat(refused(line.formatted(" ", 1, 1))).isEqualTo("422 value_empty lines.1.title");
        assertThat(refused(line.formatted("a".repeat(301), 1, 1)))
                .isEqualTo("422 value_too_long lines.1.title");
        assertThat(refused(line.formatted("a", 0, 1)))
                .isEqualTo("422 number_out_of_range lines.1.quantity");
        assertThat(refused(line.formatted("a", 1, -1)))
                .isEqualTo("422 number_out_of_range lines.1.price");
        assertThat(refused(line.formatted("a", 1, "null")))
                .isEqualTo("400 invalid_value lines.1.price");
        assertThat(refused("null")).isEqualTo("400 invalid_value lines.0");
        assertThat(refused(String.join(",", Collections.nCopies(201, BOWL))))
                .isEqualTo("422 too_many_entries lines");
        assertThat(tell("o-1", "payed", "fulfilled", "2026-11-04T09:00:00Z").field())
                .isEqualTo("paymentStatus");
        assertThat(tell("o-1", "paid", "sent", "2026-11-04T09:00:00Z").field())
                .isEqualTo("fulfilmentStatus");
        assertThat(remaining()).isEmpty();
    }

    @Test
    void twoHundredLinesFit() {
        String line =
                "{\"title\": \"%s\", \"quantity\": 1, \"price\": 1}".formatted("b".repeat(300));

        Answer answer =
                tell(
                        "o-1",
                        "paid",
                        "fulfilled",
                        "2026-11-04T09:00:00Z",
                        Collections.nCopies(200, line).toArray(String[]::new));

        assertThat(answer.json().at("/order/lines")).hasSize(200);
    }

    private List<String> remaining() {
        return DatabaseOwner.ask(
                "SELECT external_id FROM shop_order WHERE store_id = ? ORDER BY 1",
                store.id().value());
    }

    private static List<String> ids(JsonNode page) {
        return page.get("orders").valueStream().map(order -> order.get("id").asText()).toList();
    }

    private String refused(String lines) {
        Answer answer = tell("o-1", "paid", "fulfilled", "2026-11-04T09:00:00Z", lines);
        return answer.outcome() + " " + answer.field();
    }

    private Answer tell(
            String id, String payment, String fulfilment, String changed, String... lines) {
        return shop.put(
                "/orders/" + id,
                """
                {"number": "#1002", "customerId": "c-1", "email": "Anna@example.com", "placedAt": "2026-11-01T09:00:00Z",
                 "currency": "EUR", "total": 1000000000000, "paymentStatus": "%s", "fulfilmentStatus": "%s",
                 "lines": [%s], "changedAt": "%s"}
                """
                        .formatted(payment, fulfilment, String.join(", ", lines), changed));
    }
}
