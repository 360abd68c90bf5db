package dev.shopbell.badinput;

import dev.shopbell.staff.Team;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Those about who works in a store, and about one's own account. As far as one gets again and
/// again: TeamTest and InvitationTest have the rest.
@Singleton
final class TeamBodyRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String NOBODYS = "x".repeat(43);

    private final Store store;
    private final SignedIn owner;
    private final SignedIn agent;
    private final RoleId role;
    private final GivenTeam.Invited invited;

    TeamBodyRoutes(Given given) {
        store = given.store();
        owner = given.owner(store);
        agent = given.agent(store);
        role = GivenTeam.role(store, Team.CONVERSATION_MANAGEMENT);
        invited = GivenTeam.invitation(store, owner.staff().id());
    }

    List<BodyRoute> all() {
        String draft =
                "{\"name\": \"%s\", \"permissions\": [\"conversation_management\"]}"
                        .formatted(Team.CONVERSATION_MANAGEMENT);
        String roles = "\"roles\": [\"%s\"]".formatted(role.value());
        String email = "\"email\": \"%s\"".formatted(agent.staff().email().value());
        return List.of(
                ofOwner("POST", STORE + "/roles", draft, Set.of("name", "permissions"), 409),
                ofOwner("PUT", STORE + "/roles/{role}", draft, Set.of("name", "permissions"), 409),
                ofOwner(
                        "PUT",
                        STORE + "/members/{staff}/roles",
                        "{%s}".formatted(roles),
                        Set.of("roles"),
                        200),
                ofOwner(
                        "POST",
                        STORE + "/invitations",
                        "{%s, %s}".formatted(email, roles),
                        Set.of("email", "roles"),
                        409),
                ofOwner(
                        "PUT",
                        STORE + "/invitations/{invitation}/roles",
                        "{%s}".formatted(roles),
                        Set.of("roles"),
                        200),
                ofOwner(
                        "POST",
                        "/api/staff/password/change",
                        "{\"current\": \"%s\", \"password\": \"%s\"}"
                                .formatted(Given.PASSWORD, Given.PASSWORD),
                        Set.of("current", "password"),
                        204),
                withLink("", ""),
                withLink("/acceptance", ""),
                withLink(
                        "/account",
                        ", \"name\": \"Elif Demir\", \"password\": \"" + Given.PASSWORD + "\""),
                withLink("/refusal", ""));
    }

    private BodyRoute ofOwner(
            String method, String path, String body, Set<String> required, int status) {
        String filled =
                path.replace("{store}", store.id().value().toString())
                        .replace("{staff}", agent.staff().id().value().toString())
                        .replace("{role}", role.value().toString())
                        .replace("{invitation}", invited.id().toString());
        return new BodyRoute(
                new Route(method, path),
                Http.of(method, filled).json(body).as(owner),
                body,
                required,
                status);
    }

    /// With a link that nobody was sent.
    private BodyRoute withLink(String below, String more) {
        String body = "{\"token\": \"%s\"%s}".formatted(NOBODYS, more);
        Route route = new Route("POST", "/api/staff/invitation" + below);
        return new BodyRoute(
                route,
                Http.post(route.path(), body).as(owner),
                body,
                more.isEmpty() ? Set.of("token") : Set.of("token", "name", "password"),
                410);
    }
}
