package dev.shopbell.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
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

/// What a store's own systems tell of what it sells.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProductsTest {

    private static final String ASH = "{\"id\": \"v-1\", \"title\": \"Ash\", \"price\": 4200}";

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
        JsonNode saved = tell("\"title\": \" Bowl \", \"variants\": [%s]".formatted(ASH)).json();

        JsonNode bowl = shop.get("/products/p-7").json().get("product");
        assertThat(bowl).isEqualTo(saved.get("product"));
        assertThat(bowl.get("title").asText()).isEqualTo("Bowl");
        assertThat(bowl.get("price").asLong()).isEqualTo(4200);
        assertThat(bowl.get("available").asBoolean()).isTrue();
        assertThat(bowl.at("/variants/0/available").asBoolean()).isTrue();
        assertThat(bowl.get("url").isNull()).isTrue();
    }

    @Test
    void whatComesLateDoesNotUndoWhatChangedSince() {
        tell("\"title\": \"Bowl\"");

        JsonNode kept =
                shop.put(
                                "/products/p-7",
                                """
                                {"title": "Old bowl", "price": 1, "currency": "EUR",
                                 "changedAt": "2026-11-01T09:00:00Z"}
                                """)
                        .json();

        assertThat(kept.at("/product/title").asText()).isEqualTo("Bowl");
    }

    @Test
    void allAreReadPageByPageAndOneIsRemoved() {
        for (String id : List.of("a", "B", "c", "10", "9")) {
            integrations.product(store, id, "Bowl " + id);
        }
        assertThat(shop.delete("/products/c").status()).isEqualTo(204);
        assertThat(shop.delete("/products/c").status()).isEqualTo(204);

        JsonNode first = shop.get("/products?limit=3").json();
        JsonNode rest = shop.get("/products?limit=3&after=" + first.get("next").asText()).json();

        assertThat(ids(first)).containsExactly("10", "9", "B");
        assertThat(ids(rest)).containsExactly("a");
        assertThat(shop.get("/products/c").outcome()).isEqualTo("404 not_found");
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        assertThat(refused("\"title\": \"\"")).isEqualTo("422 value_empty title");
        assertThat(refused("\"title\": \"%s\"".formatted("a".repeat(301))))
                .isEqualTo("422 value_too_long title");
        for (String link :
                List.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "//shop.example/x",
                        "shop.example",
                        "https://",
                        "https://a b",
                        "https://user:secret@shop.example/",
                        "https://shop.example/" + "a".repeat(2_000))) {
            assertThat(refused("\"title\": \"Bowl\", \"url\": \"%s\"".formatted(link)))
                    .as(link)
                    .matches("422 (link_invalid|value_too_long) url");
        }
        assertThat(refused("\"title\": \"Bowl\", \"variants\": [{\"id\": \"/\"}]"))
                .isEqualTo("422 external_id_invalid variants.0.id");
        String many = String.join(",", Collections.nCopies(101, ASH));
        assertThat(refused("\"title\": \"Bowl\", \"variants\": [%s]".formatted(many)))
                .isEqualTo("422 too_many_entries variants");
        assertThat(priced("1000000000001", "EUR").outcome()).isEqualTo("422 number_out_of_range");
        assertThat(priced("-1", "EUR").json().get("limit").asLong()).isEqualTo(1_000_000_000_000L);
        assertThat(priced("19.99", "EUR").outcome()).isEqualTo("400 wrong_type");
        assertThat(priced("1", "eur").outcome()).isEqualTo("422 currency_unknown");
        assertThat(shop.get("/products").json().get("products")).isEmpty();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("products").valueStream().map(each -> each.get("id").asText()).toList();
    }

    private String refused(String part) {
        Answer answer = tell(part);
        return answer.outcome() + " " + answer.field();
    }

    private Answer tell(String part) {
        return shop.put(
                "/products/p-7",
                """
                {%s, "price": 4200, "currency": "EUR", "changedAt": "2026-11-02T09:00:00Z"}
                """
                        .formatted(part));
    }

    private Answer priced(String price, String currency) {
        return shop.put(
                "/products/p-7",
                """
                {"title": "Bowl", "price": %s, "currency": "%s", "changedAt": "2026-11-02T09:00:00Z"}
                """
                        .formatted(price, currency));
    }
}
