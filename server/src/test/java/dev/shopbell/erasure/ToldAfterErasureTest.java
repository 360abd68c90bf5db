package dev.shopbell.erasure;

import static dev.shopbell.erasure.ErasingShop.EARLIER;
import static dev.shopbell.erasure.ErasingShop.cart;
import static dev.shopbell.erasure.ErasingShop.customer;
import static dev.shopbell.erasure.ErasingShop.line;
import static dev.shopbell.erasure.ErasingShop.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store's systems tell of somebody after they were erased: what is old does not bring them
/// back, what is new is of somebody new.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ToldAfterErasureTest {

    @Inject Given given;
    @Inject GivenIdentity identities;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    private ErasingShop erasing;
    private Store store;
    private ShopSystem shop;

    @BeforeEach
    void annaIsACustomerWhoSignedIn() {
        erasing = ErasingShop.open(given, identities, integrations);
        store = erasing.store();
        shop = erasing.system();
        integrations.customer(store, "c-anna", "Anna Kowalska", "anna@shop.example");
        erasing.signIn(given.secret(), "c-anna");
    }

    @Test
    void whatIsToldLateDoesNotBringThemBack() {
        shop.delete("/customers/c-anna");

        assertThat(shop.put("/customers/c-anna", customer(EARLIER)).outcome())
                .isEqualTo("409 erased_since");
        assertThat(shop.put("/orders/o-1", order("\"customerId\": \"c-anna\"", EARLIER)).outcome())
                .isEqualTo("409 erased_since");
        assertThat(shop.put("/customers/c-anna/cart", cart(EARLIER)).outcome())
                .isEqualTo("409 erased_since");
        JsonNode report =
                shop.lines(
                                UUID.randomUUID(),
                                1,
                                line("customer", "c-ben", customer(EARLIER))
                                        + line("customer", "c-anna", customer(EARLIER))
                                        + line(
                                                "order",
                                                "o-1",
                                                order("\"customerId\": \"c-anna\"", EARLIER)))
                        .json()
                        .get("dataImport");
        assertThat(report.get("customers").asInt()).isEqualTo(1);
        assertThat(report.get("wrong").asInt()).isEqualTo(2);
        assertThat(report.at("/mistakes/0/line").asInt()).isEqualTo(2);
        assertThat(report.at("/mistakes/0/code").asText()).isEqualTo("erased_since");
        assertThat(report.at("/mistakes/1/line").asInt()).isEqualTo(3);
        assertThat(erasing.tablesThatSay("c-anna")).isEmpty();
    }

    @Test
    void whatChangedAfterwardsIsOfSomebodyNew() {
        shop.delete("/customers/c-anna");
        String later = Instant.now().plusSeconds(60).toString();

        assertThat(shop.put("/customers/c-anna", customer(later)).status()).isEqualTo(200);
        assertThat(shop.put("/orders/o-1", order("\"customerId\": \"c-anna\"", later)).status())
                .isEqualTo(200);
        VisitorSecret tablet = given.secret();
        erasing.signIn(tablet, "c-anna");
        ShopperBrowser again = new ShopperBrowser(server, store, tablet);
        again.write("Hello again");
        assertThat(again.thread().get("messages")).hasSize(1);
    }

    @Test
    void ordersWithoutAnAccountGoOnlyWhereTheAddressIsTheirs() {
        integrations.customer(store, "c-ben", "Ben", "ben@shop.example");
        shop.put("/orders/o-1", order("\"email\": \"c-anna@example.com\"", EARLIER));
        shop.put("/orders/o-2", order("\"email\": \"ben@shop.example\"", EARLIER));
        shop.put("/orders/o-3", order("\"customerId\": \"c-ben\"", EARLIER));

        shop.delete("/customers/c-anna");
        shop.delete("/customers/c-ben");

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT external_id FROM shop_order WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("o-2");
        assertThat(
                        shop.put("/orders/o-1", order("\"email\": \"c-anna@example.com\"", EARLIER))
                                .outcome())
                .isEqualTo("409 erased_since");
    }
}
