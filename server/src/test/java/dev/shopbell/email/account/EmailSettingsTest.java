package dev.shopbell.email.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A store's own mail servers: saved, tested by a real round trip, used. Against a real mail
/// server.
@QuarkusTest
@TestProfile(EmailSettingsTest.MailServersHere.class)
@QuarkusTestResource(PostgresForTests.class)
class EmailSettingsTest {

    private static final String PASSWORD = "four small otters";

    public static final class MailServersHere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopbell.mail.private-addresses", "true",
                    "shopbell.mail.any-port", "true",
                    "shopbell.mail.test-waits", "3S",
                    "shopbell.mail.name-servers", "dns://127.0.0.1:9",
                    "shopbell.limits.store-email-checks-per-minute", "60");
        }
    }

    @Inject Given given;
    @Inject ObjectMapper json;
    @Inject EmailAccounts accounts;
    @Inject SealedPasswords passwords;

    private final GreenMail mail =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                    });

    private Store store;
    private SignedIn owner;

    @BeforeEach
    void openTheMailServer() {
        mail.start();
        mail.setUser("chat@hearthlow.example", "chat", PASSWORD);
        store = given.store();
        owner = given.owner(store);
    }

    @AfterEach
    void closeIt() {
        mail.stop();
    }

    @Test
    void aRoundTripThatWorksPutsWhatWasSavedToUse() throws Exception {
        mail.setUser("chat+test@hearthlow.example", "plus", PASSWORD);
        JsonNode saved = saved(settings(PASSWORD, "none", false));
        assertThat(saved.get("used").asText()).isEqualTo("nothing");

        JsonNode check = tested();

        assertThat(check.get("worked").asBoolean()).as(check.toPrettyString()).isTrue();
        assertThat(state(check, "returned")).isEqualTo("ok");
        assertThat(code(check, "smtp_secure")).isEqualTo("not_encrypted");
        assertThat(code(check, "spf")).isEqualTo("dns_unreachable");
        assertThat(view().get("used").asText()).isEqualTo("saved");
        assertThat(view().at("/saved/workedAt").isTextual()).isTrue();
        assertThat(accounts.mailboxes())
                .anySatisfy(box -> assertThat(box.store()).isEqualTo(store.id()));
        assertThat(accounts.storeOf(new EmailAddress("chat@hearthlow.example")))
                .isEqualTo(java.util.Optional.of(store.id()));
        // Nothing of the test is left in the mailbox.
        assertThat(
                        mail.getManagers()
                                .getImapHostManager()
                                .getInbox(mail.getUserManager().getUser("chat"))
                                .getMessageCount())
                .isZero();
    }

    @Test
    void settingsThatDoNotWorkLeaveThoseInUseThatDo() throws Exception {
        saved(settings(PASSWORD, "none", false));
        assertThat(tested().get("worked").asBoolean()).isTrue();

        saved(settings("wrong", "none", false));
        JsonNode check = tested();

        assertThat(check.get("worked").asBoolean()).isFalse();
        assertThat(code(check, "smtp_login")).isEqualTo("login_refused");
        assertThat(state(check, "smtp_send")).isEqualTo("skipped");
        assertThat(code(check, "imap_login")).isEqualTo("login_refused");
        JsonNode view = view();
        assertThat(view.get("used").asText()).isEqualTo("earlier");
        assertThat(accounts.used(store.id()).orElseThrow().smtp().login())
                .isEqualTo(new dev.shopbell.platform.mail.MailServer.Login("chat", PASSWORD));

        JsonNode back = used(view.at("/earlier/version").asInt());

        assertThat(back.get("used").asText()).isEqualTo("saved");
        assertThat(back.at("/saved/workedAt").isTextual()).isTrue();
    }

    @Test
    void mailThatDoesNotComeBackIsToldApartFromMailThatDoesNotLeave() throws Exception {
        mail.setUser("other@hearthlow.example", "other", PASSWORD);
        Map<String, Object> settings = settings(PASSWORD, "none", true);
        settings.put("imap", server(mail.getImap().getPort(), "other", PASSWORD));
        saved(settings);

        JsonNode check = tested();

        assertThat(state(check, "smtp_send")).isEqualTo("ok");
        assertThat(state(check, "imap_folder")).isEqualTo("ok");
        assertThat(code(check, "returned")).isEqualTo("not_returned");
        assertThat(check.get("worked").asBoolean()).isFalse();
    }

    @Test
    void aFolderThatIsMissingIsNamed() throws Exception {
        Map<String, Object> settings = settings(PASSWORD, "none", false);
        settings.put("folder", "Shop");
        saved(settings);

        assertThat(code(tested(), "imap_folder")).isEqualTo("folder_missing");
    }

    @Test
    void nobodyAnswersAtThatPort() throws Exception {
        Map<String, Object> settings = settings(PASSWORD, "none", false);
        int port = mail.getSmtp().getPort();
        saved(settings);
        mail.stop();

        JsonNode check = tested();

        assertThat(port).isPositive();
        assertThat(state(check, "smtp_name")).isEqualTo("ok");
        assertThat(code(check, "smtp_connect")).isEqualTo("port_closed");
        assertThat(state(check, "returned")).isEqualTo("skipped");
    }

    @Test
    void passwordsAreWrittenAndNeverRead() throws Exception {
        JsonNode saved = saved(settings(PASSWORD, "none", false));

        assertThat(saved.toString()).doesNotContain(PASSWORD).contains("\"hasPassword\":true");
        assertThat(view().toString()).doesNotContain(PASSWORD);
        assertThat(accounts.toTest(store.id()).orElseThrow().settings().smtp().login())
                .isEqualTo(new dev.shopbell.platform.mail.MailServer.Login("chat", PASSWORD));
        String hex = HexFormat.of().formatHex(PASSWORD.getBytes(StandardCharsets.UTF_8));
        for (String table :
                DatabaseOwner.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            assertThat(DatabaseOwner.ask("SELECT t::text FROM " + table + " t").toString())
                    .as(table)
                    .doesNotContain(PASSWORD, hex);
        }
    }

    @Test
    void aKeptPasswordIsSaidToNoOtherServer() throws Exception {
        saved(settings(PASSWORD, "none", false));
        Map<String, Object> same = settings(null, "none", false);
        assertThat(put(same).status()).isEqualTo(200);

        Map<String, Object> elsewhere = settings(null, "none", false);
        elsewhere.put("smtp", server(mail.getSmtp().getPort() + 1, "chat", null));
        Answer refused = put(elsewhere);

        assertThat(refused.outcome()).isEqualTo("422 password_needed");
        assertThat(refused.body()).contains("smtp.password");
    }

    @Test
    void aSealedPasswordOpensOnlyWhereItBelongs() {
        StoreId here = store.id();
        byte[] sealed = passwords.seal(here, SealedPasswords.Field.SMTP, PASSWORD);

        assertThat(passwords.open(here, SealedPasswords.Field.SMTP, sealed)).isEqualTo(PASSWORD);
        assertThatThrownBy(() -> passwords.open(here, SealedPasswords.Field.IMAP, sealed))
                .isInstanceOf(IllegalStateException.class);
        StoreId other = new StoreId(UUID.randomUUID());
        assertThatThrownBy(() -> passwords.open(other, SealedPasswords.Field.SMTP, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasDoneIsInTheAuditTrail() throws Exception {
        saved(settings(PASSWORD, "none", false));
        used(1);

        String audit = Http.of("GET", path("audit")).as(owner).send().body();

        assertThat(audit).contains("email_settings_saved", "email_settings_used");
        assertThat(audit).doesNotContain(PASSWORD);
    }

    private JsonNode tested() throws Exception {
        assertThat(Http.of("POST", path("email-check")).as(owner).send().status()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(3)).until(() -> !check().get("worked").isNull());
        return check();
    }

    private JsonNode check() throws Exception {
        return json.readTree(Http.of("GET", path("email-check")).as(owner).send().body())
                .get("check");
    }

    private static String state(JsonNode check, String step) {
        return step(check, step).get("state").asText();
    }

    private static String code(JsonNode check, String step) {
        return step(check, step).get("code").asText();
    }

    private static JsonNode step(JsonNode check, String step) {
        for (JsonNode each : check.get("steps")) {
            if (each.get("step").asText().equals(step)) {
                return each;
            }
        }
        throw new AssertionError(step + " is not in " + check);
    }

    private JsonNode view() throws Exception {
        return json.readTree(Http.of("GET", path("email-settings")).as(owner).send().body());
    }

    private JsonNode saved(Map<String, Object> settings) throws Exception {
        Answer answer = put(settings);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private JsonNode used(int version) throws Exception {
        return json.readTree(
                Http.of("PUT", path("email-settings/use"))
                        .json("{\"version\": " + version + "}")
                        .as(owner)
                        .send()
                        .body());
    }

    private Answer put(Map<String, Object> settings) throws Exception {
        return Http.of("PUT", path("email-settings"))
                .json(json.writeValueAsString(settings))
                .as(owner)
                .send();
    }

    private Map<String, Object> settings(String password, String security, boolean plus) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("fromName", "Hearthlow");
        settings.put("fromAddress", "chat@hearthlow.example");
        settings.put("plusAddressing", plus);
        settings.put("smtp", server(mail.getSmtp().getPort(), "chat", password));
        settings.put("arrival", "imap");
        settings.put("imap", server(mail.getImap().getPort(), "chat", password));
        settings.put("folder", "INBOX");
        assertThat(security).isEqualTo("none");
        return settings;
    }

    private static Map<String, Object> server(int port, String user, String password) {
        Map<String, Object> server = new HashMap<>();
        server.put("host", "localhost");
        server.put("port", port);
        server.put("security", "none");
        server.put("user", user);
        server.put("password", password);
        return server;
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + "/" + below;
    }
}
