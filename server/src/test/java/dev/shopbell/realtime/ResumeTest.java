package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.StaffDraft;
import dev.shopbell.platform.database.Database;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.InboxLoad;
import dev.shopbell.testkit.InboxMirror;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.ThreadMirror;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that was away hears what it missed, all of it, and nothing else.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ResumeTest {

    private static final int MISSED = 500;

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Messages messages;
    @Inject Database database;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private StaffBrowser tom;
    private ShopperBrowser anna;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom = new StaffBrowser(server, given.member(store, "Tom Baker", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
    }

    @Test
    void staffWhoMissedFiveHundredMessagesOfOneThreadGetThoseAndNothingElse() {
        InboxLoad before = InboxLoad.of(priya, anna.conversation());
        InboxMirror mirror = InboxMirror.of(before);
        LiveClient cut = priya.connect(mirror.position());
        cut.next("changes");
        cut.vanish();
        tomWrites(MISSED);
        int requests = priya.requests();

        try (LiveClient socket = priya.connect(mirror.position())) {
            socket.next("changes");
            socket.heard().forEach(mirror::hear);
            List<JsonNode> ranges = mirror.fill(priya);

            assertThat(ranges)
                    .extracting(range -> range.get("messages").size())
                    .containsExactly(200, 200, 100);
            assertThat(priya.requests() - requests).isEqualTo(3);
            assertThat(numbers(ranges, "seq")).isEqualTo(missed());
            assertThat(socket.heard("changes")).hasSize(1);
            assertThat(socket.heard("changes").getFirst().get("conversations")).hasSize(1);
            assertThat(socket.heard("changes").getFirst().get("messages")).isEmpty();
        }
        InboxMirror fresh = InboxMirror.of(InboxLoad.of(priya, anna.conversation()));
        fresh.takeThread(priya.messagesAfter(anna.conversation(), 0, 200));
        fresh.takeThread(priya.messagesAfter(anna.conversation(), 200, 200));
        fresh.takeThread(priya.messagesAfter(anna.conversation(), 400, 200));
        assertThat(mirror.shown()).isEqualTo(fresh.shown());
    }

    @Test
    void staffWhoMissedFiveHundredConversationsGetThoseAndNothingElse() {
        InboxMirror mirror = InboxMirror.of(InboxLoad.of(priya));
        for (int customer = 0; customer < MISSED; customer++) {
            given.firstMessage(store, given.secret(), "Hello " + customer);
        }
        int requests = priya.requests();

        try (LiveClient socket = priya.connect(mirror.position())) {
            while (mirror.shown().get("rows").size() <= MISSED) {
                mirror.hear(socket.next("changes"));
            }

            assertThat(priya.requests()).isEqualTo(requests);
            assertThat(socket.heard("changes"))
                    .extracting(frame -> frame.get("conversations").size())
                    .containsExactly(200, 200, 100);
        }
        assertThat(mirror.shown().get("unread")).hasSize(MISSED + 1);
        assertThat(mirror.position()).isEqualTo(priya.inbox().get("position"));
        assertThat(rows(mirror)).isEqualTo(allConversations());
    }

    @Test
    void whoAsksOverHttpInsteadGetsTheSame() {
        InboxMirror mirror = InboxMirror.of(InboxLoad.of(priya));
        for (int customer = 0; customer < MISSED; customer++) {
            given.firstMessage(store, given.secret(), "Hello " + customer);
        }

        List<Integer> answers = new ArrayList<>();
        while (answers.isEmpty() || answers.getLast() > 0) {
            Answer answer = priya.changes(mirror.position(), 0);
            mirror.hear(answer.body());
            answers.add(answer.body().get("conversations").size());
        }

        assertThat(answers).containsExactly(200, 200, 100, 0);
        assertThat(rows(mirror)).isEqualTo(allConversations());
    }

    @Test
    void aShopperWhoMissedFiveHundredMessagesGetsThoseAndNothingElse() {
        ThreadMirror mirror = ThreadMirror.of(anna.thread());
        LiveClient cut = anna.connect(mirror.lastPlace());
        cut.next("welcome");
        cut.vanish();
        tomWrites(MISSED / 2);
        tomSays("A note, which is no gap", true);
        tomWrites(MISSED / 2);
        int requests = anna.requests();

        try (LiveClient socket = anna.connect(mirror.lastPlace())) {
            await().until(() -> socket.heard("message").size() == 200);
            socket.heard().forEach(mirror::hear);
            List<JsonNode> ranges = mirror.fill(anna);

            assertThat(ranges)
                    .extracting(range -> range.get("messages").size())
                    .containsExactly(200, 100);
            assertThat(anna.requests() - requests).isEqualTo(2);
            assertThat(socket.heard()).hasSize(201);
            List<Long> travelled = new ArrayList<>();
            socket.heard("message")
                    .forEach(frame -> travelled.add(frame.at("/message/publicSeq").asLong()));
            travelled.addAll(numbers(ranges, "publicSeq"));
            assertThat(travelled).isEqualTo(missed());
        }
        ThreadMirror fresh = ThreadMirror.of(anna.messagesAfter(0, 200));
        fresh.fill(anna);
        assertThat(mirror.shown()).isEqualTo(fresh.shown());
    }

    @Test
    void ofVeryLongMessagesAShoppersSocketBringsSomeAndShowsTheGap() {
        ThreadMirror mirror = ThreadMirror.of(anna.thread());
        for (int message = 0; message < 60; message++) {
            tomSays("x".repeat(10_000), false);
        }

        try (LiveClient socket = anna.connect(mirror.lastPlace())) {
            socket.next("message", frame -> frame.at("/message/publicSeq").asInt() == 61);
            socket.heard().forEach(mirror::hear);

            assertThat(socket.heard("message")).hasSizeLessThan(40);
            assertThat(mirror.fill(anna)).isNotEmpty();
        }
        assertThat(mirror.lastPlace()).isEqualTo(61);
    }

    @Test
    void aStoreFullOfChangesIsLoadedAfresh() {
        JsonNode position = priya.inbox().get("position");
        for (int customer = 0; customer < 1_000; customer++) {
            given.firstMessage(store, given.secret(), "Hello " + customer);
        }

        try (LiveClient socket = priya.connect(position)) {
            socket.next("start_over");
            assertThat(socket.heard("changes")).isEmpty();
        }
    }

    @Test
    void whoWasAwayWhileAConversationWasTakenLearnsThatItIsGone() {
        InboxMirror mirror = InboxMirror.of(InboxLoad.of(priya, anna.conversation()));
        deeds.assign(store, anna.conversation(), tom.member().staff(), tom.member().staff());
        anna.write("Only Tom reads this");
        UUID other =
                given.firstMessage(store, given.secret(), "Me too").conversation().id().value();

        try (LiveClient socket = priya.connect(mirror.position())) {
            JsonNode changes = socket.next("changes");
            socket.heard().forEach(mirror::hear);

            assertThat(changes.get("gone"))
                    .extracting(JsonNode::asText)
                    .containsExactly(anna.conversation().toString());
            assertThat(changes.get("conversations"))
                    .extracting(one -> one.get("id").asText())
                    .containsExactly(other.toString());
        }
        assertThat(mirror.shown()).isEqualTo(InboxMirror.of(InboxLoad.of(priya)).shown());
    }

    @Test
    void whatHappenedToHiddenConversationsIsNotTold() {
        deeds.assign(store, anna.conversation(), tom.member().staff(), tom.member().staff());
        JsonNode position = priya.inbox().get("position");
        anna.write("Only Tom reads this");

        try (LiveClient socket = priya.connect(position)) {
            JsonNode changes = socket.next("changes");

            assertThat(changes.get("gone")).isEmpty();
            assertThat(changes.get("conversations")).isEmpty();
        }
    }

    @Test
    void aPositionOfAnotherHistoryStartsOver() {
        ObjectNode position = priya.inbox().get("position").deepCopy();
        position.put("epoch", UUID.randomUUID() + ".1.1");

        startsOver(position);
    }

    @Test
    void aPositionAboveTheStoresStartsOver() {
        ObjectNode position = priya.inbox().get("position").deepCopy();
        position.put("feedSeq", position.get("feedSeq").asLong() + 1);

        startsOver(position);
    }

    @Test
    void aPositionBelowZeroStartsOver() {
        ObjectNode position = priya.inbox().get("position").deepCopy();
        position.put("feedSeq", -1);

        startsOver(position);
    }

    @Test
    void aPositionFromBeforeOnesRightsChangedStartsOver() {
        JsonNode position = priya.inbox().get("position");
        changeRights();

        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        priya.changes(position, 0)
                                .body()
                                .at("/type")
                                .asText()
                                .equals("start_over"));
        startsOver(position);
    }

    @Test
    void whoseRightsChangeWhileConnectedStartsOverWithinFiveSeconds() {
        LiveClient socket = priya.connect(priya.inbox().get("position"));
        socket.next("changes");

        changeRights();

        assertThat(socket.awaitEnd(Duration.ofSeconds(5))).isEqualTo(1012);
        assertThat(socket.heard("start_over")).hasSize(1);
    }

    @Test
    void aShopperWhoKnowsMoreThanTheServerStartsOver() {
        try (LiveClient socket = anna.connect(7)) {
            socket.next("welcome");
            socket.next("start_over");
        }
    }

    @Test
    void aLongWaitEndsWithTheNews() {
        JsonNode position = priya.inbox().get("position");
        Thread.startVirtualThread(() -> {
            pause(700);
            anna.write("And another thing");
        });
        long began = System.nanoTime();

        Answer answer = priya.changes(position, 20);

        assertThat(answer.body().at("/conversations/0/lastSeq").asInt()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    @Test
    void whoSignsOutDuringALongWaitIsToldNothingAnyMore() {
        JsonNode position = priya.inbox().get("position");
        Thread.startVirtualThread(() -> {
            pause(500);
            priya.signOut();
            pause(4_000);
            anna.write("A secret by now");
        });

        Answer answer = priya.changes(position, 20);

        assertThat(answer.status()).isEqualTo(401);
    }

    /// The first message was known; then came those that were missed.
    private static List<Long> missed() {
        return LongStream.rangeClosed(2, 1 + MISSED).boxed().toList();
    }

    private static List<Long> numbers(List<JsonNode> ranges, String name) {
        List<Long> numbers = new ArrayList<>();
        ranges.forEach(range ->
                range.get("messages").forEach(message -> numbers.add(message.get(name).asLong())));
        return numbers;
    }

    private void startsOver(JsonNode position) {
        assertThat(priya.changes(position, 5).body().at("/type").asText()).isEqualTo("start_over");
        try (LiveClient socket = priya.connect(position)) {
            socket.next("start_over");
            assertThat(socket.heard("changes")).isEmpty();
        }
    }

    private void changeRights() {
        database.inStore(
                store.id(),
                tx ->
                        tx.createUpdate(
                                        """
                                        UPDATE membership SET rights_version = rights_version + 1
                                         WHERE store_id = :store AND staff_id = :staff
                                        """)
                                .bind("store", store.id().value())
                                .bind("staff", priya.member().staff().value())
                                .execute());
    }

    private void tomWrites(int answers) {
        for (int answer = 0; answer < answers; answer++) {
            tomSays("Answer " + answer, false);
        }
    }

    private void tomSays(String text, boolean isNote) {
        messages.post(
                tom.member(),
                new StaffDraft(
                        new ConversationId(anna.conversation()),
                        new MessageId(UUID.randomUUID()),
                        new MessageText(text),
                        isNote));
    }

    private static JsonNode rows(InboxMirror mirror) {
        return mirror.shown().get("rows");
    }

    /// Page by page.
    private JsonNode allConversations() {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page = priya.list("all");
        page.get("conversations").forEach(rows::add);
        while (!page.get("next").isNull()) {
            page = priya.list("all&before=" + page.get("next").asText());
            page.get("conversations").forEach(rows::add);
        }
        return new ObjectMapper().valueToTree(rows);
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
