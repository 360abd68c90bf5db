package dev.shopbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.GivenTeam.Invited;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody who has not joined yet is to have other roles.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InvitedRolesTest {

    @Inject Given given;

    private Store store;
    private SignedIn owner;
    private Invited elif;
    private RoleId managers;

    @BeforeEach
    void somebodyIsInvited() {
        store = given.store();
        owner = given.owner(store);
        elif = GivenTeam.invitation(store, owner.staff().id());
        managers = GivenTeam.newRole(store, "{conversation_management,staff_management}");
    }

    @Test
    void whoeverJoinsHasTheRolesThatWereGivenLast() {
        Answer given = give(owner, managers);

        assertThat(given.json().at("/invitation/roles/0/name").asText())
                .isEqualTo(GivenTeam.nameOf(managers));
        assertThat(given.json().at("/invitation/roles")).hasSize(1);
        Answer joined =
                Http.post(
                                "/api/staff/invitation/account",
                                "{\"token\": \"%s\", \"name\": \"Elif Demir\", \"password\": \"%s\"}"
                                        .formatted(elif.token(), Given.PASSWORD))
                        .from(Given.ORIGIN)
                        .send();
        assertThat(joined.json().at("/stores/0/role").asText())
                .isEqualTo(GivenTeam.nameOf(managers));
        assertThat(joined.json().at("/stores/0/permissions").toString())
                .contains("staff_management");
    }

    @Test
    void itIsWrittenInTheAuditTrail() {
        give(owner, managers);

        assertThat(
                        Http.get("/api/staff/stores/" + store.id().value() + "/audit")
                                .as(owner)
                                .send()
                                .json()
                                .at("/entries/0/action")
                                .asText())
                .isEqualTo("invitation_roles_given");
    }

    @Test
    void powerOverOthersIsTheOwnersToGiveAndToTake() {
        RoleId staffers = GivenTeam.newRole(store, "{staff_management}");
        SignedIn mina = given.member(store, "Mina Roth", GivenTeam.nameOf(staffers));
        RoleId plain = GivenTeam.newRole(store, "{}");

        assertThat(give(mina, managers).outcome()).isEqualTo("403 not_permitted");
        give(owner, managers);
        assertThat(give(mina, plain).outcome()).isEqualTo("403 not_permitted");
    }

    @Test
    void anInvitationHasSomeRoleOfThisStore() {
        assertThat(give(owner).outcome()).isEqualTo("422 role_missing");
        assertThat(give(owner, GivenTeam.newRole(given.store(), "{}")).outcome())
                .isEqualTo("422 role_unknown");
    }

    private Answer give(SignedIn by, RoleId... roles) {
        String path =
                "/api/staff/stores/%s/invitations/%s/roles"
                        .formatted(store.id().value(), elif.id());
        StringBuilder ids = new StringBuilder();
        for (RoleId role : roles) {
            ids.append(ids.isEmpty() ? "" : ", ").append('"').append(role.value()).append('"');
        }
        return Http.put(path, "{\"roles\": [%s]}".formatted(ids)).as(by).send();
    }
}
