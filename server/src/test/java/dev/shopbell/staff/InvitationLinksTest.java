package dev.shopbell.staff;

import static dev.shopbell.staff.InvitationCalls.OVER;
import static dev.shopbell.staff.InvitationCalls.accept;
import static dev.shopbell.staff.InvitationCalls.decline;
import static dev.shopbell.staff.InvitationCalls.join;
import static dev.shopbell.staff.InvitationCalls.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.GivenTeam.Invited;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The link of an invitation: it leads in once, and is over when it was used, declined, withdrawn,
/// replaced or is three days old.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class InvitationLinksTest {

    private static final Pattern LINK =
            Pattern.compile("http://localhost:8080/invitation#([\\w-]{43})");

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
                                    () -> calls.withdraw(invited.id(), owner).status()));

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
        assertThat(calls.invitations().get(0).path("status").asText()).isEqualTo("declined");
        assertThat(calls.invitations().get(0).path("declinedAt").asText()).isNotEmpty();
    }

    @Test
    void whatIsThreeDaysOldIsOver() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());
        assertThat(calls.invitations().get(0).path("status").asText()).isEqualTo("pending");
        expire(invited);

        assertOver(invited.token());
        assertThat(calls.invitations().get(0).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void whatIsWithdrawnIsGone() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        assertThat(calls.withdraw(invited.id(), owner).status()).isEqualTo(204);

        assertOver(invited.token());
        assertThat(calls.invitations()).isEmpty();
    }

    @Test
    void sentAgainTheOldLinkIsOver() {
        calls.invite(email);
        String old = mailed(1);
        String id = calls.invitations().get(0).path("id").asText();

        assertThat(calls.mailAgain(id).status()).isEqualTo(200);

        String fresh = mailed(2);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(open(old).outcome()).isEqualTo(OVER);
        assertThat(join(fresh, "Elif Demir").status()).isEqualTo(200);
    }

    @Test
    void aCopiedLinkIsNewAndTheOldOneIsOver() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());
        expire(invited);

        JsonNode copied = calls.copy(invited.id(), owner).json();

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
        assertThat(join(invited.token(), "Elif", "short").outcome())
                .isEqualTo("422 password_too_short");
        assertThat(join(invited.token(), "Elif").status()).isEqualTo(200);
    }

    /// It is in subjects of mails, in sentences and in lists.
    @Test
    void aNameIsOnOneLine() {
        Invited invited = GivenTeam.invitation(store, owner.staff().id());

        assertThat(
                        join(invited.token(), "Elif\\r\\nBcc: victim@example.com")
                                .json()
                                .at("/staff/name")
                                .asText())
                .isEqualTo("Elif Bcc: victim@example.com");
    }

    @Test
    void whoIsDeactivatedHasInvitedNobody() {
        SignedIn tom = given.member(store, "Tom Okafor", Team.INBOX_ADMINISTRATOR);
        Invited toms = GivenTeam.invitation(store, tom.staff().id());
        Invited owners = GivenTeam.invitation(store, owner.staff().id());

        assertThat(calls.deactivate(tom).status()).isEqualTo(200);

        assertOver(toms.token());
        assertThat(calls.invitations().findValuesAsText("email")).containsExactly(owners.email());
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT subject ->> 'email' FROM audit_entry WHERE store_id = ? AND action = 'invitation_withdrawn'",
                                store.id().value()))
                .containsExactly(toms.email());
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

    private String mailed(int mails) {
        return mailServer.tokenTo("/invitation", email, mails);
    }
}
