package dev.shopbell.search;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is found for what is typed, and for whom.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SearchTest {

    @Inject Given given;
    @Inject GivenIntegration shop;
    @Inject Deeds deeds;
    @Inject Messages messages;
    @TestHTTPResource URI server;

    private Store store;
    private Given.SignedIn agent;
    private StaffBrowser priya;
    private StaffBrowser tom;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
        tom = new StaffBrowser(server, given.member(store, "Tom Baker", "Inbox administrator"));
    }

    @Test
    void aWordIsFoundInWhateverWasSaid() {
        UUID conversation = written("Do you have a mug with a lynx on it?");
        priya.answer(conversation, "The lynx is sold out");
        priya.note(conversation, "Ask for the lynx on Monday");

        JsonNode hits = priya.search("lynx", "all", "", 20).get("hits");

        assertThat(hits).hasSize(3);
        assertThat(hits.findValuesAsText("kind").stream().filter(kind -> !kind.isEmpty()))
                .contains("note", "staff", "customer");
        JsonNode newest = hits.get(0);
        assertThat(newest.at("/conversation/id").asText()).isEqualTo(conversation.toString());
        assertThat(newest.at("/message/seq").asLong()).isEqualTo(3);
        assertThat(newest.at("/message/author/name").asText()).isEqualTo("Priya Nair");
        assertThat(newest.at("/message/parts").toString())
                .isEqualTo(
                        "[{\"text\":\"Ask for the \",\"hit\":false},{\"text\":\"lynx\",\"hit\":true},"
                                + "{\"text\":\" on Monday\",\"hit\":false}]");
    }

    @Test
    void theLastWordMayBeOnlyBegunAndAccentsAndCaseDoNotMatter() {
        written("Gdzie jest mój Żółw?");
        written("أَيْنَ طَلَبِي؟");
        written("京都のマグカップ");

        assertThat(texts("zol")).containsExactly("Gdzie jest mój Żółw?");
        assertThat(texts("MOJ ŻÓŁW")).containsExactly("Gdzie jest mój Żółw?");
        assertThat(texts("olw")).isEmpty();
        assertThat(texts("اين طلب")).containsExactly("أَيْنَ طَلَبِي؟");
        assertThat(texts("マグ")).containsExactly("京都のマグカップ");
    }

    @Test
    void aPhraseInQuotesStandsTogether() {
        written("the blue mug");
        written("a mug, blue");

        assertThat(texts("blue mug")).hasSize(2);
        assertThat(texts("\"blue mug\"")).containsExactly("the blue mug");
    }

    @Test
    void peopleComeFirstFoundByAnyPartOfTheirNameAndAddress() {
        UUID anna = written("Hello?", "Anna Kowalska", "anna.kowalska@example.com");
        UUID other = written("I am a friend of Kowalska", "Ben Ode", "ben@shop.example");

        for (String typed :
                List.of(
                        "kowal",
                        "walsk",
                        "anna.k",
                        "kowalska@ex",
                        "kowalska@example.com",
                        "ANNA KOW")) {
            JsonNode hits = priya.search(typed, "all", "", 20).get("hits");
            assertThat(hits).as(typed).isNotEmpty();
            assertThat(hits.at("/0/conversation/id").asText()).as(typed).isEqualTo(anna.toString());
            assertThat(hits.at("/0/message").isNull()).as(typed).isTrue();
        }
        assertThat(priya.search("kowalska", "all", "", 20).at("/hits/1/conversation/id").asText())
                .isEqualTo(other.toString());
        assertThat(ids(priya.search("be", "all", "", 20))).containsExactly(other.toString());
        assertThat(ids(priya.search("en", "all", "", 20))).isEmpty();
    }

    @Test
    void whoeverPlacedAnOrderIsFoundFirstByItsWholeNumber() {
        UUID anna = written("Hello?", "Anna", "anna-1002@example.com");
        UUID ben = written("I wrote down 1002", "Ben", "ben@example.com");
        shop.order(store, "o-1", "#1002", "c-1", "Bowl");
        shop.order(store, "o-2", "B-7", "c-2", "Bowl");
        JsonNode before = priya.search("1002", "all", "", 20).get("hits");
        isCustomer(anna, "c-1");
        isCustomer(ben, "c-2");

        assertThat(before.findValuesAsText("order")).containsOnly("null");
        for (String typed : List.of("1002", "#1002", "\"#1002\"", "(\uff031002),")) {
            JsonNode found = priya.search(typed, "all", "", 20);
            assertThat(ids(found)).as(typed).containsExactly(anna.toString(), ben.toString());
            assertThat(found.at("/hits/0/order").asText()).isEqualTo("#1002");
            assertThat(found.at("/hits/0/message").isNull()).isTrue();
            assertThat(found.at("/hits/1/order").isNull()).isTrue();
        }
        assertThat(ids(priya.search("order 1002", "all", "", 20))).containsExactly(anna.toString());
        assertThat(ids(priya.search("1002 B-7", "all", "", 20)))
                .containsExactlyInAnyOrder(anna.toString(), ben.toString());
        assertThat(ids(priya.search("b-7", "all", "", 20))).containsExactly(ben.toString());
        JsonNode begun = priya.search("100", "all", "", 20).get("hits");
        assertThat(begun).isNotEmpty();
        assertThat(begun.findValuesAsText("order")).containsOnly("null");
        assertThat(ids(priya.search("1002", "resolved", "", 20))).isEmpty();
        shop.order(store, "o-3", "INV 55", "c-2", "Bowl");
        assertThat(ids(priya.search("inv 55", "all", "", 20))).containsExactly(ben.toString());
        assertThat(ids(priya.search("inv 5", "all", "", 20))).isEmpty();
    }

    @Test
    void anOrderFindsNobodyWhomItsSeekerMayNotSee() {
        UUID anna = written("Hello?", "Anna", "anna@example.com");
        shop.order(store, "o-1", "#1002", "c-1", "Bowl");
        isCustomer(anna, "c-1");
        Store nextDoor = given.store();
        shop.order(nextDoor, "o-1", "#1003", "c-1", "Bowl");
        StaffBrowser neighbour = new StaffBrowser(server, given.agent(nextDoor));
        deeds.assign(store, anna, tom.member().staff(), tom.member().staff());

        assertThat(ids(priya.search("1002", "all", "", 20))).isEmpty();
        assertThat(ids(tom.search("1002", "all", "", 20))).containsExactly(anna.toString());
        assertThat(ids(tom.search("1003", "all", "", 20))).isEmpty();
        assertThat(ids(neighbour.search("1002", "all", "", 20))).isEmpty();
    }

    @Test
    void pagesBelowTheOrdersAreTheWholeToo() {
        shop.order(store, "o-1", "1002", "c-1", "Bowl");
        for (int n = 0; n < 7; n++) {
            UUID conversation = written("Is it 1002?", "Anna " + n, "anna-1002@example.com");
            isCustomer(conversation, "c-1");
        }

        List<String> whole = keys(priya.search("1002", "all", "", 100));
        List<String> pages = pages("1002", 5);

        assertThat(whole).hasSize(14).doesNotHaveDuplicates();
        assertThat(pages).hasSize(14).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(pages("1002", 1)).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void signsAreNeverAMistake() {
        written("Plain words");

        for (String typed :
                List.of(
                        "\"",
                        "'",
                        "''",
                        "a & b",
                        "| !",
                        "a:*",
                        "<->",
                        "((",
                        "\\",
                        "a\\",
                        "%",
                        "_",
                        "-- ;",
                        "*",
                        "!!",
                        "a <2> b",
                        "😀",
                        "\u202e",
                        "\"a\" \"",
                        "$1",
                        "{}",
                        "\\u0000",
                        "'; DROP TABLE message; --",
                        "x".repeat(200))) {
            assertThat(priya.search(typed, "all", "", 20).get("hits").isArray()).as(typed).isTrue();
        }
        assertThat(texts("plain & words:*")).containsExactly("Plain words");
    }

    @Test
    void nothingTooMuchAndNonsenseAreRefused() {
        for (String query :
                List.of(
                        "?",
                        "?q=",
                        "?q=%20",
                        "?q=" + "x".repeat(201),
                        "?q=a%00b",
                        "?q=a&view=mine!",
                        "?q=a&limit=0",
                        "?q=a&limit=101",
                        "?q=a&before=x",
                        "?q=a&before=" + encoded("m/2026-01-01T00:00:00Z/x/1"))) {
            assertRefused(
                    Http.get("/api/staff/stores/" + store.id().value() + "/search" + query)
                            .as(agent)
                            .send(),
                    "400 invalid_value");
        }
    }

    @Test
    void whatIsAssignedToAnotherIsNotFoundUntilItIsReturned() {
        UUID conversation = written("Where is my ocelot?", "Olive Ocelot", "ocelot@example.com");
        deeds.assign(store, conversation, tom.member().staff(), tom.member().staff());

        assertThat(priya.search("ocelot", "all", "", 20).get("hits")).isEmpty();
        assertThat(tom.search("ocelot", "all", "", 20).get("hits")).hasSize(2);

        deeds.assign(store, conversation, tom.member().staff(), null);

        assertThat(priya.search("ocelot", "all", "", 20).get("hits")).hasSize(2);
    }

    @Test
    void anotherStoreIsNeverSearched() {
        Store nextDoor = given.store();
        given.firstMessage(nextDoor, given.secret(), "A wombat");

        assertThat(priya.search("wombat", "all", "", 20).get("hits")).isEmpty();
        assertThat(
                        new StaffBrowser(server, given.agent(nextDoor))
                                .search("wombat", "all", "", 20)
                                .get("hits"))
                .hasSize(1);
    }

    @Test
    void aSearchIsWithinAView() {
        UUID open = written("One marten");
        UUID done = written("Another marten");
        deeds.resolve(store, done, priya.member().staff());

        assertThat(ids(priya.search("marten", "all", "", 20)))
                .containsExactly(done.toString(), open.toString());
        assertThat(ids(priya.search("marten", "unresolved", "", 20)))
                .containsExactly(open.toString());
        assertThat(ids(priya.search("marten", "unread", "", 20))).containsExactly(open.toString());

        priya.read(open, 1);

        assertThat(ids(priya.search("marten", "unread", "", 20))).isEmpty();
    }

    @Test
    void pagesTogetherAreTheWhole() {
        for (int n = 0; n < 7; n++) {
            UUID conversation = written("A heron", "Heron " + n, "heron-" + n + "@example.com");
            priya.answer(conversation, "Which heron?");
        }

        List<String> whole = keys(priya.search("heron", "all", "", 100));
        assertThat(whole).hasSize(21);

        assertThat(pages("heron", 4)).isEqualTo(whole);
    }

    private List<String> pages(String typed, int limit) {
        List<String> pages = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = priya.search(typed, "all", cursor, limit);
            pages.addAll(keys(page));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return pages;
    }

    private static void isCustomer(UUID conversation, String id) {
        DatabaseOwner.execute(
                "UPDATE customer SET shop_customer_id = ?, linked_by = 'staff' WHERE customer_id ="
                        + " (SELECT customer_id FROM conversation WHERE conversation_id = ?)",
                id,
                conversation);
    }

    private List<String> texts(String typed) {
        return StreamSupport.stream(
                        priya.search(typed, "all", "", 20).get("hits").spliterator(), false)
                .filter(hit -> !hit.get("message").isNull())
                .map(hit -> String.join("", hit.get("message").findValuesAsText("text")))
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("hits").spliterator(), false)
                .map(hit -> hit.at("/conversation/id").asText())
                .toList();
    }

    private static List<String> keys(JsonNode page) {
        return StreamSupport.stream(page.get("hits").spliterator(), false)
                .map(hit ->
                        hit.at("/conversation/id").asText() + " " + hit.at("/message/seq").asText())
                .toList();
    }

    private UUID written(String text) {
        return written(text, "Ida Ray", "i@x.example");
    }

    private UUID written(String text, String name, String email) {
        CustomerDraft draft =
                new CustomerDraft(
                        given.secret(),
                        new ConversationId(UUID.randomUUID()),
                        new MessageId(UUID.randomUUID()),
                        new MessageText(text),
                        List.of(),
                        new Contact(email, name),
                        Surroundings.UNKNOWN,
                        Given.SOMEWHERE);
        messages.post(store, draft, Given.EVERYBODY);
        return draft.conversation().value();
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.US_ASCII));
    }
}
