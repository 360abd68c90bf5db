package dev.shopbell.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// People come, get other roles, go, and come back.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class MembersTest {

    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(5);
    private static final int MANY = 1_200;

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn owner;
    private SignedIn tom;
    private StaffBrowser priya;

    @BeforeEach
    void haveATeam() {
        store = given.store();
        owner = given.owner(store);
        tom = given.member(store, "Tom Okafor", Team.CONVERSATION_MANAGEMENT);
        priya = new StaffBrowser(server, given.agent(store));
    }

    @Test
    void everybodyIsListedTheOwnerFirst() {
        JsonNode members = Http.get(members("")).as(owner).send().json().path("members");

        assertThat(members.findValuesAsText("name").getFirst()).isEqualTo("Olga Owner");
        assertThat(members.get(0).path("owner").asBoolean()).isTrue();
        assertThat(members).hasSize(3);
        assertThat(members.findValuesAsText("status")).containsOnly("joined");
    }

    @Test
    void whoIsDeactivatedIsOutWithinFiveSeconds() {
        StaffBrowser toms = new StaffBrowser(server, tom);
        JsonNode position = toms.inbox().path("position");
        try (LiveClient socket = toms.connect(position)) {
            socket.next("changes");

            assertThat(deactivate(tom).json().at("/member/status").asText())
                    .isEqualTo("deactivated");

            assertThat(socket.awaitEnd(REVOKED_WITHIN)).isEqualTo(4401);
        }
        assertThat(Http.get("/api/staff/me").as(tom).send().outcome()).isEqualTo("401 signed_out");
        assertThat(sessionsOf(tom)).isZero();
        assertThat(signIn(tom).json().path("stores")).isEmpty();
    }

    /// Their account is theirs, and so is their work elsewhere.
    @Test
    void inAnotherStoreTheyWorkOn() {
        Store other = given.store();
        GivenTeam.addMember(other, tom.staff().id());
        StaffBrowser toms = new StaffBrowser(server, tom);
        try (LiveClient socket = toms.connect(toms.inbox().path("position"))) {
            socket.next("changes");

            deactivate(tom);

            assertThat(socket.awaitEnd(REVOKED_WITHIN)).isEqualTo(4404);
        }
        assertThat(Http.get(path("/inbox")).as(tom).send().outcome()).isEqualTo("404 not_found");
        assertThat(
                        Http.get("/api/staff/stores/" + other.id().value() + "/inbox")
                                .as(tom)
                                .send()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void theirConversationsAreEverybodysAndEverybodyHearsIt() {
        UUID conversation = conversation();
        deeds.assign(store, conversation, tom.staff().id(), tom.staff().id());
        JsonNode before = priya.inbox();
        assertThat(before.path("unread").toString()).doesNotContain(conversation.toString());
        try (LiveClient socket = priya.connect(before.path("position"))) {
            socket.next("changes");

            deactivate(tom);

            JsonNode changes = socket.next("changes", frame -> frame.path("messages").size() > 0);
            JsonNode event = changes.path("messages").get(0);
            assertThat(event.at("/event/type").asText()).isEqualTo("assigned");
            assertThat(event.at("/event/to").isNull()).isTrue();
            assertThat(event.at("/event/from/name").asText()).isEqualTo("Tom Okafor");
            assertThat(changes.at("/conversations/0/assignee").isNull()).isTrue();
        }
        assertThat(priya.askForThread(conversation).status()).isEqualTo(200);
    }

    /// Each with a number of its own, so that whoever was away gets them page by page.
    @Test
    void thousandsOfConversationsGoBackEachWithItsOwnNumber() {
        UUID one = conversation();
        DatabaseOwner.execute(
                """
                INSERT INTO customer (store_id, customer_id, created_at)
                SELECT ?, gen_random_uuid(), now() FROM generate_series(1, ?)
                """,
                store.id().value(),
                MANY);
        DatabaseOwner.execute(
                """
                INSERT INTO conversation
                       (store_id, conversation_id, customer_id, assignee_id, last_activity_at, created_at)
                SELECT c.store_id, gen_random_uuid(), c.customer_id, ?, now(), now()
                  FROM customer c
                 WHERE c.store_id = ? AND c.name IS NULL
                """,
                tom.staff().id().value(),
                store.id().value());
        JsonNode before = priya.inbox().path("position");

        deactivate(tom);

        assertThat(assignedToSomebody()).isZero();
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT count(DISTINCT feed_seq) = count(*)
                                  FROM conversation WHERE store_id = ? AND conversation_id <> ?
                                """,
                                store.id().value(),
                                one))
                .containsExactly("t");
        JsonNode changes = priya.changes(before, 0).body();
        assertThat(changes.path("conversations")).hasSize(200);
    }

    /// The server died after the membership was changed and before the conversations were.
    @Test
    void whatWasLeftUndoneIsDoneLater() {
        UUID conversation = conversation();
        deactivate(tom);
        DatabaseOwner.execute(
                "UPDATE conversation SET assignee_id = ? WHERE conversation_id = ?",
                tom.staff().id().value(),
                conversation);

        await().atMost(Duration.ofSeconds(20)).until(() -> assignedToSomebody() == 0);
    }

    @Test
    void theyAreToldByMail() {
        deactivate(tom);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mailServer.mailsTo(tom.staff().email().value()).size() == 1);

        reactivate(tom);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mailServer.mailsTo(tom.staff().email().value()).size() == 2);
    }

    @Test
    void whoIsReactivatedMayWhatTheyMightBefore() {
        deactivate(tom);

        assertThat(reactivate(tom).json().at("/member/status").asText()).isEqualTo("joined");

        Answer signedIn = signIn(tom);
        assertThat(signedIn.json().at("/stores/0/permissions").toString())
                .isEqualTo("[\"conversation_management\"]");
    }

    @Test
    void doneTwiceItIsDoneOnce() {
        deactivate(tom);
        deactivate(tom);
        reactivate(tom);
        reactivate(tom);

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT action FROM audit_entry WHERE store_id = ? AND action LIKE 'member%' ORDER BY audit_id",
                                store.id().value()))
                .containsExactly("member_deactivated", "member_reactivated");
    }

    @Test
    void theOwnerStaysAndNobodyChangesTheirOwnPlace() {
        RoleId managers = GivenTeam.newRole(store, "{conversation_management,staff_management}");
        SignedIn manager = given.member(store, "Nia Marsh", GivenTeam.nameOf(managers));

        for (SignedIn by : new SignedIn[] {owner, manager}) {
            assertThat(deactivate(owner, by).outcome()).isEqualTo("409 owner_stays");
            assertThat(giveRoles(owner, Team.CONVERSATION_MANAGEMENT, by).outcome())
                    .isEqualTo("409 owner_stays");
        }
        assertThat(deactivate(manager, manager).outcome()).isEqualTo("409 not_oneself");
        assertThat(giveRoles(manager, Team.CONVERSATION_MANAGEMENT, manager).outcome())
                .isEqualTo("409 not_oneself");
    }

    /// Not even PostgreSQL would have it.
    @Test
    void aStoreIsNeverWithoutItsOwner() {
        assertThat(catchThrowable(() -> GivenTeam.deactivate(store, owner.staff().id())))
                .hasStackTraceContaining("membership_owner_stays");
    }

    @Test
    void whoManagesStaffTouchesNobodyWithMorePower() {
        RoleId managers = GivenTeam.newRole(store, "{conversation_management,staff_management}");
        SignedIn manager = given.member(store, "Nia Marsh", GivenTeam.nameOf(managers));
        SignedIn lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);

        assertThat(deactivate(lena, manager).outcome()).isEqualTo("403 not_permitted");
        assertThat(giveRoles(lena, Team.CONVERSATION_MANAGEMENT, manager).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(giveRoles(tom, Team.INBOX_ADMINISTRATOR, manager).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(deactivate(tom, manager).status()).isEqualTo(200);
    }

    @Test
    void otherRolesTakeHoldWithinFiveSeconds() {
        assertThat(Http.get(path("/audit")).as(tom).send().outcome())
                .isEqualTo("403 not_permitted");

        assertThat(
                        giveRoles(tom, Team.INBOX_ADMINISTRATOR, owner)
                                .json()
                                .at("/member/roles/0/name")
                                .asText())
                .isEqualTo(Team.INBOX_ADMINISTRATOR);

        await().atMost(REVOKED_WITHIN)
                .until(() -> Http.get(path("/audit")).as(tom).send().status() == 200);
    }

    @Test
    void whoMayHaveNoConversationsAnyMoreHasNone() {
        UUID conversation = conversation();
        deeds.assign(store, conversation, tom.staff().id(), tom.staff().id());
        RoleId settings = GivenTeam.newRole(store, "{inbox_administration}");

        giveRoles(tom, GivenTeam.nameOf(settings), owner);

        assertThat(assignedToSomebody()).isZero();
        assertThat(priya.askForThread(conversation).status()).isEqualTo(200);
    }

    @Test
    void neitherHasWhoeversRoleNoLongerAllowsThem() {
        RoleId role = GivenTeam.newRole(store, "{conversation_management}");
        SignedIn nia = given.member(store, "Nia Marsh", GivenTeam.nameOf(role));
        UUID conversation = conversation();
        deeds.assign(store, conversation, nia.staff().id(), nia.staff().id());

        Http.put(
                        path("/roles/" + role.value()),
                        "{\"name\": \"Settings\", \"permissions\": [\"inbox_administration\"]}")
                .as(owner)
                .send();

        assertThat(assignedToSomebody()).isZero();
    }

    @Test
    void somebodyWithoutRolesCannotBe() {
        assertThat(
                        Http.put(members("/" + id(tom) + "/roles"), "{\"roles\": []}")
                                .as(owner)
                                .send()
                                .outcome())
                .isEqualTo("422 role_missing");
        assertThat(
                        Http.put(
                                        members("/" + id(tom) + "/roles"),
                                        "{\"roles\": [\"%s\"]}".formatted(UUID.randomUUID()))
                                .as(owner)
                                .send()
                                .outcome())
                .isEqualTo("422 role_unknown");
    }

    private UUID conversation() {
        return given.firstMessage(store, given.secret(), "Hello").conversation().id().value();
    }

    private long assignedToSomebody() {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(assignee_id) FROM conversation WHERE store_id = ?",
                                store.id().value())
                        .getFirst());
    }

    private static long sessionsOf(SignedIn person) {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*) FROM staff_session WHERE staff_id = ?",
                                person.staff().id().value())
                        .getFirst());
    }

    private Answer deactivate(SignedIn whom) {
        return deactivate(whom, owner);
    }

    private Answer deactivate(SignedIn whom, SignedIn by) {
        return Http.of("POST", members("/" + id(whom) + "/deactivation")).as(by).send();
    }

    private Answer reactivate(SignedIn whom) {
        return Http.of("DELETE", members("/" + id(whom) + "/deactivation")).as(owner).send();
    }

    private Answer giveRoles(SignedIn whom, String role, SignedIn by) {
        return Http.put(
                        members("/" + id(whom) + "/roles"),
                        "{\"roles\": [\"%s\"]}".formatted(GivenTeam.role(store, role).value()))
                .as(by)
                .send();
    }

    private static Answer signIn(SignedIn person) {
        return Http.post(
                        "/api/staff/session",
                        "{\"email\": \"%s\", \"password\": \"%s\"}"
                                .formatted(person.staff().email().value(), Given.PASSWORD))
                .from(Given.ORIGIN)
                .send();
    }

    private static UUID id(SignedIn person) {
        return person.staff().id().value();
    }

    private String members(String below) {
        return path("/members" + below);
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }
}
