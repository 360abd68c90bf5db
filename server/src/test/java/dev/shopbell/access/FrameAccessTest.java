package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.access.FrameMatrix.FrameRow;
import dev.shopbell.access.FrameMatrix.Hearers;
import dev.shopbell.access.Room.Stranger;
import dev.shopbell.realtime.FrameKinds;
import dev.shopbell.testkit.Given;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of frame the server says × everybody at a socket, while something happens in a
/// conversation that is assigned to one of them. Those it is for hear it; by then the others have
/// heard no frame at all.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FrameAccessTest {

    @Inject Scenes scenes;
    @TestHTTPResource URI server;

    @Test
    void everyKindOfFrameHasARow() {
        assertThat(FrameMatrix.ROWS.stream().map(FrameRow::kind))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        FrameKinds.ofServer().stream()
                                .filter(kind -> !FrameKinds.withNothingToTell().contains(kind))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onlyThoseHearItWhomItIsFor(FrameRow row) {
        assertHeardByThoseAlone(row, false);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whereAdministratorsReadOnlyTheyHearItBesides(FrameRow row) {
        assertHeardByThoseAlone(row, true);
    }

    private void assertHeardByThoseAlone(FrameRow row, boolean administratorsRead) {
        Scene scene = scene(row, administratorsRead);
        try (Room room = new Room(server, scene)) {
            List<LiveClient> outside = keptOut(scene);

            row.deed().accept(room);
            List<LiveClient> hearers = room.hearers(row.hearers());
            hearers.forEach(socket -> Awaitility.await().until(() -> hears(scene, row, socket)));
            String lastWords = room.lastWords();

            room.strangers().forEach(stranger -> assertHeardNothing(scene, stranger, lastWords));
            outside.forEach(socket -> assertThat(socket.heard()).isEmpty());
            room.insiders().stream()
                    .filter(socket -> !hearers.contains(socket))
                    .forEach(socket -> assertThat(hears(scene, row, socket)).isFalse());
        }
    }

    /// Who was there a moment ago does not come, so that nobody would be told.
    private Scene scene(FrameRow row, boolean administratorsRead) {
        if (row.kind().equals("presence")) {
            return scenes.fresh(administratorsRead);
        }
        return administratorsRead ? scenes.whereAdministratorsRead : scenes.usual;
    }

    /// A shopper hears of one conversation only, so what they hear is of that.
    private static boolean hears(Scene scene, FrameRow row, LiveClient socket) {
        String frames = socket.heard(row.kind()).toString();
        return row.hearers() == Hearers.SHOPPER
                ? !socket.heard(row.kind()).isEmpty()
                : !scene.canaries.heardOfHidden(frames).isEmpty();
    }

    private static void assertHeardNothing(Scene scene, Stranger stranger, String lastWords) {
        LiveClient socket = stranger.socket();
        scene.canaries.assertHides(socket.heard().toString(), stranger.known());
        assertThat(socket.rest().stream().filter(frame -> isNews(frame, lastWords)))
                .as("heard by %s", stranger.name())
                .isEmpty();
    }

    /// Who else came into the room is none.
    private static boolean isNews(JsonNode frame, String lastWords) {
        return !frame.toString().contains(lastWords)
                && !frame.path("type").asText().equals("presence");
    }

    /// Whom the socket does not let in hears nothing there; that it ends is in [SocketAccessTest].
    private List<LiveClient> keptOut(Scene scene) {
        URI socket = new StaffBrowser(server, scene.agent).socket();
        String hello = scene.filled("{\"type\":\"hello\",\"epoch\":\"{epoch}\",\"after\":0}");
        return Stream.concat(
                        Stream.of(Map.of("Origin", Given.ORIGIN)),
                        scene.outsiders().stream()
                                .map(person -> new StaffBrowser(server, person).headers()))
                .map(headers -> LiveClient.open(socket, headers).say(hello))
                .toList();
    }

    static List<FrameRow> rows() {
        return FrameMatrix.ROWS;
    }
}
