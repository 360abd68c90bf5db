package dev.shopbell.app.setup;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.FirstRun;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The first run of an installation, from the code in its log to the owner's first sign-in. It
/// happens once, so these tests are one story in its order.
@QuarkusTest
@TestProfile(FirstRun.class)
@TestMethodOrder(OrderAnnotation.class)
class SetUpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}");
    private static final String PUBLIC_URL = "https://chat.hearthlow.example";
    private static final String OWNER = "olga@hearthlow.example";
    private static final String PASSWORD = "a quiet harbour in autumn";
    private static final int AT_ONCE = 8;

    @TestHTTPResource URI server;

    @Test
    @Order(1)
    void whoReadsTheLogFindsOneCode() throws IOException {
        assertThat(Http.get("/api/setup").send().body()).isEqualTo("{\"open\":true}");
        assertThat(codes()).hasSize(1);
        assertThat(log()).contains("Open http://localhost:").contains("/setup and enter ");
    }

    @Test
    @Order(2)
    void beforeItNobodySignsIn() {
        assertRefused(signIn(server.toString().replaceFirst("/$", "")), "403 wrong_origin");
        assertRefused(signIn(PUBLIC_URL), "403 wrong_origin");
    }

    @Test
    @Order(3)
    void whoDoesNotKnowTheCodeMakesNothing() throws IOException {
        var before = DatabaseOwner.rowCounts();
        String code = code();

        for (String guess :
                List.of(
                        "",
                        "-",
                        "%",
                        code.substring(0, code.length() - 1),
                        code + "A",
                        new StringBuilder(code).reverse().toString())) {
            Answer answer = setUp(wanted(guess));

            assertRefused(answer, "403 wrong_code");
            assertThat(answer.field()).isEqualTo("code");
            assertThat(answer.everything()).doesNotContain(code);
        }
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aMistakeInTheFormMakesNothingAndKeepsTheCode() throws IOException {
        var before = DatabaseOwner.rowCounts();

        assertMistake("publicUrl", "http://chat.hearthlow.example", "public_url_invalid");
        assertMistake("publicUrl", "chat.hearthlow.example", "public_url_invalid");
        assertMistake("owner.name", " ", "name_empty");
        assertMistake("owner.email", "olga@hearthlow", "email_incomplete");
        assertMistake("owner.password", "short", "password_too_short");
        assertMistake("owner.password", "passwordpassword", "password_too_common");
        assertMistake("store.name", "x".repeat(500), "name_too_long");
        assertMistake("store.origin", "hearthlow", "origin_invalid");
        assertMistake("store.timeZone", "Mars/Olympus", "time_zone_unknown");

        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
        assertThat(Http.get("/api/setup").send().status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void ofAllWhoSendTheRightCodeAtOnceOneBecomesTheOwner() throws Exception {
        String wanted = wanted(code()).toString();

        List<Answer> answers = atOnce(() -> setUp(JSON.readTree(wanted)));

        List<Answer> made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertRefused(answer, "404 not_found"));
        for (String table : List.of("store", "staff", "membership", "staff_session")) {
            assertThat(DatabaseOwner.ask("SELECT count(*) FROM " + table))
                    .as(table)
                    .containsExactly("1");
        }
        assertOwns(made.getFirst());
    }

    @Test
    @Order(6)
    void afterwardsTheDoorIsGone() throws IOException {
        var before = DatabaseOwner.rowCounts();

        assertRefused(Http.get("/api/setup").send(), "404 not_found");
        assertRefused(setUp(wanted(code())), "404 not_found");
        assertRefused(setUp(wanted("AAAA-AAAA-AAAA-AAAA")), "404 not_found");
        assertRefused(Http.post("/api/setup", "{}").fromItself().send(), "404 not_found");
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void underHttpsTheCookieIsOfThisHostAlone() {
        Answer answer = signIn(PUBLIC_URL);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String token = assertSecureCookie(answer);
        assertThat(me("__Host-shopbell_session", token).status()).isEqualTo(200);
        assertRefused(me("shopbell_session", token), "401 signed_out");
        assertThat(staffSocket(answer, "shopbell_session", token).awaitEnd()).isEqualTo(4401);
        try (LiveClient socket = staffSocket(answer, "__Host-shopbell_session", token)) {
            socket.next("start_over");
        }

        Answer out =
                Http.of("DELETE", "/api/staff/session")
                        .with("Cookie", "__Host-shopbell_session=" + token)
                        .from(PUBLIC_URL)
                        .send();

        // Without Secure and Path=/ a browser would not let this name be removed.
        assertThat(out.header("set-cookie").orElseThrow())
                .startsWith("__Host-shopbell_session=")
                .contains("Max-Age=0", "Path=/", "Secure");
        assertRefused(me("__Host-shopbell_session", token), "401 signed_out");
    }

    @Test
    @Order(8)
    void anAddressThatAnybodyCanClaimIsNotCounted() {
        List<String> outcomes = new ArrayList<>();
        for (int at = 0; at <= FirstRun.ADDRESS_SIGN_INS; at++) {
            outcomes.add(
                    Http.post("/api/staff/session", "{\"email\": \"x\", \"password\": \"x\"}")
                            .from(PUBLIC_URL)
                            .with("X-Forwarded-For", "203.0.113." + at)
                            .with("Forwarded", "for=203.0.113." + at)
                            .with("X-Real-IP", "203.0.113." + at)
                            .send()
                            .outcome());
        }

        assertThat(outcomes).endsWith("429 too_many_requests");
    }

    @Test
    @Order(9)
    void theLogSaysNothingOfTheOwner() throws IOException {
        assertThat(log()).doesNotContain(OWNER).doesNotContain(PASSWORD);
        assertThat(codes()).hasSize(1);
    }

    private void assertOwns(Answer made) {
        assertThat(made.json().at("/me/staff/email").asText()).isEqualTo(OWNER);
        assertThat(made.json().at("/me/stores/0/role").asText()).isEqualTo("Owner");
        assertThat(made.json().at("/store/name").asText()).isEqualTo("Hearthlow");
        assertThat(made.json().at("/store/snippet").asText())
                .startsWith("<script async src=\"" + PUBLIC_URL + "/widget/");
        String token = assertSecureCookie(made);
        assertThat(me("__Host-shopbell_session", token).json()).isEqualTo(made.json().path("me"));
        assertThat(DatabaseOwner.ask("SELECT public_url FROM installation"))
                .containsExactly(PUBLIC_URL);
        assertThat(DatabaseOwner.ask("SELECT staff::text FROM staff").toString())
                .contains("$argon2id$")
                .doesNotContain(PASSWORD);
    }

    /// What browsers demand of a `__Host-` cookie, and that no script reads it.
    private static String assertSecureCookie(Answer answer) {
        assertThat(answer.headers().get("set-cookie")).hasSize(1);
        String cookie = answer.header("set-cookie").orElseThrow().replace("\"", "");
        assertThat(cookie)
                .matches("__Host-shopbell_session=[A-Za-z0-9_-]{43};.*")
                .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Secure")
                .doesNotContain("Domain");
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private void assertMistake(String field, String value, String code) throws IOException {
        JsonNode wanted = wanted(code());
        String[] path = field.split("\\.");
        ObjectNode parent = (ObjectNode) (path.length == 1 ? wanted : wanted.path(path[0]));
        parent.set(path[path.length - 1], TextNode.valueOf(value));

        Answer answer = setUp(wanted);

        assertRefused(answer, "422 " + code);
        assertThat(answer.field()).isEqualTo(field);
    }

    private static JsonNode wanted(String code) throws IOException {
        return JSON.readTree(
                """
                {
                  "code": "%s",
                  "publicUrl": "%s",
                  "owner": {"name": "Olga Owner", "email": "%s", "password": "%s"},
                  "store": {"name": "Hearthlow", "origin": "https://hearthlow.example",
                            "timeZone": "Europe/Warsaw"}
                }
                """
                        .formatted(code, PUBLIC_URL, OWNER, PASSWORD));
    }

    private static Answer setUp(JsonNode wanted) {
        return Http.post("/api/setup", wanted.toString()).fromItself().send();
    }

    private static Answer signIn(String origin) {
        String credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(OWNER, PASSWORD);
        return Http.post("/api/staff/session", credentials).from(origin).send();
    }

    private static Answer me(String cookie, String token) {
        return Http.get("/api/staff/me").with("Cookie", cookie + "=" + token).send();
    }

    private LiveClient staffSocket(Answer me, String cookie, String token) {
        String store = me.json().at("/stores/0/id").asText();
        URI socket =
                URI.create(
                        server.toString().replaceFirst("^http", "ws").replaceFirst("/$", "")
                                + "/api/staff/stores/"
                                + store
                                + "/socket");
        return LiveClient.open(socket, Map.of("Origin", PUBLIC_URL, "Cookie", cookie + "=" + token))
                .say("{\"type\":\"hello\",\"epoch\":\"another\",\"after\":0}");
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(AT_ONCE, call))) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static String code() throws IOException {
        return codes().getFirst();
    }

    private static List<String> codes() throws IOException {
        return CODE.matcher(log()).results().map(MatchResult::group).toList();
    }

    private static String log() throws IOException {
        return Files.readString(FirstRun.LOG);
    }
}
