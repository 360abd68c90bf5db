package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Notes that name colleagues: only those who may read them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MentionsTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private StaffBrowser maya;
    private ShopperBrowser anna;
    private UUID conversation;

    @BeforeEach
    void aQuestion() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        maya = new StaffBrowser(server, given.member(store, "Maya Lind", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you ship to Malta?");
        conversation = anna.conversation();
    }

    @Test
    void aNoteSaysWhomItNames() {
        Answer posted = priya.tryToNote(conversation, "@Maya what do you think?", List.of(maya));

        assertThat(posted.status()).isEqualTo(200);
        JsonNode note = maya.thread(conversation).at("/messages/1");
        assertThat(note.get("mentions")).hasSize(1);
        assertThat(note.at("/mentions/0").asText())
                .isEqualTo(maya.member().staff().value().toString());
    }

    @Test
    void whoIsNamedIsToldUntilTheyHaveReadTheNote() {
        priya.tryToNote(conversation, "@Maya what do you think?", List.of(maya, priya));
        assertThat(maya.thread(conversation).at("/conversation/mentioned").asBoolean()).isTrue();
        assertThat(priya.thread(conversation).at("/conversation/mentioned").asBoolean()).isFalse();

        maya.read(conversation, 1);
        assertThat(maya.thread(conversation).at("/conversation/mentioned").asBoolean()).isTrue();
        maya.read(conversation, 2);
        assertThat(maya.thread(conversation).at("/conversation/mentioned").asBoolean()).isFalse();

        priya.tryToNote(conversation, "@Maya and now?", List.of(maya));
        assertThat(maya.thread(conversation).at("/conversation/mentioned").asBoolean()).isTrue();
    }

    @Test
    void whoIsNamedInWhatIsResolvedIsToldWhenTheyComeToTheInbox() {
        priya.tryToNote(conversation, "@Maya what do you think?", List.of(maya));
        deeds.resolve(store, conversation, priya.member().staff());
        for (int other = 0; other < 4; other++) {
            new ShopperBrowser(server, store, given.secret()).write("And to Gozo?");
        }

        assertThat(latest(maya)).contains(conversation.toString());
        assertThat(latest(priya)).doesNotContain(conversation.toString());

        maya.read(conversation, maya.thread(conversation).at("/conversation/lastSeq").asLong());
        assertThat(latest(maya)).doesNotContain(conversation.toString());
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotSeeAnyMore() {
        priya.tryToNote(conversation, "@Maya what do you think?", List.of(maya));
        deeds.assign(store, conversation, priya.member().staff(), priya.member().staff());

        assertThat(latest(maya)).doesNotContain(conversation.toString());
    }

    @Test
    void whoIsNamedHearsOfItAtOnce() {
        try (LiveClient mayas = maya.connect(maya.inbox().get("position"))) {
            mayas.next("changes");
            priya.tryToNote(conversation, "@Maya what do you think?", List.of(maya));

            JsonNode heard = mayas.next("changes");
            assertThat(heard.at("/conversations/0/mentioned").asBoolean()).isTrue();
        }
    }

    @Test
    void administratorsCanBeNamedInWhatTheyMayRead() {
        deeds.assign(store, conversation, priya.member().staff(), priya.member().staff());
        DatabaseOwner.execute(
                "UPDATE store SET settings = settings || '{\"administratorsReadAssigned\": true}' WHERE store_id = ?",
                store.id().value());

        assertThat(priya.tryToNote(conversation, "@Maya?", List.of(maya)).status()).isEqualTo(200);
    }

    @Test
    void whoMayNotSeeTheConversationCannotBeNamed() {
        deeds.assign(store, conversation, priya.member().staff(), priya.member().staff());
        assertNotPossible(List.of(maya));
        assertThat(priya.tryToNote(conversation, "For @me", List.of(priya)).status())
                .isEqualTo(200);
    }

    @Test
    void whoHasLeftOrWorksElsewhereOrMayNotReadConversationsCannotBeNamed() {
        StaffBrowser elsewhere = new StaffBrowser(server, given.agent(given.store()));
        StaffBrowser gone = new StaffBrowser(server, given.agent(store));
        DatabaseOwner.execute(
                "UPDATE staff SET deactivated_at = now() WHERE staff_id = ?",
                gone.member().staff().value());
        DatabaseOwner.execute(
                """
                INSERT INTO role (store_id, role_id, name, permissions)
                VALUES (?, gen_random_uuid(), 'Settings only', '{inbox_administration}')
                """,
                store.id().value());
        StaffBrowser settings =
                new StaffBrowser(server, given.member(store, "Ines Marsh", "Settings only"));

        for (StaffBrowser person : List.of(elsewhere, gone, settings)) {
            assertNotPossible(List.of(maya, person));
        }
    }

    @Test
    void anAnswerNamesNobody() {
        Answer refused = priya.tryToSay(conversation, "staff", "Hi", List.of(maya));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("mention_not_possible");
    }

    private static List<String> latest(StaffBrowser person) {
        return person.inbox().get("latest").findValuesAsText("id");
    }

    private void assertNotPossible(List<StaffBrowser> named) {
        Answer refused = priya.tryToNote(conversation, "What do you think?", named);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("mention_not_possible");
        assertThat(refused.body().get("field").asText()).isEqualTo("mentions");
    }
}
