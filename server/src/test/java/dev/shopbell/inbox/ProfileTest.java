package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who writes. [StaffNotesTest] has what staff keep about them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProfileTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    private StaffedStore shop;

    @BeforeEach
    void aCustomerOfTheStoreHasBought() {
        shop = StaffedStore.open(given, server);
        integrations.customer(shop.store(), "c-1", "Anna Kowalska", "anna@example.com");
        integrations.order(shop.store(), "o-1", "#1002", "c-1", "Bowl");
        integrations.customer(shop.store(), "c-2", "Omar Haddad", "omar@example.com");
        integrations.order(shop.store(), "o-2", "#1003", "c-2", "Jug");
    }

    @Test
    void aTypedAddressShowsWhoItMayBeAndNothingElse() {
        JsonNode profile = profile("");

        assertThat(profile.at("/profile/writer/email").asText()).isEqualTo("anna@example.com");
        assertThat(profile.at("/profile/writer/emailVerified").asBoolean()).isFalse();
        assertThat(profile.at("/profile/link").isNull()).isTrue();
        assertThat(profile.at("/profile/possibleMatches/count").asInt()).isEqualTo(1);
        assertThat(profile.at("/profile/possibleMatches/some/0/id").asText()).isEqualTo("c-1");
        assertThat(profile.at("/profile/possibleMatches/some/0/lastOrderAt").asText())
                .isEqualTo("2026-11-01T09:00:00Z");
        assertThat(profile("/orders").get("orders")).isEmpty();
        assertThat(profile("/orders").get("count").asInt()).isZero();
        assertThat(profile("/threads").get("conversations")).isEmpty();
    }

    @Test
    void theMatchesWhoBoughtLastComeFirstAndAllAreCounted() {
        for (int n = 10; n < 17; n++) {
            integrations.customer(shop.store(), "c-" + n, "Anna " + n, "anna@example.com");
        }

        JsonNode matches = profile("").at("/profile/possibleMatches");

        assertThat(matches.get("count").asInt()).isEqualTo(8);
        assertThat(matches.get("some")).hasSize(5);
        assertThat(matches.at("/some/0/id").asText()).isEqualTo("c-1");
    }

    @Test
    void linkedByHandTheyAreTheStoresCustomerForStaff() {
        assertThat(link(shop.priya(), "c-1").status()).isEqualTo(200);

        JsonNode profile = profile("").get("profile");
        assertThat(profile.at("/link/by").asText()).isEqualTo("staff");
        assertThat(profile.at("/link/customer/name").asText()).isEqualTo("Anna Kowalska");
        assertThat(profile.at("/link/customer/marketing").asText()).isEqualTo("subscribed");
        assertThat(profile.at("/possibleMatches/count").asInt()).isZero();
        assertThat(profile("/orders").findValuesAsText("number")).containsExactly("#1002");
        assertThat(profile("/orders").at("/sums/0/total").asInt()).isEqualTo(4200);
        assertThat(shop.anna().thread().toString()).doesNotContain("c-1").doesNotContain("Bowl");
    }

    @Test
    void linkingAndTakingItBackIsAudited() {
        link(shop.priya(), "c-1");
        link(shop.priya(), "c-1");

        assertThat(ask(shop.tom(), "DELETE", "/link", null).body().at("/profile/link").isNull())
                .isTrue();
        ask(shop.tom(), "DELETE", "/link", null);

        JsonNode entries = shop.lena().ask("GET", "/audit", null).body().get("entries");
        assertThat(entries.findValuesAsText("action"))
                .containsExactly("customer_unlinked", "customer_linked");
        assertThat(entries.at("/1/actor/name").asText()).isEqualTo("Priya Nair");
        assertThat(entries.at("/1/subject/shopCustomer").asText()).isEqualTo("c-1");
    }

    @Test
    void onlyAPossibleMatchCanBeLinked() {
        assertRefused(link(shop.priya(), "c-2"), "422 not_a_possible_match");
        assertRefused(link(shop.priya(), "c-3"), "422 not_a_possible_match");
        assertRefused(link(shop.priya(), "c 3"), "422 external_id_invalid");
        assertThat(profile("").at("/profile/link").isNull()).isTrue();
    }

    @Test
    void whatTheStoreSignedIsNotForStaffToChange() {
        integrations.customer(shop.store(), "c-9", "Anna K", "anna@example.com");
        link(shop.conversation(), "c-1", "token");

        assertRefused(link(shop.priya(), "c-9"), "409 link_is_proven");
        assertRefused(ask(shop.priya(), "DELETE", "/link", null), "409 link_is_proven");
        assertThat(profile("").at("/profile/link/shopCustomer").asText()).isEqualTo("c-1");
    }

    @Test
    void theLinkedCustomerMayNotHaveBeenToldOfYet() {
        link(shop.conversation(), "c-77", "token");

        JsonNode profile = profile("").get("profile");
        assertThat(profile.at("/link/shopCustomer").asText()).isEqualTo("c-77");
        assertThat(profile.at("/link/customer").isNull()).isTrue();
        assertThat(profile("/orders").get("count").asInt()).isZero();
    }

    @Test
    void ordersComeNewestFirstPageByPageAndAreSummedUp() {
        ShopSystem system = new ShopSystem(integrations.key(shop.lena().member()));
        for (int day = 1; day <= 5; day++) {
            told(system, "n-" + day, "2026-11-0%dT12:00:00Z".formatted(day), "EUR", null);
        }
        told(system, "n-6", "2026-11-05T12:00:00Z", "JPY", null);
        told(system, "n-7", "2026-11-04T12:00:00Z", "EUR", "2026-11-05T09:00:00Z");
        link(shop.priya(), "c-1");

        JsonNode first = profile("/orders?limit=4");
        JsonNode second = profile("/orders?limit=4&after=" + first.get("next").asText());
        JsonNode last = profile("/orders?limit=4&after=" + second.get("next").asText());

        assertThat(first.get("orders").findValuesAsText("id"))
                .containsExactly("n-6", "n-5", "n-7", "n-4");
        assertThat(second.get("orders").findValuesAsText("id"))
                .containsExactly("n-3", "n-2", "n-1", "o-1");
        assertThat(last.get("orders")).isEmpty();
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(first.get("count").asInt()).isEqualTo(8);
        assertThat(first.get("sums").toString())
                .isEqualTo(
                        "[{\"currency\":\"EUR\",\"total\":5200},{\"currency\":\"JPY\",\"total\":200}]");
        assertRefused(
                ask(shop.priya(), "GET", "/orders?after=nonsense", null), "400 invalid_value");
    }

    /// Or no inbox could read the answer.
    @Test
    void whatSomebodyBoughtComesToNoMoreThanABrowserCanCount() {
        link(shop.priya(), "c-1");
        DatabaseOwner.execute(
                """
                INSERT INTO shop_order
                       (store_id, external_id, number, customer_id, placed_at, currency, total, payment_status,
                        fulfilment_status, lines, changed_at)
                SELECT ?, 'n-' || n, '#' || n, 'c-1', now(), 'EUR', 1000000000000, 'paid', 'fulfilled', '[]', now()
                  FROM generate_series(1, 9100) AS n
                """,
                shop.store().id().value());

        assertThat(profile("/orders").at("/sums/0/total").asLong())
                .isEqualTo(9_007_199_254_740_991L);
    }

    @Test
    void theirOtherThreadsAreShownAsFarAsOneMaySeeThem() {
        ShopperBrowser phone = new ShopperBrowser(server, shop.store(), given.secret());
        phone.write("It is me, from my phone");
        ShopperBrowser tablet = new ShopperBrowser(server, shop.store(), given.secret());
        tablet.write("And from my tablet");
        link(shop.conversation(), "c-1", "token");
        link(phone.conversation(), "c-1", "staff");
        link(tablet.conversation(), "c-1", "staff");
        deeds.assign(
                shop.store(),
                tablet.conversation(),
                shop.tom().member().staff(),
                shop.tom().member().staff());

        assertThat(profile("/threads").at("/conversations").findValuesAsText("id"))
                .contains(phone.conversation().toString())
                .doesNotContain(tablet.conversation().toString(), shop.conversation().toString());
        assertThat(
                        ask(shop.tom(), "GET", "/threads", null)
                                .body()
                                .get("conversations")
                                .findValuesAsText("id"))
                .contains(phone.conversation().toString(), tablet.conversation().toString());
    }

    @Test
    void anOrderThatIsToldOfIsHeardOfByWhoMaySeeTheConversation() {
        ShopSystem system = new ShopSystem(integrations.key(shop.lena().member()));
        link(shop.priya(), "c-1");
        LiveClient priyas = connected(shop.priya());

        told(system, "n-1", "2026-11-06T12:00:00Z", "EUR", null);

        assertThat(priyas.next("profile").get("conversation").asText())
                .isEqualTo(shop.conversation().toString());
        assertThat(profile("/orders").at("/orders/0/id").asText()).isEqualTo("n-1");
        priyas.close();
    }

    @Test
    void anImportIsHeardOfToo() {
        ShopSystem system = new ShopSystem(integrations.key(shop.lena().member()));
        link(shop.priya(), "c-1");
        LiveClient priyas = connected(shop.priya());

        system.lines(
                UUID.randomUUID(),
                1,
                "{\"type\": \"customer\", \"id\": \"c-1\", \"name\": \"Anna Nowak\", \"changedAt\": \"2026-11-20T09:00:00Z\"}\n");

        priyas.next("profile");
        assertThat(profile("").at("/profile/link/customer/name").asText()).isEqualTo("Anna Nowak");
        priyas.close();
    }

    @Test
    void whoseConversationIsHiddenIsNobody() {
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.tom().member().staff(),
                shop.tom().member().staff());

        for (String part : new String[] {"", "/orders", "/threads", "/notes"}) {
            assertRefused(ask(shop.priya(), "GET", part, null), "404 not_found");
        }
        assertRefused(link(shop.priya(), "c-1"), "404 not_found");
        assertThat(link(shop.tom(), "c-1").status()).isEqualTo(200);
    }

    private void told(
            ShopSystem system, String id, String at, String currency, @Nullable String cancelled) {
        String order =
                """
                {"number": "#%s", "customerId": "c-1", "placedAt": "%s", "currency": "%s", "total": 200,
                 "paymentStatus": "paid", "fulfilmentStatus": "fulfilled", "lines": [],
                 "cancelledAt": %s, "changedAt": "2026-11-10T09:00:00Z"}
                """
                        .formatted(
                                id,
                                at,
                                currency,
                                cancelled == null ? "null" : "\"" + cancelled + "\"");
        assertThat(system.put("/orders/" + id, order).status()).isEqualTo(200);
    }

    private void link(UUID conversation, String shopCustomer, String by) {
        DatabaseOwner.execute(
                """
                UPDATE customer SET shop_customer_id = ?, linked_by = ?
                 WHERE customer_id = (SELECT customer_id FROM conversation
                                       WHERE store_id = ? AND conversation_id = ?)
                """,
                shopCustomer,
                by,
                shop.store().id().value(),
                conversation);
    }

    private Answer link(StaffBrowser by, String shopCustomer) {
        return ask(by, "PUT", "/link", Map.of("shopCustomer", shopCustomer));
    }

    private JsonNode profile(String part) {
        Answer answer = ask(shop.priya(), "GET", part, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private Answer ask(StaffBrowser browser, String method, String part, @Nullable Object body) {
        return browser.ask(
                method, "/conversations/%s/profile%s".formatted(shop.conversation(), part), body);
    }

    private static LiveClient connected(StaffBrowser browser) {
        LiveClient socket = browser.connect(browser.inbox().get("position"));
        socket.next("changes");
        return socket;
    }
}
