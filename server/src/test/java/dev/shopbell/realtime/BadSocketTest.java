package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.ImpatientServer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.LogBook;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RawClient;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sockets whose clients break the rules, or stop: each ends with its own code, and leaves nothing
/// behind but a line in the log that repeats none of what they sent.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(ImpatientServer.class)
class BadSocketTest {

    private static final String SENTENCE = "what somebody typed";

    @Inject Given given;
    @Inject LiveSockets sockets;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private LogBook log;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
        log = LogBook.open();
    }

    @AfterEach
    void nothingIsLeftAndNothingWasTold() {
        await().atMost(Duration.ofSeconds(5)).until(() -> sockets.count() == 0);
        log.close();
        assertThat(log.lines().toString()).doesNotContain(SENTENCE);
    }

    @Test
    void whoNeverSaysHelloIsCutOff() {
        assertThat(anna.open().awaitEnd()).isEqualTo(4408);
        assertThat(priya.open().awaitEnd()).isEqualTo(4408);
        assertThat(endings()).contains("silent");
    }

    @Test
    void whoSaysEverythingButHelloIsCutOffToo() throws InterruptedException {
        LiveClient evasive = anna.open();
        for (int second = 0; second < 10 && evasive.isOpen(); second++) {
            evasive.say("{\"type\":\"pong\"}");
            Thread.sleep(600);
        }

        assertThat(evasive.awaitEnd(Duration.ZERO)).isEqualTo(4408);
    }

    @Test
    void whoStopsAnsweringIsCutOff() {
        LiveClient mute =
                LiveClient.openMute(anna.socket(), Map.of("Origin", Given.ORIGIN))
                        .say(anna.hello(0));
        try (LiveClient lively = anna.connect(0)) {
            mute.next("welcome");

            assertThat(mute.awaitEnd()).isEqualTo(4408);
            assertThat(lively.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what somebody typed",
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"what somebody typed\"}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"secret\":\"what somebody typed\"}",
                "{\"type\":\"hello\",\"after\":1}",
                "{\"type\":\"hello\",\"secret\":1,\"after\":0}",
                "{\"type\":\"hello\",\"secret\":\"x\",\"after\":\"what somebody typed\"}",
                "{\"type\":\"hello\",\"secret\":\"x\",\"after\":0.5}",
                "{\"type\":\"hello\",\"secret\":\"x\",\"after\":0,\"more\":\"what somebody typed\"}",
                "{\"type\":\"pong\",\"text\":\"what somebody typed\"}",
                "{\"type\":\"pong\"} what somebody typed",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void nonsenseEndsIt(String nonsense) {
        assertThat(anna.open().say(nonsense).awaitEnd()).isEqualTo(4400);
        assertThat(priya.open().say(nonsense).awaitEnd()).isEqualTo(4400);
        assertThat(endings()).contains("not_a_frame");
    }

    @Test
    void bytesAreNotAFrame() {
        LiveClient client = anna.open();

        client.sayBytes(SENTENCE.getBytes(StandardCharsets.UTF_8));

        assertThat(client.awaitEnd()).isEqualTo(4400);
    }

    @Test
    void textThatIsNoUnicodeEndsIt() {
        try (RawClient client = raw()) {
            client.frame(RawClient.TEXT, new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'});

            assertThat(client.awaitEnd()).isIn(1007, 4400);
        }
    }

    @Test
    void whatIsNoFrameOfTheProtocolEndsIt() {
        try (RawClient client = raw()) {
            client.bytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 18);

            assertThat(client.awaitEnd()).isIn(1002, 1006, 4400);
        }
    }

    @RepeatedTest(5)
    void aFrameOfAMegabyteIsTooLarge() {
        try (RawClient client = raw()) {
            client.frame(RawClient.TEXT, SENTENCE.repeat(55_000).getBytes(StandardCharsets.UTF_8));

            assertThat(client.awaitEnd()).isEqualTo(1009);
        }
        assertThat(endings()).contains("too_large");
    }

    @Test
    void whatIsTooLargeInSmallPiecesIsTooLarge() {
        try (RawClient client = raw()) {
            client.pieces(SENTENCE.repeat(4_000).getBytes(StandardCharsets.UTF_8), 8_000);

            assertThat(client.awaitEnd()).isEqualTo(1009);
        }
    }

    @Test
    void moreThanTwentyFramesInTenSecondsAreTooMany() {
        LiveClient chatty =
                LiveClient.openMute(anna.socket(), Map.of("Origin", Given.ORIGIN))
                        .say(anna.hello(0));
        chatty.next("welcome");

        for (int frame = 0; frame < 19; frame++) {
            chatty.say("{\"type\":\"pong\"}");
        }
        assertThat(chatty.awaitEnd(Duration.ofMillis(300))).isEqualTo(-1);
        chatty.say("{\"type\":\"pong\"}");

        assertThat(chatty.awaitEnd()).isEqualTo(4429);
        assertThat(endings()).contains("too_many_frames");
    }

    @Test
    void pingsCountAsFrames() {
        try (RawClient client = raw()) {
            for (int ping = 0; ping < 21; ping++) {
                client.frame(RawClient.PING, new byte[0]);
            }

            assertThat(client.awaitEnd()).isEqualTo(4429);
        }
    }

    @Test
    void aFloodEndsBeforeItTakesHold() {
        try (RawClient client = raw()) {
            for (int frame = 0; frame < 20_000; frame++) {
                client.say("{\"type\":\"pong\"}");
            }

            assertThat(client.awaitEnd()).isEqualTo(4429);
        }
    }

    @Test
    void staffWithoutACookieAreSignedOut() {
        LiveClient client = LiveClient.open(priya.socket(), Map.of("Origin", Given.ORIGIN));

        assertThat(client.say(staffHello()).awaitEnd()).isEqualTo(4401);
        assertThat(endings()).contains("signed_out");
    }

    @Test
    void staffWhoseSessionIsOverAreSignedOut() {
        priya.signOut();

        assertThat(priya.open().say(staffHello()).awaitEnd()).isEqualTo(4401);
    }

    @Test
    void signingOutEndsOpenSocketsWithinFiveSeconds() {
        LiveClient socket = priya.connect(priya.inbox().get("position"));
        socket.next("changes");

        priya.signOut();

        assertThat(socket.awaitEnd(Duration.ofSeconds(5))).isEqualTo(4401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:8081"})
    void otherPagesGetNoSocket(String origin) {
        Map<String, String> headers = new HashMap<>(priya.headers());
        headers.put("Origin", origin);

        assertThat(LiveClient.open(priya.socket(), headers).awaitEnd()).isEqualTo(4403);
        assertThat(LiveClient.open(anna.socket(), Map.of("Origin", origin)).awaitEnd())
                .isEqualTo(4403);
        assertThat(endings()).contains("wrong_origin");
    }

    @Test
    void staffSocketsNeedAnOrigin() {
        Map<String, String> headers = new HashMap<>(priya.headers());
        headers.remove("Origin");

        assertThat(LiveClient.open(priya.socket(), headers).awaitEnd()).isEqualTo(4403);
    }

    @Test
    void aPageOfAnotherOriginHearsNothingHoweverFastItSpeaks() {
        Map<String, String> headers = new HashMap<>(priya.headers());
        headers.put("Origin", "https://evil.example");
        JsonNode position = priya.inbox().get("position");
        try (RawClient client = RawClient.open(priya.socket(), headers)) {
            client.say(StaffBrowser.hello(position));

            RawClient.Frame first = client.read();

            assertThat(first.isClose()).as(first.text()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "%00", "a b"})
    void anUnknownStoreIsNotFound(String key) {
        URI nowhere = socket("/api/widget/" + key.replace(" ", "%20") + "/socket");
        LiveClient client = LiveClient.open(nowhere, Map.of("Origin", Given.ORIGIN));

        assertThat(client.say(anna.hello(0)).awaitEnd()).isEqualTo(4404);
        assertThat(endings()).contains("not_found");
    }

    @Test
    void anotherStoresStaffFindNoStore() {
        Store other = given.store();
        for (String id :
                List.of(other.id().value().toString(), "x", UUID.randomUUID().toString())) {
            URI address = socket("/api/staff/stores/" + id + "/socket");
            LiveClient client = LiveClient.open(address, priya.headers());

            assertThat(client.say(staffHello()).awaitEnd()).as(id).isEqualTo(4404);
        }
    }

    @Test
    void aVisitorNobodyKnowsIsSignedOut() {
        ShopperBrowser stranger = new ShopperBrowser(server, store, given.secret());

        assertThat(stranger.connect(0).awaitEnd()).isEqualTo(4401);
    }

    @Test
    void aVisitorOfAnotherStoreIsSignedOut() {
        Store other = given.store();
        URI address = socket("/api/widget/" + other.key() + "/socket");
        LiveClient client = LiveClient.open(address, Map.of("Origin", Given.ORIGIN));

        assertThat(client.say(anna.hello(0)).awaitEnd()).isEqualTo(4401);
    }

    @Test
    void helloIsSaidOnce() {
        LiveClient client = anna.connect(0);
        client.next("welcome");

        assertThat(client.say(anna.hello(0)).awaitEnd()).isEqualTo(4400);
    }

    @Test
    void theSecretIsNeverLogged() {
        anna.connect(0).say(anna.hello(0)).awaitEnd();

        assertThat(log.lines().toString()).doesNotContain(anna.hello(0).substring(30, 60));
    }

    private RawClient raw() {
        return RawClient.open(anna.socket(), Map.of("Origin", Given.ORIGIN))
                .within(Duration.ofSeconds(10));
    }

    private URI socket(String path) {
        return URI.create("ws" + server.resolve(path).toString().substring("http".length()));
    }

    private static String staffHello() {
        return "{\"type\":\"hello\",\"epoch\":\"x\",\"after\":0}";
    }

    /// The reasons in the log, each on one line of its own.
    private String endings() {
        return log.lines().stream()
                .filter(line -> line.contains("ended reason="))
                .toList()
                .toString();
    }
}
