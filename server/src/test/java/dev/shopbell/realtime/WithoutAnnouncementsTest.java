package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DeafServer;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing depends on having been told of a commit: whatever happens arrives within about a second
/// all the same.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(DeafServer.class)
class WithoutAnnouncementsTest {

    private static final Duration ABOUT_A_SECOND = Duration.ofMillis(2500);

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
    }

    @Test
    void messagesReachBothSides() {
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"));
                LiveClient panel = anna.connect(1)) {
            inbox.next("changes");
            panel.next("welcome");

            anna.write("Anybody there?");
            JsonNode atStaff = soon(() -> inbox.next("changes"));
            priya.answer(anna.conversation(), "Good morning!");
            JsonNode atShopper =
                    soon(() -> panel.next("message", WithoutAnnouncementsTest::isAnswer));

            assertThat(atStaff.at("/messages/0/text").asText()).isEqualTo("Anybody there?");
            assertThat(atStaff.at("/conversations/0/unread").asInt()).isEqualTo(2);
            assertThat(atShopper.at("/message/publicSeq").asInt()).isEqualTo(3);
        }
    }

    @Test
    void whatWasSaidInOneSecondArrivesTogether() {
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"))) {
            inbox.next("changes");

            for (int message = 0; message < 30; message++) {
                anna.write("Message " + message);
            }

            JsonNode last =
                    inbox.next(
                            "changes", frame -> frame.at("/conversations/0/lastSeq").asInt() == 31);
            int heard = 0;
            for (JsonNode frame : inbox.heard("changes")) {
                heard += frame.get("messages").size();
            }
            assertThat(heard).isEqualTo(30);
            assertThat(
                            last.at("/messages")
                                    .get(last.at("/messages").size() - 1)
                                    .at("/text")
                                    .asText())
                    .isEqualTo("Message 29");
        }
    }

    @Test
    void watermarksAndAssignmentsReachBothSides() {
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"));
                LiveClient panel = anna.connect(1)) {
            inbox.next("changes");
            panel.next("welcome");

            priya.read(anna.conversation(), 1);
            assertThat(soon(() -> panel.next("conversation")).at("/conversation/staffSeen").asInt())
                    .isEqualTo(1);
            deeds.assign(
                    store,
                    anna.conversation(),
                    priya.member().staff(),
                    given.member(store, "Tom", "Inbox administrator").member().staff());

            JsonNode gone =
                    soon(() -> inbox.next("changes", frame -> !frame.get("gone").isEmpty()));
            assertThat(gone.get("gone")).hasSize(1);
        }
    }

    @Test
    void presenceReachesStaff() {
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"))) {
            inbox.next("changes");

            try (LiveClient panel = anna.connect(1)) {
                panel.next("welcome");
                assertThat(soon(() -> inbox.next("presence")).get("online").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void longWaitsEndWithTheNews() {
        JsonNode position = priya.inbox().get("position");
        Thread.startVirtualThread(() -> anna.write("Anybody there?"));

        JsonNode told = soon(() -> priya.changes(position, 20).body());
        JsonNode thread = soon(() -> anna.waitForMessages(1, 20));

        assertThat(told.at("/conversations/0/lastSeq").asInt()).isEqualTo(2);
        assertThat(thread.at("/messages/0/text").asText()).isEqualTo("Anybody there?");
    }

    private static boolean isAnswer(JsonNode frame) {
        return frame.at("/message/kind").asText().equals("staff");
    }

    private static JsonNode soon(Supplier<JsonNode> waiting) {
        long began = System.nanoTime();
        JsonNode heard = waiting.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ABOUT_A_SECOND);
        return heard;
    }
}
