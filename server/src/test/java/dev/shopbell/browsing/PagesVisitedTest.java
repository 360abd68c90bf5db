package dev.shopbell.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which pages those open who have written, in a store that wants to know.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PagesVisitedTest {

    private static final String SHOP = "http://shop.localhost:8081";
    private static final String SETTING = "/settings/pages-visited";

    @Inject Given given;
    @Inject GivenIdentity identities;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser olga;
    private StaffBrowser priya;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAShopThatWantsToKnow() {
        store = given.store();
        olga = new StaffBrowser(server, given.owner(store));
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        wantToKnow(true);
    }

    @Test
    void isOffUnlessSomebodyWantsIt() {
        Store another = given.store();
        StaffBrowser owner = new StaffBrowser(server, given.owner(another));
        ShopperBrowser ben = new ShopperBrowser(server, another, given.secret());
        ben.write("Hello");
        Map<String, Long> before = DatabaseOwner.rowCounts();

        assertThat(ben.opens(SHOP + "/bowls", "Bowls").status()).isEqualTo(204);

        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
        assertThat(owner.ask("GET", SETTING, null).body().get("pagesVisited").asBoolean())
                .isFalse();
        assertThat(pages(owner, ben.conversation()).get("pages").isNull()).isTrue();
    }

    @Test
    void staffSeeThemNewestFirstWithoutWhatStandsBehindTheAddress() {
        anna.write("Hello");
        assertThat(pages(priya, anna.conversation()).get("pages")).isEmpty();

        anna.opens(SHOP + "/bowls?token=secret#reviews", " Ash  bowls ");
        assertThat(anna.opens(SHOP, null).status()).isEqualTo(204);

        JsonNode pages = pages(priya, anna.conversation()).get("pages");
        assertThat(urls(anna)).containsExactly(SHOP + "/", SHOP + "/bowls");
        assertThat(pages.at("/0/title").isNull()).isTrue();
        assertThat(pages.at("/1/title").asText()).isEqualTo("Ash bowls");
        assertThat(pages.at("/1/at").asText()).matches("\\d{4}-.*Z");
    }

    @Test
    void thePageOneIsOnAlreadyIsNoOtherVisit() {
        anna.write("Hello");
        anna.opens(SHOP + "/bowls", "Loading");
        JsonNode first = pages(priya, anna.conversation()).at("/pages/0");

        anna.opens(SHOP + "/bowls?size=2", "Ash bowls");
        anna.opens(SHOP + "/bowls", "Ash bowls");
        JsonNode pages = pages(priya, anna.conversation()).get("pages");

        assertThat(pages).hasSize(1);
        assertThat(pages.at("/0/title").asText()).isEqualTo("Ash bowls");
        assertThat(pages.at("/0/at")).isEqualTo(first.get("at"));
        anna.opens(SHOP + "/", "Home");
        anna.opens(SHOP + "/bowls", "Ash bowls");
        assertThat(urls(anna)).containsExactly(SHOP + "/bowls", SHOP + "/", SHOP + "/bowls");
    }

    @Test
    void onlyTheNewestAreKept() {
        anna.write("Hello");
        for (int page = 1; page <= PagesVisited.MOST + 2; page++) {
            assertThat(anna.opens(SHOP + "/" + page, null).status()).isEqualTo(204);
        }

        assertThat(urls(anna))
                .hasSize(PagesVisited.MOST)
                .startsWith(SHOP + "/" + (PagesVisited.MOST + 2))
                .endsWith(SHOP + "/3");
    }

    @Test
    void nothingIsKeptOfWhoNeverWrote() {
        Map<String, Long> before = DatabaseOwner.rowCounts();

        assertThat(anna.opens(SHOP + "/bowls", null).status()).isEqualTo(404);
        identify(anna, signed("c-1"));
        assertThat(anna.opens(SHOP + "/bowls", null).status()).isEqualTo(404);

        assertThat(DatabaseOwner.rowCounts().get("page_visit")).isEqualTo(before.get("page_visit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "http://shop.localhost:8081@elsewhere.example/",
                "file:///etc/passwd",
                "bowls",
                ""
            })
    void whatIsNoPageOfTheShopIsLeftOut(String url) {
        anna.write("Hello");

        assertThat(anna.opens(url, "Free bowls").status()).isEqualTo(204);

        assertThat(urls(anna)).isEmpty();
    }

    @Test
    void whoeverIsBlockedTellsNothing() {
        anna.write("Hello");
        anna.opens(SHOP + "/bowls", null);
        assertThat(priya.block(anna.conversation()).status()).isEqualTo(200);

        assertThat(anna.opens(SHOP + "/vases", null).status()).isEqualTo(204);

        assertThat(urls(anna)).containsExactly(SHOP + "/bowls");
    }

    @Test
    void switchedOffWhatWasKeptIsGoneHereAndNowhereElse() {
        anna.write("Hello");
        anna.opens(SHOP + "/bowls", null);
        Store nextDoor = given.store();
        StaffBrowser owner = new StaffBrowser(server, given.owner(nextDoor));
        owner.ask("PUT", SETTING, Map.of("pagesVisited", true));
        ShopperBrowser ben = new ShopperBrowser(server, nextDoor, given.secret());
        ben.write("Hello");
        ben.opens(SHOP + "/vases", null);

        wantToKnow(false);

        assertThat(pages(priya, anna.conversation()).get("pages").isNull()).isTrue();
        assertThat(visitsOf(store)).isEmpty();
        assertThat(visitsOf(nextDoor)).hasSize(1);
        assertThat(anna.opens(SHOP + "/vases", null).status()).isEqualTo(204);
        wantToKnow(true);
        assertThat(urls(anna)).isEmpty();
    }

    @Test
    void theAuditTrailSaysWhoSwitchedItOnce() {
        wantToKnow(true);
        wantToKnow(false);

        List<JsonNode> entries =
                list(olga.ask("GET", "/audit", null).body().get("entries")).stream()
                        .filter(entry ->
                                entry.get("action").asText().equals("pages_visited_changed"))
                        .toList();
        assertThat(entries)
                .extracting(entry -> entry.at("/subject/pagesVisited").asBoolean())
                .containsExactly(false, true);
        assertThat(entries.getFirst().at("/actor/name").asText()).isEqualTo("Olga Owner");
    }

    @Test
    void onlyWhoAdministersSeesAndChangesTheSetting() {
        assertThat(priya.ask("GET", SETTING, null).status()).isEqualTo(403);
        assertThat(priya.ask("PUT", SETTING, Map.of("pagesVisited", false)).status())
                .isEqualTo(403);
        StaffBrowser lena =
                new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));

        assertThat(lena.ask("GET", SETTING, null).body().get("pagesVisited").asBoolean()).isTrue();
    }

    @Test
    void whoMayNotSeeTheConversationSeesNoneOfIt() {
        anna.write("Hello");
        anna.opens(SHOP + "/bowls", null);
        UUID owner = olga.member().staff().value();
        assertThat(olga.tryAssign(anna.conversation(), null, owner).status()).isEqualTo(200);

        assertThat(ask(priya, anna.conversation()).status()).isEqualTo(404);
        assertThat(urls(olga, anna.conversation())).hasSize(1);
    }

    @Test
    void visitsStayWhereTheyWereWhenThreadsJoinAndGoOnInTheOpenOne() {
        String token = signed("c-1");
        ShopperBrowser laptop = new ShopperBrowser(server, store, given.secret());
        identify(laptop, token);
        laptop.write("Last month");
        laptop.opens(SHOP + "/older", null);
        anna.write("Today");
        anna.opens(SHOP + "/newer", null);

        identify(anna, token);
        laptop.opens(SHOP + "/after", null);

        assertThat(urls(priya, laptop.conversation())).containsExactly(SHOP + "/older");
        assertThat(urls(anna)).containsExactly(SHOP + "/after", SHOP + "/newer");
    }

    @Test
    void aBrowserThatIsSomebodyElsesByNowTellsNothingInTheThreadBefore() {
        String secret = identities.secret(olga.member());
        identify(anna, signed(secret, "c-1"));
        anna.write("I am Anna");
        anna.opens(SHOP + "/annas", null);

        identify(anna, signed(secret, "c-2"));

        assertThat(anna.opens(SHOP + "/bens", null).status()).isEqualTo(404);
        assertThat(urls(anna)).containsExactly(SHOP + "/annas");
    }

    private void wantToKnow(boolean wanted) {
        Answer answer = olga.ask("PUT", SETTING, Map.of("pagesVisited", wanted));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("pagesVisited").asBoolean()).isEqualTo(wanted);
    }

    private String signed(String subject) {
        return signed(identities.secret(olga.member()), subject);
    }

    private String signed(String secret, String subject) {
        return Tokens.hs256(
                secret, Tokens.claims(store.key(), subject, subject + "@example.com", "Anna"));
    }

    private void identify(ShopperBrowser shopper, String token) {
        assertThat(GivenIdentity.identify(store, shopper.secret(), token).status()).isEqualTo(204);
    }

    private List<String> urls(ShopperBrowser of) {
        return urls(priya, of.conversation());
    }

    private static List<String> urls(StaffBrowser reader, UUID conversation) {
        return list(pages(reader, conversation).get("pages")).stream()
                .map(page -> page.get("url").asText())
                .toList();
    }

    private static JsonNode pages(StaffBrowser reader, UUID conversation) {
        Answer answer = ask(reader, conversation);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Answer ask(StaffBrowser reader, UUID conversation) {
        return reader.ask("GET", "/conversations/%s/profile/pages".formatted(conversation), null);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> visitsOf(Store of) {
        return DatabaseOwner.ask("SELECT '1' FROM page_visit WHERE store_id = ?", of.id().value());
    }
}
