package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.ImpatientServer;
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
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is Online. The grace between two pages is 1.5 seconds here, a silent client is given up
/// after two.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(ImpatientServer.class)
class PresenceTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private StaffBrowser priya;
    private ShopperBrowser anna;
    private LiveClient inbox;
    private Store store;

    @BeforeEach
    void staffWatch() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
        inbox = priya.connect(priya.inbox().get("position"));
        inbox.next("changes");
    }

    @AfterEach
    void staffGo() {
        inbox.close();
    }

    @Test
    void whoOpensAPageComesAndWhoClosesTheLastOneLeaves() {
        LiveClient page = anna.connect(1);
        assertThat(inbox.next("presence").get("online").asBoolean()).isTrue();
        LiveClient second = anna.connect(1);
        second.next("welcome");
        page.close();
        second.close();
        Instant closed = Instant.now();

        JsonNode left = inbox.next("presence");

        assertThat(left.get("online").asBoolean()).isFalse();
        assertThat(left.get("conversation").asText()).isEqualTo(anna.conversation().toString());
        assertThat(Instant.parse(left.get("leftAt").asText()))
                .isBetween(closed.minusSeconds(1), closed.plusMillis(500));
        assertThat(inbox.heard("presence")).hasSize(2);
        assertThat(priya.inbox().get("online")).isEmpty();
    }

    @Test
    void movingFromPageToPageIsNotLeaving() throws InterruptedException {
        LiveClient page = anna.connect(1);
        inbox.next("presence");
        for (int move = 0; move < 4; move++) {
            page.close();
            Thread.sleep(600);
            page = anna.connect(1);
            page.next("welcome");
        }

        assertThat(inbox.rest()).isEmpty();
        page.close();
        assertThat(inbox.next("presence").get("online").asBoolean()).isFalse();
    }

    @Test
    void whoVanishesWithoutAWordLeavesAtOnceWhenGivenUp() {
        LiveClient mute =
                LiveClient.openMute(anna.socket(), Map.of("Origin", Given.ORIGIN))
                        .say(anna.hello(1));
        inbox.next("presence");

        assertThat(mute.awaitEnd()).isEqualTo(4408);
        long givenUp = System.nanoTime();

        assertThat(inbox.next("presence").get("online").asBoolean()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - givenUp))
                .isLessThan(Duration.ofMillis(1200));
    }

    @Test
    void whoCutsTheLineLeavesAfterTheGrace() {
        LiveClient page = anna.connect(1);
        inbox.next("presence");

        page.vanish();

        assertThat(inbox.next("presence").get("online").asBoolean()).isFalse();
    }

    @Test
    void staffWhoConnectHearWhoIsThere() {
        try (LiveClient page = anna.connect(1)) {
            page.next("welcome");

            try (LiveClient other = priya.connect(priya.inbox().get("position"))) {
                assertThat(other.next("online").get("conversations"))
                        .extracting(JsonNode::asText)
                        .containsExactly(anna.conversation().toString());
            }
        }
    }

    /// While no staff socket is open nobody on the server listens to the store.
    @Test
    void anAssignmentWhileNobodyListenedIsHeededAfterwards() {
        StaffBrowser tom =
                new StaffBrowser(server, given.member(store, "Tom", "Inbox administrator"));
        anna.connect(1).close();
        inbox.close();

        deeds.assign(store, anna.conversation(), tom.member().staff(), tom.member().staff());
        inbox = priya.connect(priya.inbox().get("position"));

        assertThat(inbox.next("online").get("conversations")).isEmpty();
        assertThat(priya.inbox().get("online")).isEmpty();
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(4))
                .until(() -> inbox.heard("presence").isEmpty());
    }

    @Test
    void aHundredPagesOpenedAndClosedAtOnceLeaveNobodyBehind() {
        for (int round = 0; round < 10; round++) {
            LiveClient[] pages = new LiveClient[10];
            for (int page = 0; page < pages.length; page++) {
                pages[page] = anna.connect(1);
            }
            for (LiveClient page : pages) {
                page.vanish();
            }
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> priya.inbox().get("online").isEmpty());
        assertThat(inbox.heard("presence").getLast().get("online").asBoolean()).isFalse();
        assertThat(inbox.heard("presence")).hasSizeLessThanOrEqualTo(2);
    }
}
