package dev.shopbell.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person is signed in with, and their password.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class OwnSessionsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String NEW = "seven lanterns on the pier";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @Inject Given given;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn maya;
    private String email;

    @BeforeEach
    void haveAnAccount() {
        store = given.store();
        maya = given.agent(store);
        email = maya.staff().email().value();
    }

    @Test
    void everySessionIsListedWithItsDevice() {
        signIn(FIREFOX, Given.PASSWORD);
        signIn(PHONE, Given.PASSWORD);

        JsonNode sessions = sessions();

        assertThat(sessions).hasSize(3);
        assertThat(sessions.findValuesAsText("browser"))
                .containsExactlyInAnyOrder("Firefox", "Safari", "null");
        assertThat(sessions.findValuesAsText("system"))
                .containsExactlyInAnyOrder("Windows", "iPhone", "null");
        assertThat(sessions.findValuesAsText("current"))
                .containsExactlyInAnyOrder("true", "false", "false");
        assertThat(sessions.toString()).doesNotContain(maya.cookie());
    }

    @Test
    void oneOfThemEndsWithinFiveSeconds() {
        String cookie = cookie(signIn(FIREFOX, Given.PASSWORD));
        String id = find("Firefox").path("id").asText();

        assertThat(end("/" + id).status()).isEqualTo(204);

        await().atMost(SOON).until(() -> isSignedOut(cookie));
        assertThat(end("/" + id).outcome()).isEqualTo("404 not_found");
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void somebodyElsesIsNotFound() {
        SignedIn jonas = given.agent(store);
        String id =
                DatabaseOwner.ask(
                                "SELECT session_id FROM staff_session WHERE staff_id = ?",
                                jonas.staff().id().value())
                        .getFirst();

        assertThat(end("/" + id).outcome()).isEqualTo("404 not_found");
        assertThat(end("/" + UUID.randomUUID()).outcome()).isEqualTo("404 not_found");
        assertThat(Http.get("/api/staff/me").as(jonas).send().status()).isEqualTo(200);
    }

    @Test
    void allOthersEndAtOnce() {
        String firefox = cookie(signIn(FIREFOX, Given.PASSWORD));
        String phone = cookie(signIn(PHONE, Given.PASSWORD));

        assertThat(end("").status()).isEqualTo(204);

        await().atMost(SOON).until(() -> isSignedOut(firefox) && isSignedOut(phone));
        assertThat(sessions()).hasSize(1);
        assertThat(sessions().get(0).path("current").asBoolean()).isTrue();
    }

    @Test
    void lastActiveIsWhenSomethingWasAskedFor() {
        DatabaseOwner.execute(
                "UPDATE staff_session SET created_at = now() - interval '9 days' WHERE staff_id = ?",
                maya.staff().id().value());
        String before = sessions().get(0).path("lastActiveAt").asText();

        Http.get("/api/staff/stores/" + store.id().value() + "/inbox").as(maya).send();

        assertThat(sessions().get(0).path("lastActiveAt").asText()).isGreaterThan(before);
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT last_active_at > now() - interval '1 minute' FROM membership WHERE staff_id = ?",
                                maya.staff().id().value()))
                .containsExactly("t");
    }

    @Test
    void aNewPasswordEndsEverythingElseAndIsTold() {
        String phone = cookie(signIn(PHONE, Given.PASSWORD));

        assertThat(change(Given.PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(signIn(FIREFOX, Given.PASSWORD).outcome()).isEqualTo("401 wrong_credentials");
        assertThat(signIn(FIREFOX, NEW).status()).isEqualTo(200);
        await().atMost(SOON).until(() -> isSignedOut(phone));
        assertThat(Http.get("/api/staff/me").as(maya).send().status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !mailServer.mailsTo(email).isEmpty());
    }

    @Test
    void withoutTheCurrentPasswordNothingChanges() {
        Answer refused = change("not the password of anybody", NEW);

        assertThat(refused.outcome()).isEqualTo("422 password_wrong");
        assertThat(refused.field()).isEqualTo("current");
        assertThat(change(Given.PASSWORD, "short").outcome()).isEqualTo("422 password_too_short");
        assertThat(signIn(FIREFOX, Given.PASSWORD).status()).isEqualTo(200);
    }

    private Answer signIn(String userAgent, String password) {
        return Http.post(
                        "/api/staff/session",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .from(Given.ORIGIN)
                .with("User-Agent", userAgent)
                .send();
    }

    private static String cookie(Answer signedIn) {
        return signedIn.header("set-cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static boolean isSignedOut(String cookie) {
        return Http.get("/api/staff/me").with("Cookie", cookie).send().status() == 401;
    }

    private JsonNode sessions() {
        return Http.get("/api/staff/sessions").as(maya).send().json().path("sessions");
    }

    private JsonNode find(String browser) {
        for (JsonNode session : sessions()) {
            if (session.path("browser").asText().equals(browser)) {
                return session;
            }
        }
        throw new AssertionError("no session of " + browser);
    }

    private Answer end(String below) {
        return Http.of("DELETE", "/api/staff/sessions" + below).as(maya).send();
    }

    private Answer change(String current, String password) {
        return Http.post(
                        "/api/staff/password/change",
                        "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, password))
                .as(maya)
                .send();
    }
}
