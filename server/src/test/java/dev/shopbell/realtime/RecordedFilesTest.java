package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.RunningRoutes;
import dev.shopbell.testkit.RunningRoutes.Route;
import dev.shopbell.testkit.SampleFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing is missing among the recordings, and none is left over.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RecordedFilesTest {

    @Test
    void everyTestHasItsRecordingAndEveryRecordingItsTest() {
        List<String> files =
                SampleFile.in(SampleFile.RECORDED).stream()
                        .map(file -> file.getFileName().toString())
                        .toList();

        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        RecordedMessagesTest.class,
                                        RecordedMailsTest.class,
                                        RecordedSignalsTest.class,
                                        RecordedActionsTest.class,
                                        RecordedHandlingsTest.class,
                                        RecordedCartsTest.class,
                                        RecordedPagesTest.class,
                                        RecordedProfilesTest.class)
                                .map(Class::getDeclaredMethods)
                                .flatMap(Arrays::stream)
                                .filter(method -> method.isAnnotationPresent(Test.class))
                                .map(Method::getName)
                                .map(RecordedStore::fileOf)
                                .toList());
    }

    @Test
    void everyFrameTheServerHasIsInARecording() {
        Set<String> recorded =
                readers()
                        .flatMap(reader -> reader.get("frames").valueStream())
                        .map(frame -> frame.get("type").asText())
                        .collect(Collectors.toSet());

        assertThat(recorded).containsExactlyInAnyOrderElementsOf(FrameKinds.ofServer());
    }

    @Test
    void everythingThatHappensInAThreadIsInARecording() {
        Set<String> recorded =
                recordings()
                        .flatMap(recording -> recording.findValues("event").stream())
                        .map(event -> event.path("type").asText())
                        .collect(Collectors.toSet());

        assertThat(
                        Arrays.stream(ThreadEvent.class.getPermittedSubclasses())
                                .map(kind -> kind.getAnnotation(JsonTypeName.class).value()))
                .isNotEmpty()
                .isSubsetOf(recorded);
    }

    @Test
    void everyRouteThatChangesAConversationIsInARecording() {
        Set<String> recorded =
                recordings()
                        .map(recording -> recording.get("route").asText())
                        .collect(Collectors.toSet());

        assertThat(
                        RunningRoutes.resources().stream()
                                .filter(route -> !route.method().equals("GET"))
                                .filter(route -> route.path().contains("/conversation"))
                                // Of what waits for its message nobody else hears.
                                .filter(route ->
                                        !route.path().contains("/attachments/")
                                                || route.path().endsWith("/alt"))
                                .map(Route::toString))
                .isNotEmpty()
                .isSubsetOf(recorded);
    }

    @Test
    void everyKindOfReaderIsInARecordingAndSoAreThoseWhoHearNothing() {
        assertThat(readers().map(reader -> reader.get("kind").asText()))
                .contains("inbox", "thread");
        for (String kind : List.of("inbox", "thread")) {
            assertThat(readers().filter(reader -> reader.get("kind").asText().equals(kind)))
                    .anyMatch(reader -> reader.get("frames").isEmpty());
        }
    }

    private static Stream<JsonNode> readers() {
        return recordings().flatMap(recording -> recording.get("readers").valueStream());
    }

    private static Stream<JsonNode> recordings() {
        return SampleFile.in(SampleFile.RECORDED).stream().map(SampleFile::read);
    }
}
