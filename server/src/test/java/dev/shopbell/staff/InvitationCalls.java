package dev.shopbell.staff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import java.util.UUID;

/// What the owner of a store asks for about its invitations, and whoever has the link of one.
record InvitationCalls(Store store, SignedIn owner) {

    static final String PASSWORD = "seven lanterns on the pier";

    /// What is said of a link that does nothing any more.
    static final String OVER = "410 link_ended";

    Answer invite(String email) {
        return invite(owner, email, ids(GivenTeam.role(store, Team.CONVERSATION_MANAGEMENT)));
    }

    Answer invite(SignedIn by, String email, String roles) {
        return Http.post(
                        path("/invitations"),
                        "{\"email\": \"%s\", \"roles\": %s}".formatted(email, roles))
                .as(by)
                .send();
    }

    static String ids(RoleId role) {
        return "[\"%s\"]".formatted(role.value());
    }

    JsonNode invitations() {
        return Http.get(path("/invitations")).as(owner).send().json().path("invitations");
    }

    Answer withdraw(UUID id, SignedIn by) {
        return Http.of("DELETE", path("/invitations/" + id)).as(by).send();
    }

    Answer copy(UUID id, SignedIn by) {
        return Http.of("POST", path("/invitations/" + id + "/link")).as(by).send();
    }

    Answer mailAgain(String id) {
        return Http.of("POST", path("/invitations/" + id + "/mail")).as(owner).send();
    }

    Answer deactivate(SignedIn member) {
        String id = member.staff().id().value().toString();
        return Http.of("POST", path("/members/" + id + "/deactivation")).as(owner).send();
    }

    String path(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }

    static Answer open(String token) {
        return post("", "{\"token\": \"%s\"}".formatted(token)).from(Given.ORIGIN).send();
    }

    static Answer join(String token, String name) {
        return join(token, name, PASSWORD);
    }

    static Answer join(String token, String name, String password) {
        return post(
                        "/account",
                        "{\"token\": \"%s\", \"name\": \"%s\", \"password\": \"%s\"}"
                                .formatted(token, name, password))
                .from(Given.ORIGIN)
                .send();
    }

    static Answer accept(String token, SignedIn person) {
        return post("/acceptance", "{\"token\": \"%s\"}".formatted(token)).as(person).send();
    }

    static Answer decline(String token) {
        return post("/refusal", "{\"token\": \"%s\"}".formatted(token)).from(Given.ORIGIN).send();
    }

    /// The cookie of whoever is signed in by an answer, as a browser sends it.
    static String cookie(Answer answer) {
        return answer.header("set-cookie").orElseThrow().replaceFirst(";.*", "");
    }

    static Http post(String below, String body) {
        return Http.post("/api/staff/invitation" + below, body);
    }
}
