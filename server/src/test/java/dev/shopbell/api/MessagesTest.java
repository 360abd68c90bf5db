package dev.shopbell.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.message.Aftermath;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store's own systems say in its conversations.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MessagesTest {

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    private final UUID id = UUID.randomUUID();
    private Store store;
    private SignedIn owner;
    private StaffBrowser priya;
    private ShopSystem system;
    private VisitorSecret secret;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAConversation() {
        store = given.store();
        owner = given.owner(store);
        priya = new StaffBrowser(server, owner);
        system = new ShopSystem(integrations.key(owner.member()));
        secret = given.secret();
        anna = new ShopperBrowser(server, store, secret);
        anna.write("It arrived broken");
    }

    @Test
    void itStandsInTheThreadUnderTheKeysNameAndAsTheStoresWordForTheCustomer() {
        integrations.product(store, "p-1", "Bowl");

        JsonNode said =
                post("""
                {"text": "Another one has left", "cards": [
                  {"kind": "product", "productId": "p-1"},
                  {"kind": "discount", "code": "SORRY10", "text": "10 % off"}]}
                """)
                        .json()
                        .get("message");

        assertThat(said.get("kind").asText()).isEqualTo("automation");
        assertThat(said.get("system").asText()).isEqualTo(name());
        assertThat(said.get("internal").asBoolean()).isFalse();
        assertThat(said.at("/cards/0/title").asText()).isEqualTo("Bowl");
        assertThat(said.at("/cards/1/code").asText()).isEqualTo("SORRY10");
        JsonNode staffs = priya.thread(anna.conversation());
        assertThat(staffs.at("/messages/1/system").asText()).isEqualTo(name());
        assertThat(staffs.at("/messages/1/author").isNull()).isTrue();
        assertThat(staffs.at("/messages/1/cards")).hasSize(2);
        assertThat(staffs.at("/conversation/preview/sender").asText()).isEqualTo(name());
        assertThat(staffs.at("/conversation/unread").asInt()).isEqualTo(1);
        JsonNode theirs = anna.thread().at("/messages/1");
        assertThat(theirs.get("text").asText()).isEqualTo("Another one has left");
        assertThat(theirs.get("author").isNull()).isTrue();
        assertThat(theirs.get("cards")).hasSize(2);
        assertThat(anna.thread().toString()).doesNotContain(name());
        assertThat(one().json().get("message")).isEqualTo(said);
    }

    @Test
    void openChatsAndInboxesHearItAtOnce() {
        JsonNode position = priya.inbox().get("position");

        try (LiveClient shopper = anna.connect(1);
                LiveClient staff = priya.connect(position)) {
            var _ = post("{\"text\": \"Another one has left\"}");

            JsonNode frame = shopper.next("message");
            assertThat(frame.at("/message/id").asText()).isEqualTo(id.toString());
            assertThat(
                            staff.next("changes", each -> !each.get("messages").isEmpty())
                                    .at("/messages/0/system")
                                    .asText())
                    .isEqualTo(name());
        }
    }

    @Test
    void itIsMailedToWhoeverIsNotThereLikeAnAnswerOfStaff() {
        var _ = post("{\"text\": \"Another one has left\"}");

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*)::text FROM job WHERE task_name = ? AND task_instance LIKE ?",
                                Aftermath.OF_ANSWER,
                                "%" + anna.conversation() + "%"))
                .containsExactly("1");
    }

    @Test
    void aNoteIsSeenByStaffAlone() {
        JsonNode said = post("{\"text\": \"Broken twice\", \"internal\": true}").json();

        assertThat(said.at("/message/kind").asText()).isEqualTo("note");
        assertThat(said.at("/message/internal").asBoolean()).isTrue();
        JsonNode staffs = priya.thread(anna.conversation()).at("/messages/1");
        assertThat(staffs.get("system").asText()).isEqualTo(name());
        assertThat(staffs.get("publicSeq").isNull()).isTrue();
        assertThat(anna.thread().get("messages")).hasSize(1);
    }

    @Test
    void sayingItAgainSaysItOnce() {
        JsonNode first = post("{\"text\": \"It has left\"}").json();
        ShopSystem after = new ShopSystem(integrations.key(owner.member()));

        JsonNode again = post("{\"text\": \"It has left\"}").json();
        JsonNode byAnother = after.put(path(), "{\"text\": \"It has left\"}").json();

        assertThat(again).isEqualTo(first);
        assertThat(byAnother).isEqualTo(first);
        assertThat(anna.thread().get("messages")).hasSize(2);
        assertThat(post("{\"text\": \"It has not\"}").outcome()).isEqualTo("409 client_id_reused");
        assertThat(post("{\"text\": \"It has left\", \"internal\": true}").outcome())
                .isEqualTo("409 client_id_reused");
    }

    @Test
    void theIdOfWhatAnotherSaidIsNobodyElses() {
        UUID asked = UUID.fromString(anna.thread().at("/messages/0/id").asText());
        UUID noted =
                UUID.fromString(
                        priya.note(anna.conversation(), "Twice").at("/message/id").asText());

        assertThat(system.put(path(asked), "{\"text\": \"It arrived broken\"}").outcome())
                .isEqualTo("409 client_id_reused");
        assertThat(system.put(path(noted), "{\"text\": \"Twice\", \"internal\": true}").outcome())
                .isEqualTo("409 client_id_reused");
    }

    @Test
    void nothingIsSaidToWhoeverIsBlockedButNotesAreLeft() {
        var _ = post("{\"text\": \"Before\"}");
        priya.block(anna.conversation());
        String more = path(UUID.randomUUID());

        assertThat(system.put(more, "{\"text\": \"After\"}").outcome())
                .isEqualTo("403 sender_blocked");
        assertThat(post("{\"text\": \"Before\"}").status()).isEqualTo(200);
        assertThat(system.put(more, "{\"text\": \"After\", \"internal\": true}").status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsSaidInAThreadThatGoesOnElsewhereButNotesAreLeft() {
        ShopperBrowser ben = new ShopperBrowser(server, store, given.secret());
        ben.write("Hello");
        DatabaseOwner.execute(
                """
                UPDATE conversation SET status = 'resolved', continued_in = ?,
                       customer_id = (SELECT o.customer_id FROM conversation o WHERE o.conversation_id = ?)
                 WHERE conversation_id = ?
                """,
                ben.conversation(),
                ben.conversation(),
                anna.conversation());

        assertThat(post("{\"text\": \"Hello?\"}").outcome())
                .isEqualTo("409 conversation_continued");
        assertThat(post("{\"text\": \"Hello?\", \"internal\": true}").status()).isEqualTo(200);
    }

    @Test
    void whatStaffCannotSaySystemsCannotEither() {
        assertThat(refused("{}")).isEqualTo("400 invalid_value text");
        assertThat(refused("{\"text\": \" \"}")).isEqualTo("422 text_empty text");
        assertThat(refused("{\"text\": \"" + "a".repeat(10_001) + "\"}"))
                .isEqualTo("422 text_too_long text");
        assertThat(
                        refused(
                                "{\"text\": \"\", \"cards\": [{\"kind\": \"product\", \"productId\": \"p\"}]}"))
                .isEqualTo("422 product_not_found cards");
        assertThat(
                        refused(
                                "{\"text\": \"a\", \"internal\": true, \"cards\": [{\"kind\": \"discount\", \"code\": \"A\"}]}"))
                .isEqualTo("422 cards_not_possible cards");
        assertThat(one().outcome()).isEqualTo("404 not_found");
    }

    @Test
    void toResolveIsNotToSpeak() {
        Set<ApiScope> others = EnumSet.allOf(ApiScope.class);
        others.remove(ApiScope.WRITE_MESSAGES);
        ShopSystem mute = new ShopSystem(integrations.key(owner.member(), others));

        assertThat(mute.put(path(), "{\"text\": \"Hello\"}").outcome())
                .isEqualTo("403 scope_missing");
        ShopSystem nextDoor = new ShopSystem(integrations.key(given.owner(given.store()).member()));
        assertThat(nextDoor.put(path(), "{\"text\": \"Hello\"}").outcome())
                .isEqualTo("404 not_found");
        assertThat(nextDoor.get(path()).outcome()).isEqualTo("404 not_found");
        assertThat(anna.thread().get("messages")).hasSize(1);
    }

    @Test
    void whatTheCustomerSentSaysWhatKindOfFileItIs() {
        UUID picture = UUID.randomUUID();
        var _ = files.pending(store, secret, new ConversationId(anna.conversation()), picture);
        UUID message = UUID.fromString(anna.send(picture).at("/message/id").asText());

        JsonNode file = system.get(path(message)).json().at("/message/attachments/0");

        assertThat(file.get("id").asText()).isEqualTo(picture.toString());
        assertThat(file.get("mediaType").asText()).startsWith("image/");
        assertThat(file.get("width").asInt()).isPositive();
        assertThat(file.get("duration").isNull()).isTrue();
    }

    @Test
    void aTranscriptForStaffSaysWhichSystemItWas() {
        var _ = post("{\"text\": \"It has left\"}");

        assertThat(transcript(true)).contains("It has left", name());
        assertThat(transcript(false)).contains("It has left").doesNotContain(name());
    }

    private String transcript(boolean notes) {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/transcript?format=html&notes=%s"
                                .formatted(store.id().value(), anna.conversation(), notes))
                .as(owner)
                .send()
                .body();
    }

    private String name() {
        return system.get("/store").json().at("/apiKey/name").asText();
    }

    private String path() {
        return path(id);
    }

    private String path(UUID message) {
        return "/conversations/%s/messages/%s".formatted(anna.conversation(), message);
    }

    private Answer one() {
        return system.get(path());
    }

    private Answer post(String json) {
        return system.put(path(), json);
    }

    private String refused(String json) {
        Answer answer = post(json);
        return answer.outcome() + " " + answer.field();
    }
}
