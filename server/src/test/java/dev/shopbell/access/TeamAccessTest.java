package dev.shopbell.access;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.staff.Team;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route about who works in a store × everybody who might try it. Each attempt is first made
/// by somebody who may, on something of the same kind.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TeamAccessTest {

    @Inject Given given;

    private Store store;
    private SignedIn owner;
    private SignedIn agent;

    @BeforeEach
    void haveATeam() {
        store = given.store();
        owner = given.owner(store);
        agent = given.agent(store);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoIsSignedOutIsRefused(Row row) {
        assertAllowed(row, owner);

        assertKeptOut("401 signed_out", request(row).from(Given.ORIGIN));
        assertKeptOut(
                "401 signed_out",
                request(row).from(Given.ORIGIN).with("Cookie", "shopbell_session=forged"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoseAccountOrPlaceIsDeactivatedIsRefused(Row row) {
        SignedIn manager = manager("{conversation_management,staff_management}");
        assertAllowed(row, manager);

        GivenTeam.endSessions(agent.staff().id());
        assertKeptOut("401 signed_out", request(row).as(agent));
        SignedIn left = manager("{conversation_management,staff_management}");
        GivenTeam.deactivate(store, left.staff().id());
        assertKeptOut("404 not_found", request(row).as(left));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theOwnerOfAnotherStoreFindsNothing(Row row) {
        assertAllowed(row, owner);

        assertKeptOut("404 not_found", request(row).as(given.owner(given.store())));
    }

    /// Under the address of one's own store, too.
    @ParameterizedTest
    @MethodSource("ofOne")
    void whatIsOfAnotherStoreIsNotFound(Row row) {
        assertAllowed(row, owner);
        Store other = given.store();
        SignedIn neighbour = given.owner(other);

        String theirs =
                path(row).replace(store.id().value().toString(), other.id().value().toString());
        assertKeptOut(
                "404 not_found",
                withBody(row, Http.of(row.route().method(), theirs), other).as(neighbour));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void agentsAndAdministratorsChangeNothing(Row row) {
        assertAllowed(row, owner);

        assertKeptOut("403 not_permitted", request(row).as(agent));
        assertKeptOut(
                "403 not_permitted",
                request(row).as(given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR)));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void administratorsReadAndAgentsDoNot(Row row) {
        assertAllowed(row, given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR));

        assertKeptOut("403 not_permitted", request(row).as(agent));
    }

    /// A manager who is no owner does all of it, as long as no power over others is involved.
    @ParameterizedTest
    @MethodSource("all")
    void whoManagesStaffMay(Row row) {
        assertAllowed(row, manager("{conversation_management,staff_management}"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteFromAnotherPageIsRefused(Row row) {
        assertAllowed(row, owner);

        for (String origin : List.of("https://evil.example", "null", Given.ORIGIN + "1")) {
            assertKeptOut("403 wrong_origin", request(row).as(owner).from(origin));
        }
        assertKeptOut("403 wrong_origin", request(row).as(owner).without("Origin"));
    }

    @ParameterizedTest
    @MethodSource("withALink")
    void aLinkIsForOurOwnPages(Row row) {
        Http ours = Http.post(row.route().path(), row.body()).as(agent);
        assertThat(ours.send().outcome()).isEqualTo("410 link_ended");

        assertKeptOut("403 wrong_origin", ours.from("https://evil.example"));
        assertKeptOut("403 wrong_origin", ours.without("Origin"));
    }

    /// A new one each time: their sessions are not known yet.
    private SignedIn manager(String permissions) {
        RoleId role = GivenTeam.newRole(store, permissions);
        return given.member(store, "Nia Marsh", GivenTeam.nameOf(role));
    }

    private void assertAllowed(Row row, SignedIn person) {
        Answer answer = request(row).as(person).send();

        // No mail server here: as far as one gets.
        if (row.route().path().endsWith("/mail")) {
            assertThat(answer.outcome()).isEqualTo("409 mail_not_set_up");
        } else {
            assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        }
    }

    private static void assertKeptOut(String outcome, Http request) {
        Map<String, Long> before = DatabaseOwner.rowCounts();

        assertRefused(request.send(), outcome);

        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    private Http request(Row row) {
        return withBody(row, Http.of(row.route().method(), path(row)), store);
    }

    /// On something that nobody else has touched.
    private String path(Row row) {
        String path = row.route().path().replace("{store}", store.id().value().toString());
        if (path.contains("{role}")) {
            path = path.replace("{role}", freshRole().value().toString());
        }
        if (path.contains("{staff}")) {
            UUID staff = given.agent(store).staff().id().value();
            path = path.replace("{staff}", staff.toString());
        }
        if (path.contains("{invitation}")) {
            UUID id = GivenTeam.invitation(store, owner.staff().id()).id();
            path = path.replace("{invitation}", id.toString());
        }
        return path;
    }

    private Http withBody(Row row, Http request, Store in) {
        if (row.body().isEmpty()) {
            return request;
        }
        RoleId role = GivenTeam.role(in, Team.CONVERSATION_MANAGEMENT);
        return request.json(
                row.body()
                        .replace("{name}", "name-" + UUID.randomUUID())
                        .replace("{role}", role.value().toString()));
    }

    private RoleId freshRole() {
        return GivenTeam.newRole(store, "{conversation_management}");
    }

    static Stream<Row> all() {
        return Matrix.rows(Door.TEAM, Door.TEAM_READING);
    }

    static Stream<Row> writes() {
        return Matrix.rows(Door.TEAM);
    }

    static Stream<Row> readings() {
        return Matrix.rows(Door.TEAM_READING);
    }

    static Stream<Row> ofOne() {
        return Matrix.rows(Door.TEAM)
                .filter(row -> row.route().path().replace("{store}", "").contains("{"));
    }

    static Stream<Row> withALink() {
        return Matrix.rows(Door.WITH_A_LINK);
    }
}
