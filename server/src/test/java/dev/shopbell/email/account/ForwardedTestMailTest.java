package dev.shopbell.email.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.ForwardingProvider;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailboxForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.SmtpTalk;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The test of a store's e-mail whose provider forwards: out by the provider's server, on to the
/// forwarding address, in by the door.
@QuarkusTest
@TestProfile(ForwardedTestMailTest.Providers.class)
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailboxForTests.class, restrictToAnnotatedClass = true)
class ForwardedTestMailTest {

    private static final Pattern TOKEN =
            Pattern.compile("X-Shopbell-Check: ([A-Za-z0-9_-]{43}\\.?)");

    public static final class Providers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopbell.mail.private-addresses", "true",
                    "shopbell.mail.any-port", "true",
                    "shopbell.mail.test-waits", "10S",
                    "shopbell.mail.name-servers", "dns://127.0.0.1:9");
        }
    }

    @Inject Given given;
    @Inject ObjectMapper json;
    @MailboxForTests.Here MailboxForTests.Door door;

    private Store store;
    private SignedIn owner;
    private ForwardingProvider provider;

    @BeforeEach
    void aProvider() {
        store = given.store();
        owner = given.owner(store);
        provider = new ForwardingProvider(door.port());
    }

    @AfterEach
    void closeIt() {
        provider.close();
    }

    @Test
    void mailThatIsForwardedComesBackAndIsUsedFromThen() throws Exception {
        saved("chat@hearthlow.example");
        provider.forwardTo(forwardTo(store));

        JsonNode check = tested();

        assertThat(check.get("worked").asBoolean()).as(check.toPrettyString()).isTrue();
        assertThat(step(check, "returned").path("state").asText()).isEqualTo("ok");
        assertThat(step(check, "plus_returned").path("state").asText()).isEqualTo("ok");
        assertThat(step(check, "forward_name").path("code").asText()).isEqualTo("dns_unreachable");
        assertThat(check.toString()).doesNotContain("imap_");
        assertThat(view().path("used").asText()).isEqualTo("saved");
        // It is nobody's message, and no provider's question.
        assertThat(view().path("forwardingMails")).isEmpty();
        assertThat(conversations()).isEmpty();
    }

    @Test
    void mailThatIsHandedOverToTheSendersOwnAddressWorksToo() throws Exception {
        saved("shop@handed-over.example");
        assertThat(
                        SmtpTalk.hand(
                                door.port(),
                                "shop@handed-over.example",
                                new WrittenMail("anna@example.com", "shop@handed-over.example")
                                        .says("Before any test")))
                .startsWith("550");
        provider.forwardTo("shop@handed-over.example");

        JsonNode check = tested();

        assertThat(check.get("worked").asBoolean()).as(check.toPrettyString()).isTrue();
        assertThat(
                        SmtpTalk.hand(
                                door.port(),
                                "shop@handed-over.example",
                                new WrittenMail("anna@example.com", "shop@handed-over.example")
                                        .says("Afterwards")))
                .startsWith("250");
    }

    @Test
    void mailThatIsNotForwardedIsToldApartAndWhatOthersMakeUpProvesNothing() throws Exception {
        saved("chat@hearthlow.example");
        Store other = given.store();
        start();
        await().atMost(Duration.ofSeconds(30)).until(() -> token() != null);
        String token = token();

        // Made up; and the true one, but not where it belongs.
        hand(forwardTo(store), "A".repeat(43));
        hand(forwardTo(store), "not a token");
        hand(forwardTo(other), token);

        JsonNode check = ended();
        assertThat(check.get("worked").asBoolean()).isFalse();
        assertThat(step(check, "smtp_send").path("state").asText()).isEqualTo("ok");
        assertThat(step(check, "returned").path("code").asText()).isEqualTo("not_forwarded");

        // It comes too late, and says nothing about the next test either.
        hand(forwardTo(store), token);
        assertThat(check().get("worked").asBoolean()).isFalse();
        assertThat(view().path("used").asText()).isEqualTo("installation");
    }

    private @Nullable String token() {
        return provider.kept().stream()
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    private void hand(String recipient, @Nullable String token) {
        SmtpTalk.hand(
                door.port(),
                recipient,
                new WrittenMail("chat@hearthlow.example", "chat@hearthlow.example")
                        .header("X-Shopbell-Check", String.valueOf(token))
                        .header("Auto-Submitted", "auto-generated")
                        .says("A test of your store's e-mail"));
    }

    private static String forwardTo(Store whose) {
        return "store-" + whose.key() + "@" + MailboxForTests.MAIL_HOST;
    }

    private void saved(String from) throws Exception {
        Map<String, Object> smtp = new HashMap<>();
        smtp.put("host", "localhost");
        smtp.put("port", provider.port());
        smtp.put("security", "none");
        smtp.put("user", null);
        smtp.put("password", null);
        Map<String, Object> settings = new HashMap<>();
        settings.put("fromName", "Hearthlow");
        settings.put("fromAddress", from);
        settings.put("plusAddressing", true);
        settings.put("smtp", smtp);
        settings.put("arrival", "forwarding");
        settings.put("imap", null);
        settings.put("folder", null);
        Http.Answer answer =
                Http.of("PUT", path("email-settings"))
                        .json(json.writeValueAsString(settings))
                        .as(owner)
                        .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode tested() throws Exception {
        start();
        return ended();
    }

    private void start() throws Exception {
        assertThat(Http.of("POST", path("email-check")).as(owner).send().status()).isEqualTo(200);
    }

    private JsonNode ended() throws Exception {
        await().atMost(Duration.ofMinutes(3)).until(() -> !check().get("worked").isNull());
        return check();
    }

    private JsonNode check() throws Exception {
        return json.readTree(Http.of("GET", path("email-check")).as(owner).send().body())
                .get("check");
    }

    private JsonNode view() throws Exception {
        return json.readTree(Http.of("GET", path("email-settings")).as(owner).send().body());
    }

    private JsonNode conversations() throws Exception {
        return json.readTree(Http.of("GET", path("conversations?view=all")).as(owner).send().body())
                .path("conversations");
    }

    private static JsonNode step(JsonNode check, String step) {
        return check.get("steps")
                .valueStream()
                .filter(each -> each.path("step").asText().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + "/" + below;
    }
}
