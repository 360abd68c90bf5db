package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is said on one side arrives on the other, and only where it may.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LiveDeliveryTest {

    @Inject Given given;
    @Inject Deeds deeds;
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
    }

    @Test
    void aFirstMessageArrivesAtStaffWithItsConversation() {
        try (LiveClient inbox = connect(priya)) {
            inbox.next("changes");

            anna.write("Do you deliver to Malta?");

            JsonNode told = inbox.next("changes");
            assertThat(told.at("/messages/0/text").asText()).isEqualTo("Do you deliver to Malta?");
            assertThat(told.at("/messages/0/kind").asText()).isEqualTo("customer");
            assertThat(told.at("/conversations/0/id").asText())
                    .isEqualTo(anna.conversation().toString());
            assertThat(told.at("/conversations/0/unread").asInt()).isEqualTo(1);
            assertThat(told.at("/conversations/0/customer/name").asText())
                    .isEqualTo("Anna Kowalska");
        }
    }

    @Test
    void whatIsUnreadIsCountedForEachStaffMember() {
        anna.write("One");
        anna.write("Two");
        priya.read(anna.conversation(), 2);
        try (LiveClient ofPriya = connect(priya);
                LiveClient ofTom = connect(tom)) {
            ofPriya.next("changes");
            ofTom.next("changes");

            anna.write("Three");

            assertThat(ofPriya.next("changes").at("/conversations/0/unread").asInt()).isEqualTo(1);
            assertThat(ofTom.next("changes").at("/conversations/0/unread").asInt()).isEqualTo(3);
        }
    }

    @Test
    void aShoppersOtherTabsHearWhatOneTabWrites() {
        anna.write("One");
        try (LiveClient tab = anna.connect(0);
                LiveClient other = anna.connect(1)) {
            tab.next("message");
            other.next("welcome");

            anna.write("Two");

            assertThat(tab.next("message").at("/message/publicSeq").asInt()).isEqualTo(2);
            assertThat(other.next("message").at("/message/text").asText()).isEqualTo("Two");
        }
    }

    @Test
    void anAnswerArrivesAtTheShopperUnderAFirstName() {
        anna.write("Hello?");
        try (LiveClient panel = anna.connect(1)) {
            panel.next("welcome");

            priya.answer(anna.conversation(), "Good morning!");

            JsonNode message = panel.next("message").get("message");
            assertThat(message.get("text").asText()).isEqualTo("Good morning!");
            assertThat(message.at("/author/name").asText()).isEqualTo("Priya");
            assertThat(message.get("publicSeq").asInt()).isEqualTo(2);
        }
    }

    @Test
    void eachSideHearsHowFarTheOtherHasRead() {
        anna.write("Hello?");
        priya.answer(anna.conversation(), "Good morning!");
        try (LiveClient panel = anna.connect(2);
                LiveClient inbox = connect(priya)) {
            panel.next("welcome");
            inbox.next("changes");

            priya.read(anna.conversation(), 1);
            anna.receipts(2, 1);

            assertThat(panel.next("conversation").at("/conversation/staffSeen").asInt())
                    .isEqualTo(1);
            JsonNode seen = inbox.next("changes", LiveDeliveryTest::isDelivered);
            assertThat(seen.at("/conversations/0/delivered").asInt()).isEqualTo(2);
            assertThat(seen.at("/conversations/0/seen").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aConversationTakenAwayIsGoneAndNothingMoreIsHeardOfIt() {
        anna.write("Hello?");
        try (LiveClient panel = anna.connect(1);
                LiveClient inbox = connect(priya)) {
            panel.next("welcome");
            inbox.next("changes");

            deeds.assign(store, anna.conversation(), tom.member().staff(), tom.member().staff());
            anna.write("Only Tom reads this");
            tom.note(anna.conversation(), "And this");
            anna.receipts(2, 2);
            somethingElseHappens();

            JsonNode gone = inbox.next("changes");
            assertThat(gone.get("gone")).extracting(JsonNode::asText).containsExactly(id(anna));
            assertThat(gone.get("conversations")).isEmpty();
            assertThat(gone.get("messages")).isEmpty();
            inbox.next("changes", LiveDeliveryTest::isSomethingElse);
            assertThat(inbox.heard().toString())
                    .containsOnlyOnce("\"gone\":[\"" + id(anna))
                    .doesNotContain("Only Tom");
            assertThat(framesAfterGone(inbox)).doesNotContain(id(anna));
        }
    }

    @Test
    void aConversationGivenBackIsToldWithWhetherItsCustomerIsThere() {
        anna.write("Hello?");
        deeds.assign(store, anna.conversation(), tom.member().staff(), tom.member().staff());
        try (LiveClient panel = anna.connect(1);
                LiveClient inbox = connect(priya)) {
            panel.next("welcome");
            assertThat(inbox.next("online").get("conversations")).isEmpty();
            inbox.next("changes");

            deeds.assign(store, anna.conversation(), tom.member().staff(), null);

            JsonNode told = inbox.next("changes", frame -> !frame.get("conversations").isEmpty());
            assertThat(told.at("/conversations/0/id").asText()).isEqualTo(id(anna));
            assertThat(told.at("/conversations/0/lastSeq").asInt()).isEqualTo(3);
            JsonNode presence = inbox.next("presence");
            assertThat(presence.get("conversation").asText()).isEqualTo(id(anna));
            assertThat(presence.get("online").asBoolean()).isTrue();
        }
    }

    @Test
    void nobodyHearsWhetherACustomerOfAnothersIsThere() {
        anna.write("Hello?");
        deeds.assign(store, anna.conversation(), tom.member().staff(), tom.member().staff());
        try (LiveClient inbox = connect(priya);
                LiveClient ofTom = connect(tom)) {
            inbox.next("changes");
            try (LiveClient panel = anna.connect(1)) {
                panel.next("welcome");

                assertThat(ofTom.next("presence").get("conversation").asText()).isEqualTo(id(anna));
                assertThat(priya.inbox().get("online")).isEmpty();
                assertThat(tom.inbox().get("online"))
                        .extracting(JsonNode::asText)
                        .containsExactly(id(anna));
            }
            somethingElseHappens();
            inbox.next("changes", LiveDeliveryTest::isSomethingElse);
            assertThat(inbox.heard("presence")).isEmpty();
        }
    }

    @Test
    void aNoteIsNeitherHeardNorMissedByTheShopper() {
        anna.write("Hello?");
        try (LiveClient panel = anna.connect(1)) {
            panel.next("welcome");
            JsonNode before = anna.thread();

            priya.note(anna.conversation(), "A difficult one");
            assertThat(anna.thread()).isEqualTo(before);
            priya.answer(anna.conversation(), "Good morning!");

            JsonNode answer = panel.next("message").get("message");
            assertThat(answer.get("publicSeq").asInt()).isEqualTo(2);
            assertThat(panel.heard())
                    .extracting(frame -> frame.get("type").asText())
                    .containsExactly("welcome", "message");
            assertThat(StreamSupport.stream(anna.thread().get("messages").spliterator(), false))
                    .extracting(message -> message.get("publicSeq").asInt())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void aNoteDoesNotEndAShoppersWait() throws Exception {
        anna.write("Hello?");
        Thread noting =
                Thread.startVirtualThread(() -> {
                    pause();
                    priya.note(anna.conversation(), "A difficult one");
                    pause();
                    priya.answer(anna.conversation(), "Good morning!");
                });

        JsonNode heard = anna.waitForMessages(1, 10);

        noting.join();
        assertThat(heard.get("messages")).hasSize(1);
        assertThat(heard.at("/messages/0/text").asText()).isEqualTo("Good morning!");
    }

    @Test
    void anotherStoresStaffHearNothing() {
        StaffBrowser stranger = new StaffBrowser(server, given.agent(given.store()));
        try (LiveClient elsewhere = connect(stranger);
                LiveClient inbox = connect(priya)) {
            elsewhere.next("changes");
            inbox.next("changes");

            anna.write("Hello?");
            try (LiveClient panel = anna.connect(0)) {
                panel.next("message");
                inbox.next("presence");
            }

            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> elsewhere.rest().isEmpty());
        }
    }

    private static boolean isDelivered(JsonNode changes) {
        return changes.at("/conversations/0/delivered").asInt() > 0;
    }

    /// A change everybody sees, to know that those before it have been told.
    private void somethingElseHappens() {
        new ShopperBrowser(server, store, given.secret()).write("Something else");
    }

    private static boolean isSomethingElse(JsonNode changes) {
        return changes.at("/messages/0/text").asText().equals("Something else");
    }

    private static String framesAfterGone(LiveClient inbox) {
        List<JsonNode> frames = inbox.heard();
        int gone = 0;
        while (frames.get(gone).path("gone").isEmpty()) {
            gone++;
        }
        return frames.subList(gone + 1, frames.size()).toString();
    }

    private static LiveClient connect(StaffBrowser browser) {
        return browser.connect(browser.inbox().get("position"));
    }

    private static String id(ShopperBrowser shopper) {
        UUID conversation = shopper.conversation();
        return conversation.toString();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
