package dev.shopbell.staff;

import static dev.shopbell.staff.InvitationCalls.OVER;
import static dev.shopbell.staff.InvitationCalls.PASSWORD;
import static dev.shopbell.staff.InvitationCalls.accept;
import static dev.shopbell.staff.InvitationCalls.cookie;
import static dev.shopbell.staff.InvitationCalls.decline;
import static dev.shopbell.staff.InvitationCalls.ids;
import static dev.shopbell.staff.InvitationCalls.join;
import static dev.shopbell.staff.InvitationCalls.open;
import static dev.shopbell.staff.InvitationCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.GivenTeam.Invited;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody is asked to work in a store. [InvitationLinksTest] has what becomes of the link.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class InvitationTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject Given given;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn owner;
    private InvitationCalls calls;
    private String email;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        owner = given.owner(store);
        calls = new InvitationCalls(store, owner);
        email = "elif-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void theLinkInTheMailLeadsANewPersonIntoTheInbox() {
        assertThat(calls.invite(email).json().at("/invitation/status").asText())
                .isEqualTo("pending");
        String token = mailed(1);

        JsonNode opened = open(token).json();
        assertThat(opened.path("store").asText()).isEqualTo("Hearthlow");
        assertThat(opened.path("invitedBy").asText()).isEqualTo("Olga Owner");
        assertThat(opened.path("email").asText()).isEqualTo(email);
        assertThat(opened.path("account").asBoolean()).isFalse();

        Answer joined = join(token, "Elif Demir");
        assertThat(joined.json().at("/stores/0/role").asText())
                .isEqualTo(Team.CONVERSATION_MANAGEMENT);
        String cookie = cookie(joined);
        assertThat(Http.get(calls.path("/inbox")).with("Cookie", cookie).send().status())
                .isEqualTo(200);
        assertThat(signIn().status()).isEqualTo(200);
        assertThat(Http.get(calls.path("/members")).as(owner).send().body())
                .contains("Elif Demir", email);
        assertThat(calls.invitations()).isEmpty();
        assertThat(mailServer.mailsTo(email))
                .extracting(MimeMessage::getSubject)
                .containsExactly("Olga Owner invites you to the inbox of Hearthlow");
    }

    @Test
    void theMailIsFixedWithTheInvitationAndForgetsItsLink() {
        calls.invite(email);
        String token = mailed(1);

        await().atMost(SOON)
                .until(() ->
                        DatabaseOwner.ask(
                                        "SELECT count(*) FROM account_mail WHERE content IS NOT NULL AND recipient = ?",
                                        email)
                                .contains("0"));
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT row_to_json(i)::text FROM invitation i WHERE email = ?",
                                email))
                .hasSize(1)
                .noneMatch(row -> row.contains(token));
        assertThat(DatabaseOwner.ask("SELECT subject::text FROM audit_entry"))
                .noneMatch(entry -> entry.contains(token));
    }

    @Test
    void whoHasAnAccountJoinsBySigningIn() {
        Store other = given.store();
        SignedIn maya = given.agent(other);
        String mayas = maya.staff().email().value();
        calls.invite(mayas);
        String token = mailed(mayas, 1);
        assertThat(open(token).json().path("account").asBoolean()).isTrue();

        assertThat(
                        post("/acceptance", "{\"token\": \"%s\"}".formatted(token))
                                .from(Given.ORIGIN)
                                .send()
                                .outcome())
                .isEqualTo("401 signed_out");
        assertThat(accept(token, owner).outcome()).isEqualTo("403 other_account");
        assertThat(join(token, "Maya Again").outcome()).isEqualTo("409 account_exists");
        assertThat(accept(token, maya).json().path("stores")).hasSize(2);

        assertThat(Http.get(calls.path("/inbox")).as(maya).send().status()).isEqualTo(200);
        assertThat(accept(token, maya).outcome()).isEqualTo(OVER);
    }

    @Test
    void itIsValidForThreeDays() {
        calls.invite(email);

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT expires_at - invited_at = interval '3 days' FROM invitation WHERE email = ?",
                                email))
                .containsExactly("t");
    }

    @Test
    void nobodyIsAskedTwiceWhileTheyMayAnswer() {
        calls.invite(email);

        assertThat(calls.invite(email.toUpperCase(Locale.ROOT)).outcome())
                .isEqualTo("409 already_invited");
        assertThat(calls.invite(owner.staff().email().value()).outcome())
                .isEqualTo("409 already_member");
        SignedIn left = given.agent(store);
        GivenTeam.deactivate(store, left.staff().id());
        assertThat(calls.invite(left.staff().email().value()).outcome())
                .isEqualTo("409 member_deactivated");

        decline(mailed(1));
        assertThat(calls.invite(email).status()).isEqualTo(200);
        assertThat(calls.invitations()).hasSize(1);
    }

    @Test
    void anInvitationNeedsAnAddressAndRolesOfTheStore() {
        assertThat(calls.invite("elif@example").outcome()).isEqualTo("422 email_incomplete");
        assertThat(calls.invite(owner, email, "[]").outcome()).isEqualTo("422 role_missing");
        RoleId foreign = GivenTeam.role(given.store(), Team.CONVERSATION_MANAGEMENT);
        assertThat(calls.invite(owner, email, ids(foreign)).outcome())
                .isEqualTo("422 role_unknown");
    }

    /// Who may not give a role gets no key to it either.
    @Test
    void whoManagesStaffInvitesOnlyToWhatTheyHave() {
        RoleId managers = GivenTeam.newRole(store, "{conversation_management,staff_management}");
        SignedIn manager = given.member(store, "Nia Marsh", GivenTeam.nameOf(managers));
        RoleId administrators = GivenTeam.role(store, Team.INBOX_ADMINISTRATOR);
        Invited powerful = GivenTeam.invitation(store, owner.staff().id(), email, administrators);

        assertThat(calls.invite(manager, "x" + email, ids(administrators)).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(calls.invite(manager, "x" + email, ids(managers)).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(calls.copy(powerful.id(), manager).outcome()).isEqualTo("403 not_permitted");
        assertThat(calls.withdraw(powerful.id(), manager).outcome()).isEqualTo("403 not_permitted");
        assertThat(
                        calls.invite(
                                        manager,
                                        "x" + email,
                                        ids(GivenTeam.role(store, Team.CONVERSATION_MANAGEMENT)))
                                .status())
                .isEqualTo(200);
    }

    /// What customers wrote before somebody came is not theirs to have missed.
    @Test
    void whoJoinsBeginsWithNothingUnread() {
        given.firstMessage(store, given.secret(), "Hello");
        var visitor = given.secret();
        given.firstMessage(store, visitor, "Good evening");
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        String cookie = cookie(join(invited.token(), "Elif"));

        Http inbox = Http.get(calls.path("/inbox")).with("Cookie", cookie);
        assertThat(inbox.send().json().path("unread")).isEmpty();
        given.firstMessage(store, given.secret(), "Anybody there?");
        assertThat(inbox.send().json().path("unread")).hasSize(1);
    }

    private Answer signIn() {
        return Http.post(
                        "/api/staff/session",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
                .from(Given.ORIGIN)
                .send();
    }

    private String mailed(int mails) {
        return mailed(email, mails);
    }

    private String mailed(String to, int mails) {
        return mailServer.tokenTo("/invitation", to, mails);
    }
}
