package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.realtime.FrameKinds;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of frame a client may say × everybody at a socket, said of a conversation that is
/// assigned to one of them: those who may see it are heard, and nobody else.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ClientFrameAccessTest {

    private static final String HELLO = "hello";

    /// What is said, by kind.
    private static final Map<String, List<String>> SAID =
            Map.of(
                    HELLO,
                    List.of("{\"type\":\"hello\",\"epoch\":\"{epoch}\",\"after\":0}"),
                    "pong",
                    List.of("{\"type\":\"pong\"}"),
                    "typing",
                    List.of(
                            "{\"type\":\"typing\",\"conversation\":\"{hidden}\",\"note\":false}",
                            "{\"type\":\"typing\",\"conversation\":\"{hidden}\",\"note\":true}"),
                    "viewing",
                    List.of("{\"type\":\"viewing\",\"conversation\":\"{hidden}\"}"));

    @Inject Scenes scenes;
    @TestHTTPResource URI server;

    @Test
    void everyKindOfFrameIsTried() {
        assertThat(SAID.keySet()).containsExactlyInAnyOrderElementsOf(FrameKinds.ofClient());
    }

    @Test
    void whoMaySeeTheConversationIsHeard() {
        for (Scene scene : scenes.both()) {
            try (Room room = new Room(server, scene)) {
                for (LiveClient reader : room.readers()) {
                    say(scene, "typing", reader);
                    room.shopper().next("staff_typing");
                    say(scene, "viewing", reader);
                    assertThat(reader.next("viewers").path("conversation").asText())
                            .isEqualTo(scene.hidden.toString());
                }
            }
        }
    }

    /// Not by the customer, nor by those who may see the conversation and have it open.
    @ParameterizedTest
    @MethodSource("afterHello")
    void nobodyElseIsHeard(String kind) {
        for (Scene scene : scenes.both()) {
            try (Room room = new Room(server, scene)) {
                room.readers().forEach(reader -> say(scene, "viewing", reader));

                room.strangersOfStaff()
                        .forEach((person, socket) -> {
                            say(scene, kind, socket);
                            sayElsewhere(scene, socket, room.shopperOf(person));
                        });

                assertThat(room.shopper().heard("staff_typing")).isEmpty();
                for (LiveClient reader : room.readers()) {
                    assertThat(ofHidden(scene, reader)).isNotEmpty();
                    room.strangersOfStaff()
                            .keySet()
                            .forEach(person ->
                                    assertThat(ofHidden(scene, reader))
                                            .noneMatch(frame -> frame.contains(id(person))));
                }
            }
        }
    }

    @Test
    void aHelloFromTheBeginningTellsNothing() {
        for (Scene scene : scenes.both()) {
            assertThat(heardAfterHello(scene, scene.assignee)).contains(scene.hidden.toString());
            for (SignedIn person : scene.strangersToHidden()) {
                // It was nobody's at first, and whoever saw it then is told that it is gone.
                scene.canaries.assertHides(heardAfterHello(scene, person), List.of(scene.hidden));
            }
        }
    }

    /// Only a hello says who they are. A pong alone says nothing, and is not what ends it.
    @ParameterizedTest
    @ValueSource(strings = {"typing", "viewing"})
    void whatIsSaidWithoutAHelloEndsTheSocket(String kind) {
        Scene scene = scenes.usual;
        URI address = new StaffBrowser(server, scene.agent).socket();
        for (SignedIn person :
                Stream.concat(Stream.of(scene.assignee), scene.outsiders().stream()).toList()) {
            LiveClient socket =
                    LiveClient.open(address, new StaffBrowser(server, person).headers());
            say(scene, "pong", socket);
            // One frame: it may end the socket before a second is said.
            socket.say(filled(scene, SAID.get(kind).getFirst()));

            assertThat(socket.awaitEnd()).isEqualTo(4400);
            assertThat(socket.heard()).isEmpty();
        }
    }

    private String heardAfterHello(Scene scene, SignedIn person) {
        try (LiveClient socket = new StaffBrowser(server, person).open()) {
            say(scene, HELLO, socket);
            socket.next("changes");
            return socket.heard().toString();
        }
    }

    private static void say(Scene scene, String kind, LiveClient socket) {
        SAID.get(kind).forEach(frame -> socket.say(filled(scene, frame)));
    }

    private static String filled(Scene scene, String frame) {
        return scene.filled(frame).replace("{hidden}", scene.hidden.toString());
    }

    /// A store takes all that is said in turn: what was said before is dealt with by then.
    private static void sayElsewhere(Scene scene, LiveClient socket, LiveClient shopper) {
        StaffBrowser.types(socket, scene.conversation, false);
        shopper.next("staff_typing");
    }

    private static List<String> ofHidden(Scene scene, LiveClient socket) {
        return socket.heard().stream()
                .map(Object::toString)
                .filter(frame -> frame.contains(scene.hidden.toString()))
                .toList();
    }

    private static String id(SignedIn person) {
        return person.staff().id().value().toString();
    }

    static Stream<String> afterHello() {
        return SAID.keySet().stream().filter(kind -> !kind.equals(HELLO));
    }
}
