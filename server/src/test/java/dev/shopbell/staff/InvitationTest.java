package dev.shopbell.staff;

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
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody is asked to work in a store.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class InvitationTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "seven lanterns on the pier";
    private static final String OVER = "410 link_ended";
    private static final Pattern LINK =
            Pattern.compile("http://localhost:8080/invitation#([\\w-]{43})");

    @Inject Given given;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn owner;
    private String email;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        owner = given.owner(store);
        email = "elif-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void theLinkInTheMailLeadsANewPersonIntoTheInbox() {
        assertThat(invite(email).json().at("/invitation/status").asText()).isEqualTo("pending");
        String token = mailed(1);

        JsonNode opened = open(token).json();
        assertThat(opened.path("store").asText()).isEqualTo("Hearthlow");
        assertThat(opened.path("invitedBy").asText()).isEqualTo("Olga Owner");
        assertThat(opened.path("email").asText()).isEqualTo(email);
        assertThat(opened.path("account").asBoolean()).isFalse();

        Answer joined = join(token, "Elif Demir");
        assertThat(joined.json().at("/stores/0/role").asText())
                .isEqualTo(Team.CONVERSATION_MANAGEMENT);
        String cookie = joined.header("set-cookie").orElseThrow().replaceFirst(";.*", "");
        assertThat(Http.get(path("/inbox")).with("Cookie", cookie).send().status()).isEqualTo(200);
        assertThat(signIn().status()).isEqualTo(200);
        assertThat(Http.get(path("/members")).as(owner).send().body())
                .contains("Elif Demir", email);
        assertThat(invitations()).isEmpty();
        assertThat(mailServer.mailsTo(email)).hasSize(1);
    }

    @Test
    void theMailIsFixedWithTheInvitationAndForgetsItsLink() {
        invite(email);
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
        invite(mayas);
        String token = mailed(mayas, 1);
        assertThat(open(token).json().path("account").asBoolean()).isTrue();

        assertThat(
                        post("/acceptance", "{\"token\": \"%s\"}", token)
                                .from(Given.ORIGIN)
                                .send()
                                .outcome())
                .isEqualTo("401 signed_out");
        assertThat(accept(token, owner).outcome()).isEqualTo("403 other_account");
        assertThat(join(token, "Maya Again").outcome()).isEqualTo("409 account_exists");
        assertThat(accept(token, maya).json().path("stores")).hasSize(2);

        assertThat(Http.get(path("/inbox")).as(maya).send().status()).isEqualTo(200);
        assertThat(accept(token, maya).outcome()).isEqualTo(OVER);
    }

    /// Nobody who joined can do so again, and an account is made once.
    @Test
    void aLinkWorksOnceHoweverManyUseItAtOnce() throws Exception {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        List<Integer> statuses =
                atOnce(Collections.nCopies(8, () -> join(invited.token(), "Elif").status()));

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 410, 409);
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*) FROM membership WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("2");
    }

    @Test
    void acceptingAndWithdrawingAtOnceEndsOneWay() throws Exception {
        for (int round = 0; round < 10; round++) {
            Invited invited = GivenTeam.invitation(store, owner.staff().id());
            List<Integer> statuses =
                    atOnce(
                            List.of(
                                    () -> join(invited.token(), "Elif").status(),
                                    () -> withdraw(invited.id()).status()));

            boolean joined = statuses.getFirst() == 200;
            assertThat(statuses).isEqualTo(joined ? List.of(200, 404) : List.of(410, 204));
            assertThat(
                            DatabaseOwner.ask(
                                    "SELECT count(*) FROM staff WHERE email = ?", invited.email()))
                    .containsExactly(joined ? "1" : "0");
        }
    }

    @Test
    void whatIsDeclinedIsOver() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        assertThat(decline(invited.token()).status()).isEqualTo(204);

        assertOver(invited.token());
        assertThat(invitations().get(0).path("status").asText()).isEqualTo("declined");
        assertThat(invitations().get(0).path("declinedAt").asText()).isNotEmpty();
    }

    @Test
    void whatIsThreeDaysOldIsOver() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());
        assertThat(invitations().get(0).path("status").asText()).isEqualTo("pending");
        expire(invited);

        assertOver(invited.token());
        assertThat(invitations().get(0).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void itIsValidForThreeDays() {
        invite(email);

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT expires_at - invited_at = interval '3 days' FROM invitation WHERE email = ?",
                                email))
                .containsExactly("t");
    }

    @Test
    void whatIsWithdrawnIsGone() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        assertThat(withdraw(invited.id()).status()).isEqualTo(204);

        assertOver(invited.token());
        assertThat(invitations()).isEmpty();
    }

    @Test
    void sentAgainTheOldLinkIsOver() {
        invite(email);
        String old = mailed(1);
        String id = invitations().get(0).path("id").asText();

        assertThat(Http.of("POST", path("/invitations/" + id + "/mail")).as(owner).send().status())
                .isEqualTo(200);

        String fresh = mailed(2);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(open(old).outcome()).isEqualTo(OVER);
        assertThat(join(fresh, "Elif Demir").status()).isEqualTo(200);
    }

    @Test
    void aCopiedLinkIsNewAndTheOldOneIsOver() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());
        expire(invited);

        JsonNode copied = copy(invited.id(), owner).json();

        Matcher link = LINK.matcher(copied.path("link").asText());
        assertThat(link.matches()).isTrue();
        assertThat(copied.at("/invitation/status").asText()).isEqualTo("pending");
        assertOver(invited.token());
        assertThat(join(link.group(1), "Elif Demir").status()).isEqualTo(200);
    }

    @Test
    void aWeakPasswordOrNoNameLeavesTheLinkUsable() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        assertThat(join(invited.token(), " ").outcome()).isEqualTo("422 name_empty");
        assertThat(join(invited.token(), "Elif\\u0007").outcome()).isEqualTo("422 name_empty");
        assertThat(join(invited.token(), "\\u202efilE").outcome()).isEqualTo("422 name_empty");
        assertThat(
                        post(
                                        "/account",
                                        "{\"token\": \"%s\", \"name\": \"Elif\", \"password\": \"short\"}",
                                        invited.token())
                                .from(Given.ORIGIN)
                                .send()
                                .outcome())
                .isEqualTo("422 password_too_short");
        assertThat(join(invited.token(), "Elif").status()).isEqualTo(200);
    }

    /// It is in subjects of mails, in sentences and in lists.
    @Test
    void aNameIsOnOneLine() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        Http.Answer joined = join(invited.token(), "Elif\\r\\nBcc: victim@example.com");

        assertThat(joined.json().at("/staff/name").asText())
                .isEqualTo("Elif Bcc: victim@example.com");
    }

    @Test
    void whoIsDeactivatedHasInvitedNobody() {
        SignedIn tom = given.member(store, "Tom Okafor", Team.INBOX_ADMINISTRATOR);
        Invited toms = GivenTeam.invitation(store, tom.staff().id());
        Invited owners = GivenTeam.invitation(store, owner.staff().id());

        assertThat(
                        Http.of(
                                        "POST",
                                        path(
                                                "/members/"
                                                        + tom.staff().id().value()
                                                        + "/deactivation"))
                                .as(owner)
                                .send()
                                .status())
                .isEqualTo(200);

        assertOver(toms.token());
        assertThat(invitations().findValuesAsText("email")).containsExactly(owners.email());
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT subject ->> 'email' FROM audit_entry WHERE store_id = ? AND action = 'invitation_withdrawn'",
                                store.id().value()))
                .containsExactly(toms.email());
    }

    @Test
    void nobodyIsAskedTwiceWhileTheyMayAnswer() {
        invite(email);

        assertThat(invite(email.toUpperCase(Locale.ROOT)).outcome())
                .isEqualTo("409 already_invited");
        assertThat(invite(owner.staff().email().value()).outcome()).isEqualTo("409 already_member");
        SignedIn left = given.agent(store);
        GivenTeam.deactivate(store, left.staff().id());
        assertThat(invite(left.staff().email().value()).outcome())
                .isEqualTo("409 member_deactivated");

        decline(mailed(1));
        assertThat(invite(email).status()).isEqualTo(200);
        assertThat(invitations()).hasSize(1);
    }

    @Test
    void anInvitationNeedsAnAddressAndRolesOfTheStore() {
        assertThat(invite("elif@example").outcome()).isEqualTo("422 email_incomplete");
        assertThat(invite(owner, email, "[]").outcome()).isEqualTo("422 role_missing");
        RoleId foreign = GivenTeam.role(given.store(), Team.CONVERSATION_MANAGEMENT);
        assertThat(invite(owner, email, ids(foreign)).outcome()).isEqualTo("422 role_unknown");
    }

    /// Who may not give a role gets no key to it either.
    @Test
    void whoManagesStaffInvitesOnlyToWhatTheyHave() {
        RoleId managers = GivenTeam.newRole(store, "{conversation_management,staff_management}");
        SignedIn manager = given.member(store, "Nia Marsh", GivenTeam.nameOf(managers));
        RoleId administrators = GivenTeam.role(store, Team.INBOX_ADMINISTRATOR);
        Invited powerful = GivenTeam.invitation(store, owner.staff().id(), email, administrators);

        assertThat(invite(manager, "x" + email, ids(administrators)).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(invite(manager, "x" + email, ids(managers)).outcome())
                .isEqualTo("403 not_permitted");
        assertThat(copy(powerful.id(), manager).outcome()).isEqualTo("403 not_permitted");
        assertThat(
                        Http.of("DELETE", path("/invitations/" + powerful.id()))
                                .as(manager)
                                .send()
                                .outcome())
                .isEqualTo("403 not_permitted");
        assertThat(
                        invite(
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

        String cookie =
                join(invited.token(), "Elif")
                        .header("set-cookie")
                        .orElseThrow()
                        .replaceFirst(";.*", "");

        Http inbox = Http.get(path("/inbox")).with("Cookie", cookie);
        assertThat(inbox.send().json().path("unread")).isEmpty();
        given.firstMessage(store, given.secret(), "Anybody there?");
        assertThat(inbox.send().json().path("unread")).hasSize(1);
    }

    private void assertOver(String token) {
        assertThat(open(token).outcome()).isEqualTo(OVER);
        assertThat(join(token, "Elif Demir").outcome()).isEqualTo(OVER);
        assertThat(accept(token, given.agent(store)).outcome()).isEqualTo(OVER);
        assertThat(decline(token).outcome()).isEqualTo(OVER);
    }

    private static void expire(Invited invited) {
        DatabaseOwner.execute(
                "UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = ?",
                invited.email());
    }

    private static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(deeds)) {
                results.add(done.get());
            }
            return results;
        }
    }

    private Answer invite(String address) {
        return invite(owner, address, ids(GivenTeam.role(store, Team.CONVERSATION_MANAGEMENT)));
    }

    private Answer invite(SignedIn by, String address, String roles) {
        return Http.post(
                        path("/invitations"),
                        "{\"email\": \"%s\", \"roles\": %s}".formatted(address, roles))
                .as(by)
                .send();
    }

    private static String ids(RoleId role) {
        return "[\"%s\"]".formatted(role.value());
    }

    private JsonNode invitations() {
        return Http.get(path("/invitations")).as(owner).send().json().path("invitations");
    }

    private Answer withdraw(UUID id) {
        return Http.of("DELETE", path("/invitations/" + id)).as(owner).send();
    }

    private Answer copy(UUID id, SignedIn by) {
        return Http.of("POST", path("/invitations/" + id + "/link")).as(by).send();
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }

    private static Answer open(String token) {
        return post("", "{\"token\": \"%s\"}", token).from(Given.ORIGIN).send();
    }

    private static Answer join(String token, String name) {
        return post(
                        "/account",
                        "{\"token\": \"%s\", \"name\": \""
                                + name
                                + "\", \"password\": \""
                                + PASSWORD
                                + "\"}",
                        token)
                .from(Given.ORIGIN)
                .send();
    }

    private static Answer accept(String token, SignedIn person) {
        return post("/acceptance", "{\"token\": \"%s\"}", token).as(person).send();
    }

    private static Answer decline(String token) {
        return post("/refusal", "{\"token\": \"%s\"}", token).from(Given.ORIGIN).send();
    }

    private static Http post(String below, String body, String token) {
        return Http.post("/api/staff/invitation" + below, body.formatted(token));
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

    /// The token of the link in the newest of so many mails, the same in both parts.
    private String mailed(String to, int mails) {
        MimeMessage mail =
                await().atMost(SOON)
                        .until(() -> mailServer.mailsTo(to), sent -> sent.size() >= mails)
                        .getLast();
        try {
            assertThat(mail.getSubject())
                    .isEqualTo("Olga Owner invites you to the inbox of Hearthlow");
            Multipart parts = (Multipart) mail.getContent();
            String plain = token(parts.getBodyPart(0).getContent().toString());
            assertThat(token(parts.getBodyPart(1).getContent().toString())).isEqualTo(plain);
            return plain;
        } catch (Exception e) {
            throw new AssertionError("the mail does not read", e);
        }
    }

    private static String token(String text) {
        Matcher matcher = LINK.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
