package dev.shopbell.badinput;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LogBook;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What nobody foresaw: the caller learns nothing of our insides, the log nothing of what they
/// wrote, and nothing is half stored. The unforeseen is planted in the database.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BugTest {

    private static final String WORDS = "zanzibar canary words";

    @Inject Given given;
    @TestHTTPResource URI server;

    @Test
    void aRefusedStatementIsInternalAndLeavesNothingBehind() {
        Store store = given.store();
        DatabaseOwner.execute(
                "ALTER TABLE message ADD CONSTRAINT planted CHECK (body NOT LIKE '%zanzibar%')");
        Map<String, Long> before = DatabaseOwner.rowCounts();
        try (LogBook log = LogBook.open()) {
            Answer answer = first(store, given.secret(), WORDS).send();

            assertRefused(answer, "500 internal");
            assertThat(answer.field()).isEmpty();
            assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
            assertThat(log.lines())
                    .anySatisfy(line ->
                            assertThat(line)
                                    .contains("request failed trace=")
                                    .contains("planted") // what to look for
                                    .contains("at dev.shopbell.")) // and where
                    .noneMatch(line -> line.contains("zanzibar"))
                    .noneMatch(line -> line.contains("anna@example.com"));
        } finally {
            DatabaseOwner.execute("ALTER TABLE message DROP CONSTRAINT planted");
        }
    }

    @Test
    void aValueThatPostgresqlQuotesIsNotInTheLogEither() {
        Store store = given.store();
        DatabaseOwner.execute(
                """
                CREATE FUNCTION plant() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM NEW.body::integer; RETURN NEW; END'
                """);
        DatabaseOwner.execute(
                "CREATE TRIGGER planted BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION plant()");
        try (LogBook log = LogBook.open()) {
            Answer answer = first(store, given.secret(), WORDS).send();

            assertRefused(answer, "500 internal");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("request failed trace="))
                    .noneMatch(line -> line.contains("zanzibar"));
        } finally {
            DatabaseOwner.execute("DROP TRIGGER planted ON message");
            DatabaseOwner.execute("DROP FUNCTION plant()");
        }
    }

    @Test
    void whoeverHangsUpInTheMiddleOfARequestIsNoBug() throws Exception {
        Store store = given.store();
        String path =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), UUID.randomUUID(), UUID.randomUUID());
        String half =
                """
                PUT %s HTTP/1.1
                Host: localhost
                Origin: %s
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 4000

                {"text": "zanzibar
                """
                        .formatted(path, Given.ORIGIN, given.secret().value())
                        .replace("\n", "\r\n");
        try (LogBook log = LogBook.open()) {
            for (int times = 0; times < 5; times++) {
                try (Socket client = new Socket(server.getHost(), server.getPort())) {
                    client.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().flush();
                    Thread.sleep(200); // until the server waits for the rest
                }
            }
            assertThat(first(store, given.secret(), "Hello").send().status()).isEqualTo(200);
            Thread.sleep(500);

            assertThat(log.lines()).noneMatch(line -> line.contains("request failed"));
        }
    }

    @Test
    void settingsThatDoNotReadAreInternal() {
        Store store = given.store();
        DatabaseOwner.execute(
                "UPDATE store SET settings = '{\"chat\": \"perhaps\"}' WHERE store_id = ?",
                store.id().value());

        assertRefused(Http.get("/api/widget/" + store.key() + "/settings").send(), "500 internal");
    }

    @Test
    void everyRefusalIsALineInTheLogWithoutWhatWasWritten() {
        Store store = given.store();
        VisitorSecret shopper = given.secret();
        String signIn = "/api/staff/session";
        try (LogBook log = LogBook.open()) {
            List<Http> refused =
                    List.of(
                            first(store, shopper, "zanzibar".repeat(2_000)),
                            first(store, shopper, "zanzibar").json("{\"zanzibar\": 1}"),
                            first(store, shopper, "zanzibar").json("{\"text\": zanzibar}"),
                            first(store, shopper, "zanzibar").json("{\"text\": [\"zanzibar\"]}"),
                            first(store, shopper, "zanzibar").with("Authorization", "zanzibar"),
                            first(store, shopper, "zanzibar").from("https://zanzibar.example"),
                            first(store, shopper, "zanzibar".repeat(10_000)),
                            Http.get("/api/widget/zanzibar/settings"),
                            Http.get("/zanzibar?zanzibar=zanzibar"),
                            Http.get("/api/staff/me").with("Cookie", "shopbell_session=zanzibar"),
                            Http.post(
                                            signIn,
                                            "{\"email\": \"a@zanzibar.example\", \"password\": \"\"}")
                                    .from(Given.ORIGIN),
                            Http.post(signIn, "{\"email\": 1, \"password\": \"zanzibar\"}")
                                    .from(Given.ORIGIN));
            for (Http request : refused) {
                assertThat(request.send().status()).isBetween(400, 499);
            }

            assertThat(log.lines())
                    .noneMatch(line -> line.contains("zanzibar"))
                    .filteredOn(line -> line.contains("refused status="))
                    .hasSameSizeAs(refused)
                    .allMatch(line -> line.lines().count() == 1);
        }
    }

    private static Http first(Store store, VisitorSecret secret, String text) {
        String path =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), UUID.randomUUID(), UUID.randomUUID());
        String body =
                "{\"text\": \"%s\", \"contact\": {\"email\": \"anna@example.com\"}}"
                        .formatted(text);
        return Http.put(path, body).as(secret);
    }
}
