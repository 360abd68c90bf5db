package dev.shopbell.access;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route of a store × everybody who works there, on a conversation that is assigned to one of
/// them. Whose it is hears of it in every answer that could tell, and so do administrators where
/// the store lets them; nobody else finds anything of it, with the very same requests.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HiddenConversationTest {

    @Inject Scenes scenes;

    @AfterEach
    void asBefore() {
        scenes.both().forEach(Scene::restore);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoHasItHearsOfIt(Row row) {
        for (Scene scene : scenes.both()) {
            for (String query : row.queries()) {
                assertThat(heard(scene, row, query, scene.assignee)).as(query).isNotEmpty();
            }
            for (String query : row.vainQueries()) {
                assertThat(heard(scene, row, query, scene.assignee)).as(query).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void administratorsHearOfItWhereTheStoreLetsThem(Row row) {
        Scene scene = scenes.whereAdministratorsRead;

        for (SignedIn person : scene.readersOfHidden()) {
            String query = row.allQueries().getFirst();
            assertThat(heard(scene, row, query, person).isEmpty())
                    .isEqualTo(row.queries().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobodyElseHearsOfIt(Row row) {
        for (Scene scene : scenes.both()) {
            for (SignedIn person : scene.strangersToHidden()) {
                List<String> before = scene.hiddenAsStored();
                for (String query : row.allQueries()) {
                    assertKeptOut(scene, row, query, person);
                }
                assertThat(scene.hiddenAsStored()).isEqualTo(before);
            }
        }
    }

    /// What an answer to somebody who may see the conversation says of it.
    private static List<String> heard(Scene scene, Row row, String query, SignedIn person) {
        Answer answer = request(scene, row, query, person).send();

        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        scene.canaries.assertFitForTheAssignee(answer.everything());
        scene.restore();
        return scene.canaries.heardOfHidden(answer.everything());
    }

    private static void assertKeptOut(Scene scene, Row row, String query, SignedIn person) {
        Answer answer = request(scene, row, query, person).send();

        if (row.door() == Door.STORE) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            scene.canaries.assertHides(answer.everything(), known(scene, row, person));
        } else if (givesAway(scene, row, person)) {
            assertThat(answer.body()).isEqualTo("{\"conversation\":null}");
        } else {
            assertRefused(answer, "404 not_found");
            scene.canaries.assertFitForEverybody(answer.everything());
        }
    }

    /// The conversation's own id tells nothing to those who named it, or who have a draft in it.
    private static List<UUID> known(Scene scene, Row row, SignedIn person) {
        boolean isNamed = (row.route().path() + row.body()).contains("{conversation}");
        return isNamed ? List.of(scene.hidden) : scene.knownTo(person);
    }

    /// Administrators may give to others what they may not read; of that they hear nothing more.
    private static boolean givesAway(Scene scene, Row row, SignedIn person) {
        return row.route().path().endsWith("/assignee") && scene.administrates(person);
    }

    private static Http request(Scene scene, Row row, String query, SignedIn person) {
        return new Attempts(scene).on(row, scene.hidden, query).as(person);
    }

    static Stream<Row> rows() {
        return Matrix.rows(Door.STORE, Door.CONVERSATION);
    }
}
