package dev.shopbell.message.card;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Products and discount codes that go with an answer, as they were; orders that it names.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CardsTest {

    private static final String BOWL = "{\"kind\": \"product\", \"productId\": \"p-1\"}";
    private static final String CODE =
            "{\"kind\": \"discount\", \"code\": \"BOWL&10\", \"text\": \" 10 %  off \"}";

    @Inject Given given;
    @Inject GivenIntegration shop;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn priya;
    private VisitorSecret anna;
    private ConversationId conversation;

    @BeforeEach
    void aConversation() {
        store = given.store();
        priya = given.agent(store);
        anna = given.secret();
        conversation = given.firstMessage(store, anna, "Hello").conversation().id();
        shop.product(
                store, "p-1", "Ash bowl", "https://shop.example/p-1", "https://cdn.example/1.png");
    }

    @Test
    void aCardIsTheSameForEverybodyAndStaysAsItWas() {
        JsonNode message = say("", BOWL).json().path("message");
        JsonNode card = message.at("/cards/0");
        shop.product(store, "p-1", "Another bowl");

        assertThat(card.toString())
                .isEqualTo(
                        """
                        {"kind":"product","productId":"p-1","title":"Ash bowl","url":"https://shop.example/p-1",\
                        "imageUrl":"https://cdn.example/1.png","price":4200,"compareAtPrice":4800,\
                        "currency":"EUR","available":true}\
                        """);
        assertThat(threadOfStaff().at("/messages/1")).isEqualTo(message);
        assertThat(threadOfAnna().at("/messages/1/cards/0")).isEqualTo(card);
        assertThat(transcript("json").at("/messages/1/cards/0")).isEqualTo(card);
        assertThat(threadOfStaff().at("/conversation/preview/text").asText()).isEqualTo("Ash bowl");
        assertThat(message.has("orders")).isFalse();
        assertThat(threadOfStaff().at("/messages/0").has("cards")).isFalse();
        assertThat(threadOfAnna().at("/messages/0").has("cards")).isFalse();
    }

    @Test
    void aCodeLeadsToTheCartOnceTheStoreSaysHow() {
        JsonNode without = say("", CODE).json().at("/message/cards/0");
        Answer set = link(given.owner(store), "\"http://shop.localhost:8081/discount/{code}?a=b\"");
        JsonNode with = say("", CODE).json().at("/message/cards/0");

        assertThat(without.toString())
                .isEqualTo(
                        "{\"kind\":\"discount\",\"code\":\"BOWL&10\",\"text\":\"10 % off\",\"url\":null}");
        assertThat(set.outcome()).isEqualTo("200");
        assertThat(with.path("url").asText())
                .isEqualTo("http://shop.localhost:8081/discount/BOWL%2610?a=b");
        assertThat(threadOfAnna().at("/messages/1/cards/0")).isEqualTo(without);
    }

    @Test
    void aLinkThatLeadsElsewhereIsNotUsedAnyMore() {
        link(given.owner(store), "\"http://shop.localhost:8081/discount/{code}\"");
        DatabaseOwner.execute(
                "UPDATE store_origin SET origin = 'https://new.example' WHERE store_id = ?",
                store.id().value());

        assertThat(say("", CODE).json().at("/message/cards/0/url").isNull()).isTrue();
    }

    @Test
    void onlyALinkIntoTheStoreWithOnePlaceForTheCodeIsKept() {
        SignedIn owner = given.owner(store);
        for (String link :
                List.of(
                        "https://evil.example/{code}",
                        "http://shop.localhost:8081.evil.example/{code}",
                        "http://shop.localhost:8081{code}",
                        "http://shop.localhost:8081@evil.example/{code}",
                        "http://{code}@shop.localhost:8081/",
                        "https://shop.localhost:8081/{code}",
                        "http://shop.localhost:8081/{code}/{code}",
                        "http://shop.localhost:8081/",
                        "javascript:alert({code})",
                        "http://shop.localhost:8081/{code}" + "a".repeat(500))) {
            Answer answer = link(owner, "\"" + link + "\"");
            assertThat(answer.outcome()).as(link).isEqualTo("422 discount_link_invalid");
        }
        assertThat(link(owner, "\"http://shop.localhost:8081/?coupon={code}\"").outcome())
                .isEqualTo("200");
        assertThat(link(owner, "\" \"").json().path("link").isNull()).isTrue();
        assertRefused(link(priya, "\"\""), "403 not_permitted");
    }

    @Test
    void theSameCardsAgainAreTheSameMessageAndOthersAreNot() {
        UUID id = UUID.randomUUID();
        shop.product(store, "p-2", "Mug");
        JsonNode first = say(id, "Look", BOWL + "," + CODE).json().path("message");
        shop.product(store, "p-1", "Another bowl");

        assertThat(say(id, "Look", BOWL + "," + CODE).json().path("message")).isEqualTo(first);
        for (String other :
                List.of(
                        "",
                        BOWL,
                        CODE + "," + BOWL,
                        BOWL.replace("p-1", "p-2") + "," + CODE,
                        BOWL + "," + CODE.replace("BOWL&10", "BOWL20"),
                        BOWL + "," + CODE.replace("10 %", "20 %"))) {
            assertRefused(say(id, "Look", other), "409 client_id_reused");
        }
    }

    @Test
    void whatCannotBeSentIsRefused() {
        Store other = given.store();
        shop.product(other, "p-9", "Not ours");

        assertRefused(say("", BOWL.replace("p-1", "p-9")), "422 product_not_found");
        assertRefused(say("", BOWL.replace("p-1", "/")), "422 external_id_invalid");
        assertRefused(say("", ""), "422 text_empty");
        assertRefused(note(BOWL), "422 cards_not_possible");
        for (String code : List.of("", "two words", "--", "a".repeat(65), "A\\u202eB", "A\\nB")) {
            assertThat(say("", CODE.replace("BOWL&10", code)).outcome())
                    .as(code)
                    .isEqualTo("422 code_invalid");
        }
        assertRefused(say("", CODE.replace("off", "o".repeat(100))), "422 code_invalid");
        StringBuilder six = new StringBuilder(BOWL);
        for (int n = 0; n < 5; n++) {
            six.append(",{\"kind\": \"discount\", \"code\": \"C").append(n).append("\"}");
        }
        assertRefused(say("", six.toString()), "422 too_many_cards");
        assertThat(say("", BOWL + "," + BOWL).json().at("/message/cards")).hasSize(1);
    }

    @Test
    void ofPicturesOnlyThoseAreShownThatNobodyCanChangeOnTheWay() {
        for (String picture :
                List.of("http://cdn.example/1.png", "http://shop.localhost:80810/1.png")) {
            shop.product(store, "p-1", "Ash bowl", null, picture);
            assertThat(say("", BOWL).json().at("/message/cards/0/imageUrl").isNull())
                    .as(picture)
                    .isTrue();
        }
        shop.product(store, "p-1", "Ash bowl", null, "http://shop.localhost:8081/1.png");
        assertThat(say("", BOWL).json().at("/message/cards/0/imageUrl").asText())
                .isEqualTo("http://shop.localhost:8081/1.png");
    }

    @Test
    void searchFindsWhatTheCardsAreCalled() {
        say("", BOWL);
        say("With this one", CODE);

        JsonNode bowl = search("ash bow");
        JsonNode code = search("bowl&10");

        assertThat(bowl.at("/hits/0/message/parts").findValuesAsText("text"))
                .containsExactly("Ash", " ", "bowl");
        assertThat(code.at("/hits")).hasSize(1);
    }

    @Test
    void anOrderThatIsTheCustomersOwnIsALinkForWhoeverIsKnownToHavePlacedIt() {
        shop.customer(store, "c-1", "Anna", "anna@example.com");
        shop.order(store, "o-1", "#1002", "c-1", "Bowl", "https://shop.example/o/1");
        shop.order(store, "o-2", "1003", "c-1", "Bowl", "https://shop.example/o/2");
        shop.order(store, "o-3", "#1004", "c-2", "Bowl", "https://shop.example/o/3");
        String text = "#1002, (#1003) and #1004, not x#1002 nor https://a.example/#1002";
        JsonNode unlinked = say(text, "").json().path("message");
        linked("staff");
        JsonNode byHand = say(text, "").json().path("message");
        linked("token");
        JsonNode known = say(text, "").json().path("message");

        assertThat(unlinked.has("orders")).isFalse();
        assertThat(byHand.path("orders").toString())
                .isEqualTo(
                        "[{\"number\":\"#1002\",\"url\":\"https://shop.example/o/1\"},"
                                + "{\"number\":\"#1003\",\"url\":\"https://shop.example/o/2\"}]");
        assertThat(known.path("orders")).isEqualTo(byHand.path("orders"));
        assertThat(threadOfAnna().at("/messages/2").has("orders")).isFalse();
        assertThat(threadOfAnna().at("/messages/3/orders")).isEqualTo(known.path("orders"));
    }

    @Test
    void anOrderThatItsCustomerNamesIsALinkForStaff() {
        shop.customer(store, "c-1", "Anna", "anna@example.com");
        shop.order(store, "o-1", "#1002", "c-1", "Bowl", "https://shop.example/o/1");
        shop.order(store, "o-3", "#1004", "c-2", "Bowl", "https://shop.example/o/3");
        String text = "Where are #1002 and #1004?";
        write(text);
        linked("staff");
        write(text);

        JsonNode thread = threadOfStaff();
        assertThat(thread.at("/messages/1").has("orders")).isFalse();
        assertThat(thread.at("/messages/2/orders").toString())
                .isEqualTo("[{\"number\":\"#1002\",\"url\":\"https://shop.example/o/1\"}]");
        assertThat(threadOfAnna().at("/messages/2").has("orders")).isFalse();
    }

    private void linked(String by) {
        shop.linked(store, "c-1", by);
    }

    private Answer say(String text, String cards) {
        return say(UUID.randomUUID(), text, cards);
    }

    private Answer say(UUID id, String text, String cards) {
        return Http.put(path("/messages/" + id), body("staff", text, cards)).as(priya).send();
    }

    private void write(String text) {
        new ShopperBrowser(server, store, anna).write(text);
    }

    private Answer note(String cards) {
        return Http.put(path("/messages/" + UUID.randomUUID()), body("note", "Look", cards))
                .as(priya)
                .send();
    }

    private static String body(String kind, String text, String cards) {
        return "{\"kind\": \"%s\", \"text\": \"%s\", \"cards\": [%s]}".formatted(kind, text, cards);
    }

    private Answer link(SignedIn who, String link) {
        return Http.put(
                        "/api/staff/stores/%s/settings/discount-link".formatted(store.id().value()),
                        "{\"link\": %s}".formatted(link))
                .as(who)
                .send();
    }

    private JsonNode search(String typed) {
        return Http.get(
                        "/api/staff/stores/%s/search?q=%s"
                                .formatted(
                                        store.id().value(),
                                        URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                .as(priya)
                .send()
                .json();
    }

    private JsonNode transcript(String format) {
        return Http.get(path("/transcript?format=" + format)).as(priya).send().json();
    }

    private JsonNode threadOfStaff() {
        return Http.get(path("")).as(priya).send().json();
    }

    private JsonNode threadOfAnna() {
        return Http.get("/api/widget/" + store.key() + "/conversation").as(anna).send().json();
    }

    private String path(String below) {
        return "/api/staff/stores/%s/conversations/%s%s"
                .formatted(store.id().value(), conversation.value(), below);
    }
}
