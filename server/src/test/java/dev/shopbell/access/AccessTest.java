package dev.shopbell.access;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RunningRoutes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// That every route of the running server has its row in the matrix, and what is open to everybody.
/// [StaffAccessTest], [HiddenConversationTest], [TeamAccessTest] and [ShopperAccessTest] try the
/// others, [SocketAccessTest] and [FrameAccessTest] the sockets.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccessTest {

    @Inject Scenes scenes;
    @Inject Router router;

    private Scene scene;
    private Attempts attempts;

    @BeforeEach
    void takeTheScene() {
        scene = scenes.usual;
        attempts = new Attempts(scene);
    }

    @Test
    void everyRouteOfTheServerHasARow() {
        assertThat(Matrix.ROWS.stream().map(Row::route))
                .containsExactlyInAnyOrderElementsOf(RunningRoutes.all(router));
    }

    @ParameterizedTest
    @MethodSource("publicRows")
    void whatEverybodyMayReadSaysNothingOfAnybody(Row row) {
        for (Http request :
                List.of(
                        attempts.on(row),
                        attempts.on(row).as(scene.agent),
                        attempts.on(row).as(scene.neighbour),
                        attempts.on(row).from("https://elsewhere.example"))) {
            Answer answer = request.send();

            assertThat(answer.status()).as(answer.body()).isIn(200, 404, 410);
            scene.canaries.assertFitForEverybody(answer.everything());
        }
    }

    @Test
    void setUpIsForOurOwnPage() {
        Row row = Matrix.rows(Door.WITH_THE_CODE).findFirst().orElseThrow();
        assertRefused(attempts.on(row).fromItself().send(), "403 wrong_code");

        for (UnaryOperator<Http> from : ForeignOrigins.all()) {
            attempts.assertKeptOut("403 wrong_origin", from.apply(attempts.on(row)));
        }
        attempts.assertKeptOut("403 wrong_origin", attempts.on(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/openapi"})
    void whatOperatorsReadSaysNothingOfAnybody(String path) {
        Answer answer =
                Http.get(path).with("Authorization", "Bearer " + Given.METRICS_TOKEN).send();

        assertThat(answer.status()).isEqualTo(200);
        scene.canaries.assertFitForEverybody(answer.everything());
    }

    @Test
    void askingWithAnotherMethodIsNoWayAround() {
        String inbox = scene.filled("/api/staff/stores/{store}/inbox");

        assertThat(Http.of("HEAD", inbox).send().status()).isEqualTo(401);
        assertThat(Http.of("HEAD", inbox).as(scene.neighbour).send().status()).isEqualTo(404);
        attempts.assertKeptOut(
                "405 method_not_allowed",
                Http.post(inbox, "{}").with("X-HTTP-Method-Override", "GET"));
    }

    static Stream<Row> publicRows() {
        return Matrix.rows(Door.EVERYBODY);
    }
}
