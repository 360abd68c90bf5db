package dev.shopbell.access;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RunningRoutes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every route of the running server × everybody who might try it. Each attempt is first made by
/// somebody who may, with the same ids; and no answer ever says a word of what its reader may not
/// know.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccessTest {

    @Inject Scene scene;
    @Inject Router router;

    @AfterEach
    void everybodyMayWriteAgain() {
        scene.restore();
    }

    @Test
    void everyRouteOfTheServerHasARow() {
        assertThat(Matrix.ROWS.stream().map(Row::route))
                .containsExactlyInAnyOrderElementsOf(RunningRoutes.all(router));
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void whoIsSignedOutIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        assertKeptOut("401 signed_out", request(row).from(Given.ORIGIN));
        assertKeptOut("401 signed_out", request(row).as(scene.shopper));
        for (String cookie :
                List.of(
                        "shopbell_session=",
                        "shopbell_session=forged",
                        "shopbell_session=" + "A".repeat(43),
                        "shopbell_session=" + scene.agent.cookie() + "A",
                        "__Host-shopbell_session=" + scene.agent.cookie(),
                        "SHOPBELL_SESSION=" + scene.agent.cookie())) {
            assertKeptOut("401 signed_out", request(row).from(Given.ORIGIN).with("Cookie", cookie));
        }
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void aDeactivatedAccountIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        assertKeptOut("401 signed_out", request(row).as(scene.deactivated));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void whosePlaceIsDeactivatedFindsNothing(Row row) {
        assertAllowed(row, allowed(row));

        assertKeptOut("404 not_found", request(row).as(scene.left));
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void aSessionThatIsOverIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        assertKeptOut("401 signed_out", request(row).as(scene.expired));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void theStaffOfAnotherStoreFindNothing(Row row) {
        assertAllowed(row, allowed(row));

        assertKeptOut("404 not_found", request(row).as(scene.neighbour));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void whoseStoreItIsSeesTheirOwnUnderTheSameIds(Row row) {
        Answer answer = requestNextDoor(row).as(scene.neighbour).send();

        assertThat(answer.status()).isEqualTo(200);
        scene.assertFitForTheNeighbour(answer.everything());
        assertKeptOut("404 not_found", requestNextDoor(row).as(allowed(row)));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void aMemberWithoutThePermissionIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        SignedIn refused =
                row.door() == Door.ADMINISTRATION ? scene.agent : scene.withoutPermission;
        assertKeptOut("403 not_permitted", request(row).as(refused));
    }

    @ParameterizedTest
    @MethodSource("conversationRows")
    void whatIsAssignedToSomebodyElseIsNotFound(Row row) {
        String path = path(row).replace(scene.conversation.toString(), scene.hidden.toString());
        Http request = withBody(row, Http.of(row.route().method(), path));
        Answer answer = request.as(scene.assignee).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        scene.assertFitForTheAssignee(answer.everything());

        assertKeptOut("404 not_found", request.as(scene.agent));
        assertHidesFromAdministrators(row, request);
    }

    @ParameterizedTest
    @MethodSource("conversationRows")
    void aConversationOfAnotherStoreIsNotFound(Row row) {
        String path =
                path(row)
                        .replace(
                                scene.conversation.toString(),
                                scene.conversationNextDoor.toString());
        String nextDoor =
                path.replace(
                        scene.store.id().value().toString(),
                        scene.nextDoor.id().value().toString());
        assertThat(
                        withBody(row, Http.of(row.route().method(), nextDoor))
                                .as(scene.neighbour)
                                .send()
                                .status())
                .isEqualTo(200);

        assertKeptOut(
                "404 not_found",
                withBody(row, Http.of(row.route().method(), path)).as(scene.agent));
    }

    @ParameterizedTest
    @MethodSource("writesOfStaff")
    void aWriteFromAnotherPageIsRefused(Row row) {
        Answer ours = request(row).as(allowed(row)).without("Cookie").send();
        assertThat(ours.outcome()).isNotEqualTo("403 wrong_origin");

        for (UnaryOperator<Http> from : foreignOrigins()) {
            assertKeptOut("403 wrong_origin", from.apply(request(row).as(allowed(row))));
        }
        assertKeptOut("403 wrong_origin", request(row).as(allowed(row)).without("Origin"));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void withoutTheSecretNobodyIsKnown(Row row) {
        assertAllowed(row, scene.shopper);
        String secret = scene.shopper.value();

        assertKeptOut("401 unknown_visitor", request(row));
        assertKeptOut("401 unknown_visitor", request(row).as(scene.agent));
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
            assertKeptOut("401 unknown_visitor", request(row).with("Authorization", header));
        }
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void aSecretThatNeverWroteOpensNothing(Row row) {
        assertAllowed(row, scene.shopper);

        assertKeptOut(nobodyAt(row), request(row).as(scene.stranger));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void aSecretOfAnotherStoreOpensNothing(Row row) {
        assertAllowed(row, scene.shopper);

        assertKeptOut(nobodyAt(row), request(row).as(scene.shopperNextDoor));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void theKeyOfAnotherStoreOpensNothing(Row row) {
        assertAllowed(row, scene.shopper);

        assertKeptOut(nobodyAt(row), requestNextDoor(row).as(scene.shopper));
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void anotherShopperHearsOnlyOfTheirOwnThread(Row row) {
        assertAllowed(row, scene.shopper);

        Answer answer = request(row).as(scene.otherShopper).send();

        assertThat(answer.status()).isEqualTo(200);
        scene.assertFitForTheOtherShopper(answer.everything());
        assertThat(answer.json().path("conversation").path("id").asText())
                .isNotEmpty()
                .isNotEqualTo(scene.conversation.toString());
    }

    @ParameterizedTest
    @MethodSource("shopperRows")
    void aShopperIsHeardFromThePanelOnly(Row row) {
        assertAllowed(row, scene.shopper);

        for (UnaryOperator<Http> from : foreignOrigins()) {
            assertKeptOut("403 wrong_origin", from.apply(request(row).as(scene.shopper)));
        }
    }

    @ParameterizedTest
    @MethodSource("publicRows")
    void whatEverybodyMayReadSaysNothingOfAnybody(Row row) {
        for (Http request :
                List.of(
                        request(row),
                        request(row).as(scene.agent),
                        request(row).as(scene.neighbour),
                        request(row).from("https://elsewhere.example"))) {
            Answer answer = request.send();

            assertThat(answer.status()).as(answer.body()).isIn(200, 404);
            scene.assertFitForEverybody(answer.everything());
        }
    }

    @Test
    void setUpIsForOurOwnPage() {
        Row row = Matrix.rows(Door.WITH_THE_CODE).findFirst().orElseThrow();
        assertRefused(request(row).fromItself().send(), "403 wrong_code");

        for (UnaryOperator<Http> from : foreignOrigins()) {
            assertKeptOut("403 wrong_origin", from.apply(request(row)));
        }
        assertKeptOut("403 wrong_origin", request(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/openapi"})
    void whatOperatorsReadSaysNothingOfAnybody(String path) {
        Answer answer =
                Http.get(path).with("Authorization", "Bearer " + Given.METRICS_TOKEN).send();

        assertThat(answer.status()).isEqualTo(200);
        scene.assertFitForEverybody(answer.everything());
    }

    @Test
    void askingWithAnotherMethodIsNoWayAround() {
        String inbox = scene.filled("/api/staff/stores/{store}/inbox");

        assertThat(Http.of("HEAD", inbox).send().status()).isEqualTo(401);
        assertThat(Http.of("HEAD", inbox).as(scene.neighbour).send().status()).isEqualTo(404);
        assertKeptOut(
                "405 method_not_allowed",
                Http.post(inbox, "{}").with("X-HTTP-Method-Override", "GET"));
    }

    /// Where the id is already somebody's, a message can only be refused like this; everywhere else
    /// nobody is known by the secret.
    private static String nobodyAt(Row row) {
        return row.posts() ? "404 not_found" : "401 unknown_visitor";
    }

    /// They may give to others what they may not read; of that route they hear nothing more.
    private void assertHidesFromAdministrators(Row row, Http request) {
        for (SignedIn person : List.of(scene.owner, scene.administrator)) {
            if (row.route().path().endsWith("/assignee")) {
                assertThat(request.as(person).send().body()).isEqualTo("{\"conversation\":null}");
            } else {
                assertKeptOut("404 not_found", request.as(person));
            }
        }
    }

    private SignedIn allowed(Row row) {
        return row.door() == Door.ADMINISTRATION ? scene.administrator : scene.agent;
    }

    private void assertAllowed(Row row, SignedIn person) {
        Answer answer = request(row).as(person).send();

        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        if (row.door() == Door.ADMINISTRATION) {
            scene.assertFitForAnAdministrator(answer.everything());
        } else {
            scene.assertFitForAnAgent(answer.everything());
        }
        scene.restore();
    }

    private void assertAllowed(Row row, VisitorSecret secret) {
        Answer answer = request(row).as(secret).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        scene.assertFitForTheShopper(answer.everything());
    }

    private void assertKeptOut(String outcome, Http request) {
        Map<String, Long> before =
                request.method().equals("GET") ? Map.of() : DatabaseOwner.rowCounts();

        Answer answer = request.send();

        assertRefused(answer, outcome);
        scene.assertFitForEverybody(answer.everything());
        if (!before.isEmpty()) {
            assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
        }
    }

    private Http request(Row row) {
        return withBody(row, Http.of(row.route().method(), path(row)));
    }

    /// The same in the other store, where a conversation has the same id.
    private Http requestNextDoor(Row row) {
        String path =
                path(row)
                        .replace(id(scene.store), id(scene.nextDoor))
                        .replace(scene.store.key(), scene.nextDoor.key());
        return withBody(row, Http.of(row.route().method(), path));
    }

    private String path(Row row) {
        return scene.filled(row.route().path() + row.query())
                .replace("{message}", UUID.randomUUID().toString())
                .replaceAll("\\{file[^}]*}", "nope.js")
                .replaceAll("\\{below:.*}$", "/x");
    }

    private Http withBody(Row row, Http request) {
        return row.body().isEmpty()
                ? request
                : request.json(
                        scene.filled(row.body())
                                .replace("{assignee}", scene.assigneeIn(request.path())));
    }

    private static String id(Store store) {
        return store.id().value().toString();
    }

    private static List<UnaryOperator<Http>> foreignOrigins() {
        return Stream.of(
                        "https://evil.example",
                        "null",
                        Given.ORIGIN + ".evil.example",
                        Given.ORIGIN + "/",
                        Given.ORIGIN + "1",
                        "https://localhost:8080",
                        "http://localhost",
                        "http://shop.localhost:8081")
                .<UnaryOperator<Http>>map(origin -> request -> request.from(origin))
                .toList();
    }

    static Stream<Row> staffRows() {
        return Matrix.rows(Door.SIGNED_IN, Door.STORE, Door.CONVERSATION, Door.ADMINISTRATION);
    }

    static Stream<Row> storeRows() {
        return Matrix.rows(Door.STORE, Door.CONVERSATION, Door.ADMINISTRATION);
    }

    static Stream<Row> conversationRows() {
        return Matrix.rows(Door.CONVERSATION);
    }

    static Stream<Row> writesOfStaff() {
        return Matrix.rows(
                        Door.SIGNED_IN,
                        Door.STORE,
                        Door.CONVERSATION,
                        Door.ADMINISTRATION,
                        Door.OUR_PAGES)
                .filter(Row::isWrite);
    }

    static Stream<Row> shopperRows() {
        return Matrix.rows(Door.SHOPPER);
    }

    static Stream<Row> publicRows() {
        return Matrix.rows(Door.EVERYBODY);
    }
}
