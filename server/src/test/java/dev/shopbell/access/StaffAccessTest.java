package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route for staff × everybody who is to be kept out of it. Each attempt is first made by
/// somebody who may, with the same ids; and no answer ever says a word of what its reader may not
/// know. [HiddenConversationTest] has what is assigned to somebody else.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StaffAccessTest {

    @Inject Scenes scenes;

    private Scene scene;
    private Attempts attempts;

    @BeforeEach
    void takeTheScene() {
        scene = scenes.usual;
        attempts = new Attempts(scene);
    }

    @AfterEach
    void everybodyMayWriteAgain() {
        scene.restore();
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void whoIsSignedOutIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        attempts.assertKeptOut("401 signed_out", attempts.on(row).from(Given.ORIGIN));
        attempts.assertKeptOut("401 signed_out", attempts.on(row).as(scene.shopper));
        for (String cookie :
                List.of(
                        "shopbell_session=",
                        "shopbell_session=forged",
                        "shopbell_session=" + "A".repeat(43),
                        "shopbell_session=" + scene.agent.cookie() + "A",
                        "__Host-shopbell_session=" + scene.agent.cookie(),
                        "SHOPBELL_SESSION=" + scene.agent.cookie())) {
            attempts.assertKeptOut(
                    "401 signed_out", attempts.on(row).from(Given.ORIGIN).with("Cookie", cookie));
        }
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void aDeactivatedAccountIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        attempts.assertKeptOut("401 signed_out", attempts.on(row).as(scene.deactivated));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void whosePlaceIsDeactivatedFindsNothing(Row row) {
        assertAllowed(row, allowed(row));

        attempts.assertKeptOut("404 not_found", attempts.on(row).as(scene.left));
    }

    @ParameterizedTest
    @MethodSource("staffRows")
    void aSessionThatIsOverIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        attempts.assertKeptOut("401 signed_out", attempts.on(row).as(scene.expired));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void theStaffOfAnotherStoreFindNothing(Row row) {
        assertAllowed(row, allowed(row));

        attempts.assertKeptOut("404 not_found", attempts.on(row).as(scene.neighbour));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void whoseStoreItIsSeesTheirOwnUnderTheSameIds(Row row) {
        Answer answer = attempts.nextDoor(row, scene.conversation).as(scene.neighbour).send();

        assertThat(answer.status()).isEqualTo(200);
        scene.canaries.assertFitForTheNeighbour(answer.everything());
        attempts.assertKeptOut(
                "404 not_found", attempts.nextDoor(row, scene.conversation).as(allowed(row)));
    }

    @ParameterizedTest
    @MethodSource("storeRows")
    void aMemberWithoutThePermissionIsRefused(Row row) {
        assertAllowed(row, allowed(row));

        SignedIn refused =
                switch (row.door()) {
                    case ADMINISTRATION -> scene.agent;
                    case SETTINGS_READING -> scene.withoutEither;
                    default -> scene.withoutPermission;
                };
        attempts.assertKeptOut("403 not_permitted", attempts.on(row).as(refused));
    }

    @ParameterizedTest
    @MethodSource("settingsReadings")
    void administratorsReadSettingsWithoutConversations(Row row) {
        assertThat(attempts.on(row).as(scene.withoutPermission).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("conversationRows")
    void aConversationOfAnotherStoreIsNotFound(Row row) {
        UUID theirs = scene.conversationNextDoor;
        assertThat(attempts.nextDoor(row, theirs).as(scene.neighbour).send().status())
                .isEqualTo(200);

        attempts.assertKeptOut("404 not_found", attempts.on(row, theirs).as(scene.agent));
    }

    @ParameterizedTest
    @MethodSource("writesOfStaff")
    void aWriteFromAnotherPageIsRefused(Row row) {
        Answer ours = attempts.on(row).as(allowed(row)).without("Cookie").send();
        assertThat(ours.outcome()).isNotEqualTo("403 wrong_origin");

        for (UnaryOperator<Http> from : ForeignOrigins.all()) {
            attempts.assertKeptOut(
                    "403 wrong_origin", from.apply(attempts.on(row).as(allowed(row))));
        }
        attempts.assertKeptOut(
                "403 wrong_origin", attempts.on(row).as(allowed(row)).without("Origin"));
    }

    private SignedIn allowed(Row row) {
        return row.door() == Door.ADMINISTRATION ? scene.administrator : scene.agent;
    }

    private void assertAllowed(Row row, SignedIn person) {
        Answer answer = attempts.on(row).as(person).send();

        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        if (row.door() == Door.ADMINISTRATION) {
            scene.canaries.assertFitForAnAdministrator(answer.everything());
        } else {
            scene.canaries.assertFitForAnAgent(answer.everything());
        }
        scene.restore();
    }

    static Stream<Row> staffRows() {
        return Matrix.rows(
                Door.SIGNED_IN,
                Door.STORE,
                Door.CONVERSATION,
                Door.SETTINGS_READING,
                Door.ADMINISTRATION);
    }

    static Stream<Row> storeRows() {
        return Matrix.rows(
                Door.STORE, Door.CONVERSATION, Door.SETTINGS_READING, Door.ADMINISTRATION);
    }

    static Stream<Row> settingsReadings() {
        return Matrix.rows(Door.SETTINGS_READING);
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
}
