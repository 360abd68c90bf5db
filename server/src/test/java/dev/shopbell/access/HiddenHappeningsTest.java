package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.access.Row.Door;
import dev.shopbell.testkit.Answer;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens in a conversation that is assigned to somebody, every list, count and search of
/// the others stays as it was, to the letter: nothing that it is, and nothing that it does to a
/// number or an order, can be told from outside. Each of them changes for whoever has it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HiddenHappeningsTest {

    private static final String LABEL = "Birds";

    @Inject Scenes scenes;
    @TestHTTPResource URI server;

    private final List<LiveClient> pages = new ArrayList<>();

    /// Something that is asked of the whole store.
    private record Question(Row row, String query) {

        /// What is assigned to somebody is never in the one view.
        boolean maySpeakOfIt() {
            return !row.queries().isEmpty() && !query.equals("?view=unassigned");
        }

        /// Administrators may know how many conversations each of their colleagues has.
        boolean isAnyonesToKnow(Scene scene, SignedIn person) {
            return row.route().path().endsWith("/colleagues") && scene.administrates(person);
        }
    }

    @AfterEach
    void closeThePages() {
        pages.forEach(LiveClient::close);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingCanBeToldFromOutside(boolean administratorsRead) {
        Scene scene = scenes.fresh(administratorsRead);
        // The words a store has for its labels are everybody's.
        done(new StaffBrowser(server, scene.agent).label(scene.conversation, LABEL));
        Map<SignedIn, Map<Question, JsonNode>> before = new LinkedHashMap<>();
        scene.strangersToHidden().forEach(person -> before.put(person, answers(scene, person)));
        Map<Question, JsonNode> known = answers(scene, scene.assignee);
        Set<Question> changed = new HashSet<>();

        happenings(scene)
                .forEach((what, happening) -> {
                    happening.run();
                    before.forEach((person, answers) ->
                            assertThat(answers(scene, person))
                                    .as("%s, seen by %s", what, person.staff().name())
                                    .isEqualTo(answers));
                    answers(scene, scene.assignee)
                            .forEach((question, answer) -> {
                                if (!answer.equals(known.get(question))) {
                                    changed.add(question);
                                }
                            });
                });

        assertThat(changed).containsAll(questions().filter(Question::maySpeakOfIt).toList());
    }

    private Map<String, Runnable> happenings(Scene scene) {
        UUID hidden = scene.hidden;
        StaffBrowser assignee = new StaffBrowser(server, scene.assignee);
        ShopperBrowser shopper = new ShopperBrowser(server, scene.store, scene.hiddenShopper);
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("the customer comes", () -> comes(shopper));
        all.put("the customer writes", scene::writeInHidden);
        all.put("somebody drafts", () -> assignee.draft(hidden, "note", "That hoopoe, again"));
        all.put("somebody answers", () -> assignee.answer(hidden, "Have you seen another?"));
        all.put("somebody writes a note", () -> assignee.note(hidden, "Have you seen it?"));
        all.put("the customer sees it", () -> shopper.receipts(2, 2));
        all.put("somebody reads it", () -> assignee.read(hidden, 2));
        all.put("somebody marks it unread", () -> done(assignee.markUnread(hidden)));
        all.put("it is labelled", () -> done(assignee.label(hidden, LABEL)));
        all.put("it is resolved", () -> done(assignee.tryStatus(hidden, "resolved")));
        all.put("it is reopened", () -> done(assignee.tryStatus(hidden, "unresolved")));
        all.put("its sender is blocked", () -> done(assignee.block(hidden)));
        all.put("its sender may write again", () -> done(assignee.unblock(hidden)));
        return all;
    }

    private void comes(ShopperBrowser shopper) {
        LiveClient page = shopper.connect(0);
        pages.add(page);
        page.next("welcome");
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static Map<Question, JsonNode> answers(Scene scene, SignedIn person) {
        Map<Question, JsonNode> answers = new LinkedHashMap<>();
        questions()
                .filter(question -> !question.isAnyonesToKnow(scene, person))
                .forEach(question -> answers.put(question, answer(scene, person, question)));
        return answers;
    }

    /// How far the store's feed is says only that something happened.
    private static JsonNode answer(Scene scene, SignedIn person, Question question) {
        JsonNode answer =
                new Attempts(scene)
                        .on(question.row(), scene.conversation, question.query())
                        .as(person)
                        .send()
                        .json();
        return answer instanceof ObjectNode object ? object.without("position") : answer;
    }

    private static Stream<Question> questions() {
        return Matrix.rows(Door.STORE)
                .filter(row -> !row.isWrite())
                .flatMap(row -> row.allQueries().stream().map(query -> new Question(row, query)));
    }
}
