package dev.shopbell.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody forgot their password.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class PasswordResetTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NEW = "seven lanterns on the pier";

    @Inject Given given;
    @MailServerForTests.Here MailServerForTests mailServer;

    private SignedIn maya;
    private String email;

    @BeforeEach
    void haveAnAccount() {
        maya = given.agent(given.store());
        email = maya.staff().email().value();
    }

    @Test
    void theLinkInTheMailGivesANewPasswordAndEndsWhatTheOldOneBegan() {
        assertThat(ask(email).status()).isEqualTo(202);

        Http.Answer chosen = choose(link(), NEW);

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.header("set-cookie").orElseThrow()).startsWith("shopbell_session=");
        assertThat(signIn(Given.PASSWORD).outcome()).isEqualTo("401 wrong_credentials");
        assertThat(signIn(NEW).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Http.get("/api/staff/me").as(maya).send().status() == 401);
    }

    @Test
    void aLinkWorksOnceHoweverManyUseItAtOnce() throws Exception {
        ask(email);
        String token = link();

        List<Callable<Integer>> readers =
                java.util.Collections.nCopies(8, () -> choose(token, NEW).status());
        int won = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(readers)) {
                assertThat(status.get()).isIn(200, 410);
                won += status.get() == 200 ? 1 : 0;
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(choose(token, NEW).outcome()).isEqualTo("410 link_ended");
    }

    @Test
    void aLinkOfYesterdayIsOver() {
        ask(email);
        String token = link();
        DatabaseOwner.execute(
                "UPDATE password_reset SET expires_at = now() - interval '1 second'"
                        + " WHERE staff_id = ?",
                maya.staff().id().value());

        assertThat(choose(token, NEW).outcome()).isEqualTo("410 link_ended");
        assertThat(signIn(Given.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aWeakPasswordLeavesTheLinkUsable() {
        ask(email);
        String token = link();

        assertThat(choose(token, "short").outcome()).isEqualTo("422 password_too_short");
        assertThat(choose(token, NEW).status()).isEqualTo(200);
    }

    @Test
    void aStrangersAddressIsAnsweredAlikeAndGetsNoMail() {
        String nobody = "nobody-" + email;

        assertThat(ask(nobody).everything()).doesNotContain("nobody");
        assertThat(ask(nobody).status()).isEqualTo(202);
        ask(email);
        link();

        assertThat(mailServer.mailsTo(nobody)).isEmpty();
    }

    @Test
    void whoeverMayNoLongerSignInGetsNoLinkAndUsesNone() {
        ask(email);
        String token = link();
        GivenTeam.deactivateAccount(maya.staff().id());

        assertThat(choose(token, NEW).outcome()).isEqualTo("410 link_ended");
    }

    @Test
    void theTokenIsNowhereInTheDatabaseOnceTheMailHasLeft() {
        ask(email);
        String token = link();

        await().atMost(SOON)
                .until(() ->
                        DatabaseOwner.ask(
                                        "SELECT count(*) FROM account_mail WHERE content IS NOT NULL"
                                                + " AND recipient = ?",
                                        email)
                                .contains("0"));
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*) FROM password_reset WHERE encode(token_hash, 'escape') = ?",
                                token))
                .containsExactly("0");
    }

    private static Http.Answer ask(String address) {
        return Http.post("/api/staff/password/reset", "{\"email\": \"%s\"}".formatted(address))
                .from(Given.ORIGIN)
                .send();
    }

    private static Http.Answer choose(String token, String password) {
        return Http.put(
                        "/api/staff/password",
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password))
                .from(Given.ORIGIN)
                .send();
    }

    private Http.Answer signIn(String password) {
        return Http.post(
                        "/api/staff/session",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .from(Given.ORIGIN)
                .send();
    }

    private String link() {
        return mailServer.tokenTo("/new-password", email, 1);
    }
}
