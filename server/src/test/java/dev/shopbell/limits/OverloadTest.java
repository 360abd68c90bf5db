package dev.shopbell.limits;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When more is asked than there are connections to the database, some are told to come again, and
/// nobody's message is lost or doubled.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OverloadTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TOO_MANY = 8;

    @Inject Given given;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private Store store;
    private SignedIn agent;
    private UUID conversation;

    @BeforeEach
    void somebodyHasWritten() {
        store = given.store();
        agent = given.agent(store);
        conversation =
                given.firstMessage(store, given.secret(), "Hello").conversation().id().value();
    }

    @Test
    void whoFindsNoConnectionIsToldToComeAgainAndNothingIsLostOrDoubled() throws Exception {
        List<Http> notes =
                Stream.generate(this::note).limit(connections + (long) TOO_MANY).toList();
        List<Answer> answers = new ArrayList<>();
        try (Connection stuck = DatabaseOwner.connect();
                ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            lockTheConversation(stuck);
            List<Future<Answer>> asked =
                    notes.stream().map(note -> browsers.submit(note::send)).toList();
            try {
                await().atMost(SOON)
                        .until(() -> asked.stream().filter(Future::isDone).count() >= TOO_MANY);
            } finally {
                stuck.rollback();
            }
            for (Future<Answer> one : asked) {
                answers.add(one.get());
            }
        }

        List<Http> refused =
                IntStream.range(0, notes.size())
                        .filter(at -> answers.get(at).status() != 200)
                        .mapToObj(notes::get)
                        .toList();
        assertThat(refused).hasSizeBetween(TOO_MANY, notes.size() - 1);
        for (Answer answer : answers) {
            if (answer.status() != 200) {
                assertRefused(answer, "503 overloaded");
                assertThat(answer.header("retry-after").map(Integer::parseInt).orElseThrow())
                        .isPositive();
            }
        }
        assertThat(numbers()).hasSize(1 + notes.size() - refused.size());

        refused.forEach(note -> assertThat(note.send().status()).isEqualTo(200));
        notes.forEach(note -> assertThat(note.send().status()).isEqualTo(200));

        assertThat(numbers())
                .isEqualTo(IntStream.rangeClosed(1, 1 + notes.size()).boxed().toList());
    }

    @Test
    void whoWaitsForALockThatNobodyGivesUpIsToldToComeAgain() throws Exception {
        Http note = note();
        try (Connection stuck = DatabaseOwner.connect()) {
            lockTheConversation(stuck);

            assertRefused(note.send(), "503 overloaded");

            stuck.rollback();
        }
        assertThat(note.send().status()).isEqualTo(200);
        assertThat(numbers()).containsExactly(1, 2);
    }

    private void lockTheConversation(Connection stuck) throws SQLException {
        stuck.setAutoCommit(false);
        assertThat(
                        DatabaseOwner.ask(
                                stuck,
                                "SELECT 1 FROM conversation WHERE conversation_id = ? FOR UPDATE",
                                conversation))
                .hasSize(1);
    }

    private Http note() {
        UUID id = UUID.randomUUID();
        return Http.put(
                        thread() + "/messages/" + id,
                        "{\"kind\": \"note\", \"text\": \"Note %s\"}".formatted(id))
                .as(agent);
    }

    private List<Integer> numbers() {
        return Http.get(thread() + "/messages?after=0&limit=200")
                .as(agent)
                .send()
                .json()
                .path("messages")
                .valueStream()
                .map(message -> message.path("seq"))
                .map(JsonNode::asInt)
                .toList();
    }

    private String thread() {
        return "/api/staff/stores/%s/conversations/%s".formatted(store.id().value(), conversation);
    }
}
