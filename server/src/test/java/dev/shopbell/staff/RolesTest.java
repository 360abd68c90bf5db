package dev.shopbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Roles of a store's own, and who may give what to whom.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RolesTest {

    private static final String TALKS = "[\"conversation_management\"]";

    @Inject Given given;

    private Store store;
    private SignedIn owner;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        owner = given.owner(store);
    }

    @Test
    void theOwnerMakesChangesAndRemovesARole() {
        Answer made = make(owner, "Night shift", TALKS);
        String id = made.json().at("/role/id").asText();
        assertThat(made.json().at("/role/builtIn").asBoolean()).isFalse();

        Answer changed =
                change(
                        owner,
                        id,
                        "Early shift",
                        "[\"staff_management\", \"inbox_administration\"]");

        assertThat(changed.json().at("/role/name").asText()).isEqualTo("Early shift");
        assertThat(changed.json().at("/role/permissions").toString())
                .isEqualTo("[\"inbox_administration\",\"staff_management\"]");
        assertThat(remove(owner, id).status()).isEqualTo(204);
        assertThat(remove(owner, id).outcome()).isEqualTo("404 not_found");
        assertThat(Http.get(roles()).as(owner).send().json().path("roles")).hasSize(2);
    }

    @Test
    void everythingIsInTheAuditTrail() {
        String id = make(owner, "Night shift", TALKS).json().at("/role/id").asText();
        change(owner, id, "Early shift", TALKS);
        remove(owner, id);

        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT action || ' ' || actor_name || ' ' || (subject ->> 'role')
                                  FROM audit_entry WHERE store_id = ? ORDER BY audit_id
                                """,
                                store.id().value()))
                .containsExactly(
                        "role_made Olga Owner Night shift",
                        "role_changed Olga Owner Early shift",
                        "role_removed Olga Owner Early shift");
    }

    @Test
    void theTwoThatEveryStoreHasStayAsTheyAre() {
        for (String name : new String[] {Team.CONVERSATION_MANAGEMENT, Team.INBOX_ADMINISTRATOR}) {
            String id = GivenTeam.role(store, name).value().toString();

            assertThat(change(owner, id, "Mine", TALKS).outcome()).isEqualTo("409 role_built_in");
            assertThat(remove(owner, id).outcome()).isEqualTo("409 role_built_in");
        }
    }

    @Test
    void aRoleThatSomebodyHasOrIsInvitedToCannotGo() {
        RoleId had = GivenTeam.newRole(store, "{conversation_management}");
        given.member(store, "Tom Okafor", GivenTeam.nameOf(had));
        RoleId offered = GivenTeam.newRole(store, "{conversation_management}");
        GivenTeam.invitation(
                store, owner.staff().id(), "elif@" + UUID.randomUUID() + ".example", offered);

        assertThat(remove(owner, had.value().toString()).outcome()).isEqualTo("409 role_in_use");
        assertThat(remove(owner, offered.value().toString()).outcome())
                .isEqualTo("409 role_in_use");
    }

    @Test
    void aNameIsGivenOnceHoweverItIsSpelt() {
        make(owner, "Night shift", TALKS);
        String other = make(owner, "Early shift", TALKS).json().at("/role/id").asText();

        assertThat(make(owner, "  NIGHT   shift ", TALKS).outcome())
                .isEqualTo("409 role_name_taken");
        assertThat(change(owner, other, "night shift", TALKS).outcome())
                .isEqualTo("409 role_name_taken");
        assertThat(change(owner, other, "early Shift", TALKS).status()).isEqualTo(200);
    }

    @Test
    void aRoleHasANameAndAllowsSomething() {
        assertThat(make(owner, " ", TALKS).outcome()).isEqualTo("422 name_empty");
        assertThat(make(owner, "x".repeat(61), TALKS).outcome()).isEqualTo("422 name_too_long");
        assertThat(make(owner, "Nothing", "[]").outcome()).isEqualTo("422 permission_missing");
        assertThat(make(owner, "All", "[\"everything\"]").outcome()).isEqualTo("400 invalid_value");
        assertThat(make(owner, "Null", "[null]").outcome()).isEqualTo("400 invalid_value");
    }

    /// Nobody gives what they do not have, and power over others is the owner's alone to give.
    @Test
    void whoManagesStaffGivesOnlyWhatTheyHave() {
        SignedIn manager = manager("{conversation_management,staff_management}");
        SignedIn without = manager("{staff_management}");
        String powerful = GivenTeam.newRole(store, "{inbox_administration}").value().toString();

        assertThat(make(manager, "Night shift", TALKS).status()).isEqualTo(200);
        assertThat(make(without, "Early shift", TALKS).outcome()).isEqualTo("403 not_permitted");
        for (String power : new String[] {"inbox_administration", "staff_management"}) {
            assertThat(make(manager, "Boss", "[\"%s\"]".formatted(power)).outcome())
                    .isEqualTo("403 not_permitted");
        }
        assertThat(change(manager, powerful, "Harmless", TALKS).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(remove(manager, powerful).outcome()).isEqualTo("403 not_permitted");
        assertThat(remove(owner, powerful).status()).isEqualTo(204);
    }

    @Test
    void whoHasARoleMayWhatItSaysNowWithinFiveSeconds() {
        RoleId role = GivenTeam.newRole(store, "{conversation_management}");
        SignedIn tom = given.member(store, "Tom Okafor", GivenTeam.nameOf(role));
        String inbox = "/api/staff/stores/" + store.id().value() + "/inbox";
        assertThat(Http.get(inbox).as(tom).send().status()).isEqualTo(200);

        change(owner, role.value().toString(), "Settings", "[\"inbox_administration\"]");

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Http.get(inbox).as(tom).send().status() == 403);
    }

    private SignedIn manager(String permissions) {
        return given.member(
                store, "Nia Marsh", GivenTeam.nameOf(GivenTeam.newRole(store, permissions)));
    }

    private String roles() {
        return "/api/staff/stores/" + store.id().value() + "/roles";
    }

    private Answer make(SignedIn by, String name, String permissions) {
        return Http.post(roles(), role(name, permissions)).as(by).send();
    }

    private Answer change(SignedIn by, String id, String name, String permissions) {
        return Http.put(roles() + "/" + id, role(name, permissions)).as(by).send();
    }

    private Answer remove(SignedIn by, String id) {
        return Http.of("DELETE", roles() + "/" + id).as(by).send();
    }

    private static String role(String name, String permissions) {
        return "{\"name\": \"%s\", \"permissions\": %s}".formatted(name, permissions);
    }
}
