package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in and out, as a browser does it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SessionTest {

    private static final String SESSION = "/api/staff/session";

    @Inject Given given;

    private Store store;
    private SignedIn priya;

    @BeforeEach
    void priyaIsOnTheTeam() {
        store = given.store();
        priya = given.agent(store);
    }

    @Test
    void whoSignsInIsToldWhoTheyAre() {
        Answer answer = signIn(email(), Given.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(me(token(answer)).json());
        assertThat(answer.json().path("staff").path("email").asText()).isEqualTo(email());
        assertThat(answer.json().path("stores").path(0).path("id").asText())
                .isEqualTo(store.id().value().toString());
        assertThat(answer.json().path("stores").path(0).path("permissions").toString())
                .isEqualTo("[\"conversation_management\"]");
    }

    @Test
    void anAddressIsTheSameHoweverItIsSpelt() {
        assertThat(signIn("  " + email().toUpperCase(Locale.ROOT) + " ", Given.PASSWORD).status())
                .isEqualTo(200);
    }

    /// On plain http of the machine itself. SetUpTest has the cookie of https.
    @Test
    void theCookieIsForNoScriptAndForNoOtherSite() {
        assertThat(attributes(signIn(email(), Given.PASSWORD)))
                .first()
                .asString()
                .matches("shopbell_session=[A-Za-z0-9_-]{43}");
        assertThat(attributes(signIn(email(), Given.PASSWORD)))
                .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
                .doesNotContain("Secure")
                .noneMatch(attribute -> attribute.startsWith("Domain"));
    }

    @Test
    void everySignInIsAnotherSession() {
        Http again = Http.post(SESSION, credentials(email(), Given.PASSWORD)).as(priya);

        String second = token(again.send());

        assertThat(second).isNotEqualTo(priya.cookie());
        assertThat(token(again.send())).isNotIn(second, priya.cookie());
        assertThat(me(second).status()).isEqualTo(200);
    }

    @Test
    void whoIsNotLetInLearnsNothingOfWhy() {
        SignedIn leo = given.agent(store);
        GivenTeam.deactivateAccount(leo.staff().id());
        var before = DatabaseOwner.rowCounts();

        for (Answer answer :
                List.of(
                        signIn(email(), Given.PASSWORD + "!"),
                        signIn(email(), Given.PASSWORD.toUpperCase(Locale.ROOT)),
                        signIn(email(), ""),
                        signIn(email(), "x".repeat(5_000)),
                        signIn("nobody-" + UUID.randomUUID() + "@example.com", Given.PASSWORD),
                        signIn(leo.staff().email().value(), Given.PASSWORD),
                        signIn("no address", Given.PASSWORD),
                        signIn("' OR 1 = 1 --", Given.PASSWORD))) {
            assertRefused(answer, "401 wrong_credentials");
            assertThat(answer.field()).isEmpty();
            assertThat(answer.header("set-cookie")).isEmpty();
        }
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    void theDatabaseKnowsNoToken() {
        String token = token(signIn(email(), Given.PASSWORD));

        List<String> sessions = DatabaseOwner.ask("SELECT t::text FROM staff_session t");

        assertThat(sessions).isNotEmpty();
        assertThat(sessions.toString())
                .doesNotContain(token)
                .doesNotContain(hex(token))
                .contains(priya.staff().id().value().toString());
    }

    @Test
    void signingOutEndsThisSessionAtOnceAndNoOther() {
        String here = token(signIn(email(), Given.PASSWORD));
        assertThat(me(here).status()).isEqualTo(200);

        Answer answer = signOut(here).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(attributes(answer))
                .contains("shopbell_session=", "Max-Age=0", "Path=/", "HTTPOnly");
        assertRefused(me(here), "401 signed_out");
        assertThat(me(priya.cookie()).status()).isEqualTo(200);
    }

    @Test
    void whoIsSignedOutMaySignOut() {
        String here = token(signIn(email(), Given.PASSWORD));

        assertThat(signOut(here).send().status()).isEqualTo(204);
        assertThat(signOut(here).send().status()).isEqualTo(204);
        assertThat(signOut(here).without("Cookie").send().status()).isEqualTo(204);
    }

    @Test
    void aSessionLastsThirtyDays() {
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT expires_at - created_at FROM staff_session WHERE staff_id = ?",
                                priya.staff().id().value()))
                .containsExactly("30 days");
    }

    @Test
    void aSessionEndsOnTimeAlthoughItWasAskedForJustBefore() {
        DatabaseOwner.execute(
                "UPDATE staff_session SET expires_at = now() + interval '2 s' WHERE staff_id = ?",
                priya.staff().id().value());
        assertThat(me(priya.cookie()).status()).isEqualTo(200);

        // Less than what the answer is kept for: it is the time in it that counts.
        Awaitility.await()
                .atMost(Duration.ofMillis(2_900))
                .until(() -> me(priya.cookie()).status() == 401);
    }

    @Test
    void sessionsThatAreOverAreForgottenAtTheNextSignIn() {
        GivenTeam.endSessions(priya.staff().id());

        signIn(email(), Given.PASSWORD);

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*) FROM staff_session WHERE staff_id = ?",
                                priya.staff().id().value()))
                .containsExactly("1");
    }

    private String email() {
        return priya.staff().email().value();
    }

    private static Answer signIn(String email, String password) {
        return Http.post(SESSION, credentials(email, password)).from(Given.ORIGIN).send();
    }

    private static String credentials(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }

    private static Answer me(String token) {
        return with(Http.get("/api/staff/me"), token).send();
    }

    private static Http signOut(String token) {
        return with(Http.of("DELETE", SESSION), token).from(Given.ORIGIN);
    }

    private static Http with(Http request, String token) {
        return request.with("Cookie", "shopbell_session=" + token);
    }

    private static String token(Answer answer) {
        return attributes(answer).getFirst().substring("shopbell_session=".length());
    }

    /// Of the one cookie that was set: name and value first.
    private static List<String> attributes(Answer answer) {
        List<String> cookies = answer.headers().get("set-cookie");
        assertThat(cookies).hasSize(1);
        return List.of(cookies.getFirst().split("; *")).stream()
                .map(attribute -> attribute.replace("\"", ""))
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
