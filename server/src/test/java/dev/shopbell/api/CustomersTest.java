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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store's own systems tell of its customers.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CustomersTest {

    private static final String ANNA =
            """
            {"name": " Anna  Kowalska ", "email": "Anna@Example.com", "phone": "+48 123", "marketing": "subscribed",
             "address": {"line1": "Bell Street 1", "line2": "", "city": "Gdynia", "postalCode": "81-001", "country": "pl"},
             "language": "pl_PL", "registeredAt": "2024-01-02T03:04:05+01:00", "changedAt": "2026-11-02T09:00:00Z"}
            """;

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
        JsonNode saved = shop.put("/customers/c-1", ANNA).json();

        JsonNode read = shop.get("/customers/c-1").json();
        assertThat(read).isEqualTo(saved);
        JsonNode anna = read.get("customer");
        assertThat(anna.get("id").asText()).isEqualTo("c-1");
        assertThat(anna.get("name").asText()).isEqualTo("Anna Kowalska");
        assertThat(anna.get("email").asText()).isEqualTo("anna@example.com");
        assertThat(anna.get("marketing").asText()).isEqualTo("subscribed");
        assertThat(anna.at("/address/country").asText()).isEqualTo("PL");
        assertThat(anna.at("/address/line2").isNull()).isTrue();
        assertThat(anna.get("language").asText()).isEqualTo("pl-PL");
        assertThat(anna.get("registeredAt").asText()).isEqualTo("2024-01-02T02:04:05Z");
    }

    @Test
    void tellingAgainReplacesTheWhole() {
        shop.put("/customers/c-1", ANNA);

        JsonNode now =
                shop.put("/customers/c-1", "{\"changedAt\": \"2026-11-03T09:00:00Z\"}")
                        .json()
                        .get("customer");

        assertThat(now.get("name").isNull()).isTrue();
        assertThat(now.get("address").isNull()).isTrue();
        assertThat(now.get("marketing").asText()).isEqualTo("unknown");
    }

    @Test
    void whatComesLateDoesNotUndoWhatChangedSince() {
        shop.put("/customers/c-1", ANNA);

        JsonNode kept =
                shop.put(
                                "/customers/c-1",
                                "{\"name\": \"Anne\", \"changedAt\": \"2026-11-01T09:00:00Z\"}")
                        .json()
                        .get("customer");

        assertThat(kept.get("name").asText()).isEqualTo("Anna Kowalska");
        assertThat(kept.get("changedAt").asText()).isEqualTo("2026-11-02T09:00:00Z");
    }

    @Test
    void pagesFollowEachOtherWithoutAHoleByWhoeverReadsThem() {
        IntStream.range(0, 7)
                .forEach(n -> integrations.customer(store, "c-" + n, "Anna", n % 2 + "@a.example"));
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = shop.get("/customers?limit=3" + after).json();
            page.get("customers").forEach(customer -> read.add(customer.get("id").asText()));
            after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
        } while (!after.isEmpty());

        assertThat(read).containsExactly("c-0", "c-1", "c-2", "c-3", "c-4", "c-5", "c-6");
        assertThat(shop.get("/customers?email=1%40A.example").json().get("customers"))
                .extracting(customer -> customer.get("id").asText())
                .containsExactly("c-1", "c-3", "c-5");
        assertThat(shop.get("/customers?email=").outcome()).isEqualTo("422 email_invalid");
        assertThat(shop.get("/customers?email=%20").outcome()).isEqualTo("422 email_invalid");
        assertThat(shop.get("/customers?limit=101").outcome()).isEqualTo("400 invalid_value");
        assertThat(shop.get("/customers?after=%00").outcome()).isEqualTo("422 external_id_invalid");
    }

    @Test
    void whoIsErasedIsGone() {
        shop.put("/customers/c-1", ANNA);
        shop.put("/customers/c-2", ANNA);

        assertThat(shop.delete("/customers/c-1").status()).isEqualTo(204);
        assertThat(shop.delete("/customers/c-1").status()).isEqualTo(204);

        assertThat(shop.get("/customers/c-1").outcome()).isEqualTo("404 not_found");
        assertThat(shop.get("/customers/c-2").status()).isEqualTo(200);
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT external_id FROM shop_customer WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("c-2");
    }

    @Test
    void whatTheErasedBoughtGoesButNothingOfWhoOnlyTypedTheirAddress() {
        shop.put("/customers/c-1", ANNA);
        order("o-1", "\"customerId\": \"c-1\"");
        order("o-2", "\"email\": \"anna@example.com\"");
        order("o-3", "\"customerId\": \"c-2\", \"email\": \"anna@example.com\"");

        shop.delete("/customers/c-1");

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT external_id FROM shop_order WHERE store_id = ? ORDER BY 1",
                                store.id().value()))
                .containsExactly("o-2", "o-3");
    }

    private void order(String id, String whose) {
        String order =
                """
                {%s, "number": "#1", "placedAt": "2026-11-01T09:00:00Z", "currency": "EUR", "total": 1,
                 "paymentStatus": "paid", "fulfilmentStatus": "fulfilled", "lines": [],
                 "changedAt": "2026-11-01T09:00:00Z"}
                """
                        .formatted(whose);
        assertThat(shop.put("/orders/" + id, order).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsNamedWithItsLimit() {
        Answer answer = tell("\"name\": \"%s\"".formatted("a".repeat(201)));
        assertThat(answer.outcome()).isEqualTo("422 value_too_long");
        assertThat(answer.field()).isEqualTo("name");
        assertThat(answer.json().get("limit").asInt()).isEqualTo(200);

        assertThat(refused("\"name\": \"a\\u0000\"")).isEqualTo("422 value_invalid name");
        assertThat(refused("\"name\": \"\\ud83d\"")).isEqualTo("422 value_invalid name");
        assertThat(refused("\"email\": \"anna@\"")).isEqualTo("422 email_invalid email");
        assertThat(refused("\"marketing\": \"SUBSCRIBED\""))
                .isEqualTo("422 word_unknown marketing");
        assertThat(refused("\"language\": \"klingon language\""))
                .isEqualTo("422 language_invalid language");
        assertThat(refused("\"address\": {\"country\": \"XX\"}"))
                .isEqualTo("422 country_unknown address.country");
        assertThat(refused("\"address\": {\"line1\": \"%s\"}".formatted("a".repeat(201))))
                .isEqualTo("422 value_too_long address.line1");
        for (String time : List.of("yesterday", "2026-11-01", "1800-01-01T00:00:00Z")) {
            assertThat(refused("\"registeredAt\": \"%s\"".formatted(time)))
                    .isEqualTo("422 time_invalid registeredAt");
        }
        Answer ahead = shop.put("/customers/c-1", "{\"changedAt\": \"2100-01-01T00:00:00Z\"}");
        assertThat(ahead.outcome()).isEqualTo("422 time_ahead");
    }

    @Test
    void anIdMayStandInAnAddress() {
        for (String id : List.of("-1", "a%20b", "%C3%A9", "a".repeat(101), "a%2Fb", "%00")) {
            assertThat(shop.put("/customers/" + id, ANNA).status()).as(id).isIn(404, 422);
        }
        for (String id : List.of("1", "gid:Customer:42", "a.b_c-D", "a".repeat(100))) {
            assertThat(shop.put("/customers/" + id, ANNA).status()).as(id).isEqualTo(200);
        }
    }

    private String refused(String part) {
        Answer answer = tell(part);
        return answer.outcome() + " " + answer.field();
    }

    private Answer tell(String part) {
        return shop.put(
                "/customers/c-1", "{%s, \"changedAt\": \"2026-11-02T09:00:00Z\"}".formatted(part));
    }
}
