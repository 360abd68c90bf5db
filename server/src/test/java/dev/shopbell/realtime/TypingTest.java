package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who hears that somebody types or looks: those who may see the conversation at that moment, and
/// nobody else.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TypingTest {

    private static final String LAST_WORDS = "That was all";

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private final List<LiveClient> open = new ArrayList<>();
    private Store store;
    private StaffBrowser priya;
    private StaffBrowser maya;
    private ShopperBrowser anna;
    private LiveClient priyas;
    private LiveClient mayas;
    private LiveClient annas;
    private UUID conversation;

    @BeforeEach
    void everybodyIsThere() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        maya = new StaffBrowser(server, given.member(store, "Maya Lind", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
        conversation = anna.conversation();
        annas = opened(anna.connect(1), "welcome");
        priyas = opened(priya.connect(priya.inbox().get("position")), "changes");
        mayas = opened(maya.connect(maya.inbox().get("position")), "changes");
    }

    @AfterEach
    void everybodyGoes() {
        open.forEach(LiveClient::close);
    }

    @Test
    void anAnswerBeingTypedIsHeardByColleaguesAndByTheShopperWithTheFirstName() {
        StaffBrowser.types(mayas, conversation, false);

        JsonNode heard = priyas.next("typing");
        assertThat(heard.at("/staff/name").asText()).isEqualTo("Maya Lind");
        assertThat(heard.get("note").asBoolean()).isFalse();
        assertThat(annas.next("staff_typing").at("/author/name").asText()).isEqualTo("Maya");
        assertThat(annas.heard().toString())
                .doesNotContain("Lind", maya.member().staff().value().toString());
        assertThat(mayas.heard("typing")).isEmpty();
    }

    @Test
    void aNoteBeingTypedNeverReachesTheShopper() {
        StaffBrowser.types(mayas, conversation, true);
        assertThat(priyas.next("typing").get("note").asBoolean()).isTrue();

        assertThat(everythingElseHeardBy(annas)).isEmpty();
    }

    @Test
    void aShopperWhoTypesIsHeardByStaff() {
        ShopperBrowser.types(annas);

        assertThat(priyas.next("typing").get("staff").isNull()).isTrue();
        assertThat(mayas.next("typing").get("conversation").asText())
                .isEqualTo(conversation.toString());
    }

    @Test
    void whoMayNotSeeTheConversationHearsNothingOfIt() {
        assignTo(maya);
        ShopperBrowser.types(annas);
        StaffBrowser.types(mayas, conversation, false);
        StaffBrowser.views(mayas, conversation);
        StaffBrowser.views(priyas, conversation);
        annas.next("staff_typing");
        Awaitility.await()
                .until(() -> !mayas.heard("typing").isEmpty() && !mayas.heard("viewers").isEmpty());
        assertThat(mayas.heard("viewers").toString()).doesNotContain("Priya");

        assertThat(everythingElseHeardBy(priyas))
                .allSatisfy(frame -> assertThat(frame.get("type").asText()).isEqualTo("changes"));
    }

    @Test
    void whoMayNotSeeTheConversationIsNotHeardInItEither() {
        assignTo(maya);

        StaffBrowser.types(priyas, conversation, false);
        StaffBrowser.types(priyas, conversation, true);

        assertThat(everythingElseHeardBy(annas)).isEmpty();
        assertThat(typingHeardBy(mayas)).isEmpty();
    }

    @Test
    void whoIsBlockedDisturbsNobodyByTyping() {
        DatabaseOwner.execute(
                """
                UPDATE conversation SET status = 'resolved', blocked_at = now(), blocked_by = ?
                 WHERE conversation_id = ?
                """,
                priya.member().staff().value(),
                conversation);

        ShopperBrowser.types(annas);

        assertThat(everythingElseHeardBy(priyas)).isEmpty();
        assertThat(typingHeardBy(mayas)).isEmpty();
    }

    /// Priya has the thread open and types while it is taken from her.
    @Test
    void whoseConversationIsTakenAwayWhileTheyTypeHearsNoMoreAndKeepsTheirWords() {
        StaffBrowser.views(priyas, conversation);
        StaffBrowser.views(mayas, conversation);
        mayas.next("viewers", frame -> frame.get("staff").size() == 1);
        StaffBrowser.types(priyas, conversation, false);
        mayas.next("typing");
        priya.draft(conversation, "staff", "We ship on Mon");
        priyas.next("draft");

        assignTo(maya);
        JsonNode gone = priyas.next("changes", frame -> !frame.get("gone").isEmpty());
        assertThat(gone.get("gone").get(0).asText()).isEqualTo(conversation.toString());
        mayas.next("viewers", frame -> frame.get("staff").isEmpty());
        ShopperBrowser.types(annas);
        StaffBrowser.types(mayas, conversation, true);
        anna.write("Are you there?");
        mayas.next("typing");
        priya.tryToDraft(conversation, "staff", "We ship on Monday");

        assertThat(everythingElseHeardBy(priyas)).isEmpty();
        JsonNode kept = priya.inbox().get("drafts").get(0);
        assertThat(kept.get("text").asText()).isEqualTo("We ship on Mon");
        assertThat(kept.get("stranded").asBoolean()).isTrue();
    }

    @Test
    void whoHasTheThreadOpenIsToldWhoElseHas() {
        StaffBrowser.views(priyas, conversation);
        assertThat(priyas.next("viewers").get("staff")).isEmpty();

        StaffBrowser.views(mayas, conversation);
        assertThat(priyas.next("viewers").at("/staff/0/name").asText()).isEqualTo("Maya Lind");
        assertThat(mayas.next("viewers").at("/staff/0/name").asText()).isEqualTo("Priya Nair");

        StaffBrowser.views(mayas, null);
        assertThat(priyas.next("viewers").get("staff")).isEmpty();
    }

    @Test
    void whoHangsUpLooksNoLonger() {
        LiveClient second = maya.connect(maya.inbox().get("position"));
        second.next("changes");
        StaffBrowser.views(priyas, conversation);
        StaffBrowser.views(second, conversation);
        priyas.next("viewers", frame -> frame.get("staff").size() == 1);

        second.vanish();

        priyas.next("viewers", frame -> frame.get("staff").isEmpty());
    }

    @Test
    void typingInAHurryIsPassedOnOnceASecond() {
        for (int times = 0; times < 10; times++) {
            ShopperBrowser.types(annas);
        }
        anna.write("There");
        priyas.next("changes");

        assertThat(everythingElseHeardBy(priyas)).isEmpty();
        assertThat(typingHeardBy(priyas)).hasSizeLessThanOrEqualTo(2).isNotEmpty();
    }

    @Test
    void goingFromANoteToAnAnswerIsToldAtOnce() {
        StaffBrowser.types(mayas, conversation, true);
        StaffBrowser.types(mayas, conversation, false);

        assertThat(priyas.next("typing").get("note").asBoolean()).isTrue();
        assertThat(priyas.next("typing").get("note").asBoolean()).isFalse();
        annas.next("staff_typing");
    }

    @Test
    void whatOnlyTheOtherSideSaysEndsTheSocket() {
        LiveClient panel = anna.connect(1);
        panel.next("welcome");
        StaffBrowser.types(panel, conversation, true);
        assertThat(panel.awaitEnd()).isEqualTo(4400);

        LiveClient watching = anna.connect(1);
        watching.next("welcome");
        StaffBrowser.views(watching, conversation);
        assertThat(watching.awaitEnd()).isEqualTo(4400);

        LiveClient inbox = priya.connect(priya.inbox().get("position"));
        inbox.next("changes");
        ShopperBrowser.types(inbox);
        assertThat(inbox.awaitEnd()).isEqualTo(4400);
    }

    @Test
    void whoHasNotSaidHelloSaysNothingElse() {
        LiveClient socket = priya.open();
        StaffBrowser.types(socket, conversation, false);

        assertThat(socket.awaitEnd()).isEqualTo(4400);
    }

    /// A store tells of what people do in the order in which they do it, and the frames of one
    /// socket keep their order: nothing that was to come before these is still on its way.
    private List<JsonNode> everythingElseHeardBy(LiveClient client) {
        ShopperBrowser other = new ShopperBrowser(server, store, given.secret());
        other.write("Something else");
        ShopperBrowser.types(opened(other.connect(1), "welcome"));
        awaitHeard(mayas, "typing", other.conversation().toString());
        if (client.equals(annas)) {
            maya.answer(conversation, LAST_WORDS);
        } else {
            other.write(LAST_WORDS);
        }
        awaitHeard(client, client.equals(annas) ? "message" : "changes", LAST_WORDS);
        return client.rest().stream()
                .filter(frame -> !frame.toString().contains(other.conversation().toString()))
                .filter(frame -> !frame.toString().contains(LAST_WORDS))
                .toList();
    }

    private static void awaitHeard(LiveClient client, String type, String words) {
        Awaitility.await().until(() -> client.heard(type).toString().contains(words));
    }

    private List<JsonNode> typingHeardBy(LiveClient client) {
        return client.heard("typing").stream()
                .filter(frame -> frame.toString().contains(conversation.toString()))
                .toList();
    }

    private void assignTo(StaffBrowser to) {
        StaffId staff = to.member().staff();
        deeds.assign(store, conversation, staff, staff);
    }

    private LiveClient opened(LiveClient client, String greeting) {
        client.next(greeting);
        open.add(client);
        return client;
    }
}
