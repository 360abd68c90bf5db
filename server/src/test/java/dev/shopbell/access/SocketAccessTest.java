package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
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
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The two sockets × everybody who might try them. Whoever is kept out hears nothing.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SocketAccessTest {

    private static final int SIGNED_OUT = 4401;
    private static final int WRONG_ORIGIN = 4403;
    private static final int NOT_FOUND = 4404;

    private static final Map<String, String> PANEL = Map.of("Origin", Given.ORIGIN);

    @Inject Scenes scenes;
    @TestHTTPResource URI server;

    private Scene scene;

    @BeforeEach
    void takeTheScene() {
        scene = scenes.usual;
    }

    @Test
    void anAgentHearsOfWhatTheyMaySee() {
        scene.everybodySpeaks();

        try (LiveClient socket = staff(scene.agent, scene.agent)) {
            assertThat(socket.next("changes").path("conversations")).isNotEmpty();

            scene.canaries.assertFitForAnAgent(socket.heard().toString());
        }
    }

    @Test
    void theAssigneeHearsOfTheirConversation() {
        try (LiveClient socket = staff(scene.assignee, scene.assignee)) {
            assertThat(socket.next("changes").toString()).contains(scene.hidden.toString());

            scene.canaries.assertFitForTheAssignee(socket.heard().toString());
        }
    }

    @Test
    void staffAreKeptOutOfWhatIsNotTheirs() {
        assertKeptOut(staff(scene.agent, scene.neighbour), NOT_FOUND);
        assertKeptOut(staff(scene.agent, scene.withoutPermission), NOT_FOUND);
        assertKeptOut(staff(scene.agent, scene.left), NOT_FOUND);
        assertKeptOut(staff(scene.agent, scene.deactivated), SIGNED_OUT);
        assertKeptOut(staff(scene.agent, scene.expired), SIGNED_OUT);
        assertKeptOut(staff(scene.agent, Map.of("Origin", Given.ORIGIN)), SIGNED_OUT);
        assertKeptOut(
                staff(
                        scene.agent,
                        Map.of("Origin", Given.ORIGIN, "Cookie", "shopbell_session=forged")),
                SIGNED_OUT);
    }

    /// Without a word from them: it ends before anybody can say who they are.
    @Test
    void aPageOfAnotherOriginIsNotLetIn() {
        URI staff = new StaffBrowser(server, scene.agent).socket();
        URI shopper = new ShopperBrowser(server, scene.store, scene.shopper).socket();
        String cookie = "shopbell_session=" + scene.agent.cookie();

        assertKeptOut(LiveClient.open(staff, Map.of("Cookie", cookie)), WRONG_ORIGIN);
        for (String origin : List.of("https://evil.example", "null", Given.ORIGIN + "1")) {
            assertKeptOut(
                    LiveClient.open(staff, Map.of("Cookie", cookie, "Origin", origin)),
                    WRONG_ORIGIN);
            assertKeptOut(LiveClient.open(shopper, Map.of("Origin", origin)), WRONG_ORIGIN);
        }
    }

    @Test
    void aShopperHearsOfTheirOwnThread() {
        try (LiveClient socket = shopper(scene.shopper, PANEL)) {
            socket.next("message");

            scene.canaries.assertFitForTheShopper(socket.heard().toString());
        }
        try (LiveClient socket = shopper(scene.otherShopper, PANEL)) {
            socket.next("message");

            scene.canaries.assertFitForTheOtherShopper(socket.heard().toString());
        }
    }

    @Test
    void shoppersAreKeptOutOfWhatIsNotTheirs() {
        assertKeptOut(shopper(scene.stranger, PANEL), SIGNED_OUT);
        assertKeptOut(shopper(scene.shopperNextDoor, PANEL), SIGNED_OUT);
        assertKeptOut(shopper(new VisitorSecret("short"), PANEL), SIGNED_OUT);
    }

    @Test
    void whileEverybodySpeaksEachHearsTheirOwn() {
        try (LiveClient agent = staff(scene.agent, scene.agent);
                LiveClient owner = staff(scene.agent, scene.owner);
                LiveClient assignee = staff(scene.agent, scene.assignee);
                LiveClient neighbour = atTheNeighbours();
                LiveClient shopper = shopper(scene.shopper, PANEL);
                LiveClient otherShopper = shopper(scene.otherShopper, PANEL);
                LiveClient hiddenShopper = shopper(scene.hiddenShopper, PANEL)) {
            List<LiveClient> staff = List.of(agent, owner, assignee, neighbour);
            List<LiveClient> shoppers = List.of(shopper, otherShopper, hiddenShopper);
            staff.forEach(socket -> socket.next("changes"));
            shoppers.forEach(socket -> socket.next("welcome"));

            typeAndLook(agent, assignee, hiddenShopper);
            String lastWords = scene.everybodySpeaks();

            Stream.concat(staff.stream(), shoppers.stream())
                    .forEach(socket ->
                            Awaitility.await()
                                    .until(() -> socket.heard().toString().contains(lastWords)));
            scene.canaries.assertFitForAnAgent(agent.heard().toString());
            scene.canaries.assertFitForAnAgent(owner.heard().toString());
            scene.canaries.assertFitForTheAssignee(assignee.heard().toString());
            scene.canaries.assertFitForTheNeighbour(neighbour.heard().toString());
            scene.canaries.assertFitForTheShopper(shopper.heard().toString());
            scene.canaries.assertFitForTheOtherShopper(otherShopper.heard().toString());
        }
    }

    /// In the hidden conversation, by those who may and by somebody who may not; each is heard by
    /// those it is for.
    private void typeAndLook(LiveClient agent, LiveClient assignee, LiveClient shopper) {
        for (boolean note : List.of(true, false)) {
            StaffBrowser.types(agent, scene.hidden, note);
        }
        StaffBrowser.views(agent, scene.hidden);
        StaffBrowser.views(assignee, scene.hidden);
        assertThat(assignee.next("viewers").get("staff")).isEmpty();
        ShopperBrowser.types(shopper);
        assertThat(assignee.next("typing").get("staff").isNull()).isTrue();
        StaffBrowser.types(assignee, scene.hidden, false);
        assertThat(shopper.next("staff_typing").at("/author/name").asText()).isEqualTo("Maya");
        new StaffBrowser(server, scene.assignee).draft(scene.hidden, "staff", "That hoopoe");
        assertThat(assignee.next("draft").toString()).contains("hoopoe");
        assertThat(shopper.heard("staff_typing")).hasSize(1);
        assertThat(assignee.heard("typing")).hasSize(1);
    }

    private LiveClient atTheNeighbours() {
        return new StaffBrowser(server, scene.neighbour)
                .open()
                .say(scene.filled("{\"type\":\"hello\",\"epoch\":\"{epoch}\",\"after\":0}"));
    }

    private LiveClient staff(SignedIn ofStore, SignedIn visitor) {
        return staff(ofStore, new StaffBrowser(server, visitor).headers());
    }

    /// At the store of the one, with the headers of another, from where the agent once was.
    private LiveClient staff(SignedIn ofStore, Map<String, String> headers) {
        return LiveClient.open(new StaffBrowser(server, ofStore).socket(), headers)
                .say(scene.filled("{\"type\":\"hello\",\"epoch\":\"{epoch}\",\"after\":{after}}"));
    }

    private LiveClient shopper(VisitorSecret secret, Map<String, String> headers) {
        ShopperBrowser browser = new ShopperBrowser(server, scene.store, secret);
        return LiveClient.open(browser.socket(), headers).say(browser.hello(0));
    }

    private static void assertKeptOut(LiveClient socket, int code) {
        assertThat(socket.awaitEnd()).isEqualTo(code);
        assertThat(socket.heard()).isEmpty();
    }
}
