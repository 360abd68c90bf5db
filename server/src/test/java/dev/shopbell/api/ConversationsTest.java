package dev.shopbell.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store's own systems read of conversations, and what they make of them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConversationsTest {

    @Inject Given given;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn owner;
    private StaffBrowser priya;
    private UUID me;
    private ShopSystem system;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAConversation() {
        store = given.store();
        owner = given.owner(store);
        priya = new StaffBrowser(server, owner);
        me = owner.staff().id().value();
        system = new ShopSystem(integrations.key(owner.member()));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("It arrived broken");
    }

    @Test
    void aConversationIsReadWhoeverHasIt() {
        priya.tryAssign(anna.conversation(), null, me);
        priya.label(anna.conversation(), "returns");

        JsonNode read = system.get("/conversations/" + anna.conversation()).json();

        JsonNode conversation = read.get("conversation");
        assertThat(conversation.get("status").asText()).isEqualTo("unresolved");
        assertThat(conversation.at("/assignee/id").asText()).isEqualTo(me.toString());
        assertThat(conversation.at("/labels/0").asText()).isEqualTo("returns");
        assertThat(conversation.at("/writer/emailVerified").asBoolean()).isFalse();
        assertThat(conversation.at("/writer/customerId").isNull()).isTrue();
        assertThat(conversation.at("/writer/linkedBy").isNull()).isTrue();
        assertThat(list("").getFirst()).isEqualTo(conversation);
    }

    @Test
    void whatIsOnlyBelievedOfWhoWritesSaysSoAndLeadsNobodyToOrders() {
        String said = "Where is #1002?";
        integrations.order(store, "o-1", "#1002", "c-1", "Bowl", "https://shop.example/o/1");
        linked("staff");
        anna.write(said);
        JsonNode believed = system.get("/conversations/" + anna.conversation()).json();
        linked("token");
        anna.write(said);
        JsonNode known = system.get("/conversations/" + anna.conversation()).json();

        assertThat(believed.at("/conversation/writer/customerId").asText()).isEqualTo("c-1");
        assertThat(believed.at("/conversation/writer/linkedBy").asText()).isEqualTo("staff");
        assertThat(known.at("/conversation/writer/linkedBy").asText()).isEqualTo("token");
        JsonNode messages = messages("");
        assertThat(messages.at("/messages/1").has("orders")).isFalse();
        assertThat(messages.at("/messages/2/orders/0/url").asText())
                .isEqualTo("https://shop.example/o/1");
    }

    private void linked(String by) {
        integrations.linked(store, "c-1", by);
    }

    @Test
    void whatWasSaidIsReadPageByPageAndNotesSayThatTheyAre() {
        priya.tryAssign(anna.conversation(), null, me);
        priya.note(anna.conversation(), "The second one this week");
        priya.answer(anna.conversation(), "We send another");

        JsonNode first = messages("?limit=2");
        JsonNode rest = messages("?limit=2&after=" + first.get("next").asLong());

        assertThat(first.get("messages"))
                .extracting(each -> each.get("text").asText())
                .containsExactly("It arrived broken", "The second one this week");
        assertThat(first.at("/messages/0/internal").asBoolean()).isFalse();
        assertThat(first.at("/messages/1/internal").asBoolean()).isTrue();
        assertThat(first.at("/messages/1/kind").asText()).isEqualTo("note");
        assertThat(rest.get("messages")).hasSize(1);
        assertThat(rest.at("/messages/0/author/id").asText()).isEqualTo(me.toString());
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void whoeverKeepsTheLastChangeHearsOfEachThatChangedSince() {
        ShopperBrowser ben = new ShopperBrowser(server, store, given.secret());
        ben.write("Hello");
        JsonNode page = system.get("/conversations?limit=1").json();
        assertThat(ids(page)).containsExactly(anna.conversation().toString());
        long next = page.get("next").asLong();

        assertThat(ids(system.get("/conversations?after=" + next).json()))
                .containsExactly(ben.conversation().toString());
        anna.write("Are you there?");

        assertThat(ids(system.get("/conversations?after=" + next).json()))
                .containsExactly(ben.conversation().toString(), anna.conversation().toString());
        long last = list("").getLast().get("change").asLong();
        assertThat(ids(system.get("/conversations?after=" + last).json())).isEmpty();
    }

    @Test
    void theyAreFoundByStatusAndByTheirLastMessage() {
        ShopperBrowser ben = new ShopperBrowser(server, store, given.secret());
        ben.write("Hello");
        priya.tryStatus(ben.conversation(), "resolved");
        DatabaseOwner.execute(
                "UPDATE conversation SET last_activity_at = '2026-01-01T00:00:00Z' WHERE conversation_id = ?",
                anna.conversation());

        assertThat(list("?status=resolved")).hasSize(1);
        assertThat(list("?status=unresolved").getFirst().get("id").asText())
                .isEqualTo(anna.conversation().toString());
        assertThat(list("?updatedAfter=2026-01-02T00:00:00Z").getFirst().get("id").asText())
                .isEqualTo(ben.conversation().toString());
        assertThat(list("?updatedAfter=2026-01-01T00:00:00Z")).hasSize(2);
    }

    @Test
    void itIsResolvedAndReopenedAndTheThreadSaysByWhom() {
        String name = system.get("/store").json().at("/apiKey/name").asText();

        JsonNode resolved = turn("resolved").json();
        turn("resolved");
        JsonNode reopened = turn("unresolved").json();

        assertThat(resolved.at("/conversation/status").asText()).isEqualTo("resolved");
        assertThat(reopened.at("/conversation/status").asText()).isEqualTo("unresolved");
        JsonNode thread = priya.thread(anna.conversation()).get("messages");
        assertThat(thread).hasSize(3);
        assertThat(thread.at("/1/event").toString())
                .isEqualTo("{\"type\":\"resolved\",\"system\":\"%s\"}".formatted(name));
        assertThat(thread.at("/1/author").isNull()).isTrue();
        assertThat(thread.at("/2/event/type").asText()).isEqualTo("reopened");
        assertThat(transcript()).contains(name + " marked this resolved", name + " reopened this");
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT action || ' ' || actor_name FROM audit_entry
                                 WHERE store_id = ? AND action LIKE 'conversation_re%' ORDER BY audit_id
                                """,
                                store.id().value()))
                .containsExactly("conversation_resolved " + name, "conversation_reopened " + name);
    }

    @Test
    void oneWhoseSenderIsBlockedStaysResolved() {
        priya.block(anna.conversation());

        JsonNode turned = turn("unresolved").json();

        assertThat(turned.at("/conversation/status").asText()).isEqualTo("resolved");
        assertThat(turned.at("/conversation/blocked").asBoolean()).isTrue();
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        UUID nothing = UUID.randomUUID();
        assertThat(system.get("/conversations/" + nothing).outcome()).isEqualTo("404 not_found");
        assertThat(system.get("/conversations/" + nothing + "/messages").outcome())
                .isEqualTo("404 not_found");
        assertThat(
                        system.put("/conversations/" + nothing + "/status", status("resolved"))
                                .outcome())
                .isEqualTo("404 not_found");
        assertThat(refused(turn("lost"))).isEqualTo("400 invalid_value status");
        assertThat(refused(system.get("/conversations?status=lost")))
                .isEqualTo("400 invalid_value status");
        for (String time : List.of("yesterday", "2026-01-01", "%2B999999999-01-01T00:00:00Z")) {
            assertThat(refused(system.get("/conversations?updatedAfter=" + time)))
                    .isEqualTo("400 invalid_value updatedAfter");
        }
        assertThat(refused(system.get("/conversations?limit=101")))
                .isEqualTo("400 invalid_value limit");
    }

    private String transcript() {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/transcript?format=html&notes=true"
                                .formatted(store.id().value(), anna.conversation()))
                .as(owner)
                .send()
                .body();
    }

    private List<JsonNode> list(String query) {
        JsonNode all = system.get("/conversations" + query).json().get("conversations");
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("conversations").spliterator(), false)
                .map(each -> each.get("id").asText())
                .toList();
    }

    private JsonNode messages(String query) {
        return system.get("/conversations/%s/messages%s".formatted(anna.conversation(), query))
                .json();
    }

    private Answer turn(String status) {
        return system.put(
                "/conversations/%s/status".formatted(anna.conversation()), status(status));
    }

    private static String status(String word) {
        return "{\"status\": \"%s\"}".formatted(word);
    }

    private static String refused(Answer answer) {
        return answer.outcome() + " " + answer.field();
    }
}
