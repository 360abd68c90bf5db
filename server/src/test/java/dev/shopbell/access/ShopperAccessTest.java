package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route for shoppers × everybody who is to be kept out of it. Each attempt is first made by
/// the shopper whose conversation it is.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ShopperAccessTest {

    @Inject Scenes scenes;

    private Scene scene;
    private Attempts attempts;

    @BeforeEach
    void takeTheScene() {
        scene = scenes.usual;
        attempts = new Attempts(scene);
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void withoutTheSecretNobodyIsKnown(Row row) {
        assertAllowed(row, scene.shopper);
        String secret = scene.shopper.value();

        attempts.assertKeptOut("401 unknown_visitor", attempts.on(row));
        attempts.assertKeptOut("401 unknown_visitor", attempts.on(row).as(scene.agent));
        for (String header :
                List.of(
                        "",
                        "Bearer",
                        "Bearer ",
                        secret,
                        "bearer " + secret,
                        "Basic " + secret,
                        "Bearer  " + secret,
                        "Bearer " + secret.substring(1),
                        "Bearer " + secret + "A",
                        "Bearer " + secret.substring(1) + "=",
                        "Bearer " + "!".repeat(43))) {
            attempts.assertKeptOut(
                    "401 unknown_visitor", attempts.on(row).with("Authorization", header));
        }
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void aSecretThatNeverWroteOpensNothing(Row row) {
        assertAllowed(row, scene.shopper);

        attempts.assertKeptOut(nobodyAt(row), attempts.on(row).as(scene.stranger));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void aSecretOfAnotherStoreOpensNothing(Row row) {
        assertAllowed(row, scene.shopper);

        attempts.assertKeptOut(nobodyAt(row), attempts.on(row).as(scene.shopperNextDoor));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void theKeyOfAnotherStoreOpensNothing(Row row) {
        assertAllowed(row, scene.shopper);

        attempts.assertKeptOut(
                nobodyAt(row), attempts.nextDoor(row, scene.conversation).as(scene.shopper));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void anotherShopperHearsOnlyOfTheirOwnThread(Row row) {
        assertAllowed(row, scene.shopper);

        Answer answer = attempts.on(row).as(scene.otherShopper).send();
        if (row.posts()) {
            // Whatever is meant for another's thread is in nobody's.
            attempts.assertKeptOut("404 not_found", attempts.on(row).as(scene.otherShopper));
            return;
        }

        assertThat(answer.status()).isEqualTo(tells(row) ? 204 : 200);
        scene.canaries.assertFitForTheOtherShopper(answer.everything());
        if (tells(row)) {
            return;
        }
        assertThat(answer.json().path("conversation").path("id").asText())
                .isNotEmpty()
                .isNotEqualTo(scene.conversation.toString());
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void aShopperIsHeardFromThePanelOnly(Row row) {
        assertAllowed(row, scene.shopper);

        for (UnaryOperator<Http> from : ForeignOrigins.all()) {
            attempts.assertKeptOut(
                    "403 wrong_origin", from.apply(attempts.on(row).as(scene.shopper)));
        }
    }

    /// Where the id is already somebody's, a message can only be refused like this; everywhere else
    /// nobody is known by the secret.
    private static String nobodyAt(Row row) {
        return row.posts() || tells(row) ? "404 not_found" : "401 unknown_visitor";
    }

    /// Whether it is a page that tells something, and is told nothing.
    private static boolean tells(Row row) {
        return row.route().path().matches(".*/(cart|page)");
    }

    private void assertAllowed(Row row, VisitorSecret secret) {
        Answer answer = attempts.on(row).as(secret).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(tells(row) ? 204 : 200);
        scene.canaries.assertFitForTheShopper(answer.everything());
    }

    static Stream<Row> shopperRows() {
        return Matrix.rows(Door.SHOPPER);
    }
}
