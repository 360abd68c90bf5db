package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenWebhook;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Making webhooks, changing them and taking them away.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhooksTest {

    private static final String URL = "https://shop.example/hooks";

    @Inject Given given;

    private Store store;
    private SignedIn lena;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
    }

    @Test
    void aWebhookIsListedWithWhatItHears() {
        GivenWebhook webhook =
                new GivenWebhook(lena, URL, List.of("message.created", "conversation.created"));

        JsonNode view = webhook.view();

        assertThat(view.get("url").asText()).isEqualTo(URL);
        assertThat(view.get("events"))
                .extracting(JsonNode::asText)
                .containsExactly("conversation.created", "message.created");
        assertThat(view.get("createdBy").asText()).isEqualTo("Lena Berg");
        assertThat(view.get("paused").isNull()).isTrue();
        assertThat(view.get("waiting").asInt()).isZero();
        assertThat(view.get("secretsUntil").isNull()).isTrue();
    }

    @Test
    void itsSecretIsToldOnceAndLiesSealedInTheDatabase() {
        GivenWebhook webhook = new GivenWebhook(lena, URL, GivenWebhook.EVERYTHING);

        assertThat(webhook.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(webhook.save(URL, GivenWebhook.EVERYTHING, false).json().get("secret").isNull())
                .isTrue();
        assertThat(webhook.view().toString()).doesNotContain(webhook.secret().substring(6));
        for (String table : DatabaseOwner.tenantTables()) {
            assertThat(
                            DatabaseOwner.ask(
                                    "SELECT t::text FROM %s t WHERE store_id = ?".formatted(table),
                                    store.id().value()))
                    .as(table)
                    .noneMatch(row -> row.contains(webhook.secret().substring(6)));
        }
    }

    @Test
    void anotherSecretIsDrawnFiveTimesADayAtMost() {
        GivenWebhook webhook = new GivenWebhook(lena, URL, GivenWebhook.EVERYTHING);

        Answer answer = webhook.ask("PUT", "/secret");

        assertThat(answer.json().get("secret").asText())
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(webhook.secret());
        assertThat(webhook.view().get("secretsUntil").isNull()).isFalse();
        for (int n = 0; n < 3; n++) {
            assertThat(webhook.ask("PUT", "/secret").status()).isEqualTo(200);
        }
        assertThat(webhook.ask("PUT", "/secret").outcome())
                .isEqualTo("409 webhook_secrets_too_many");
        DatabaseOwner.execute(
                "UPDATE webhook_secret SET ends_at = now() WHERE webhook_id = ? AND ends_at IS NOT NULL",
                webhook.id());
        assertThat(webhook.ask("PUT", "/secret").status()).isEqualTo(200);
    }

    @Test
    void itIsPausedAndGoesOn() {
        GivenWebhook webhook = new GivenWebhook(lena, URL, GivenWebhook.EVERYTHING);

        webhook.save("https://shop.example/other", List.of("message.created"), true);
        JsonNode paused = webhook.view();
        webhook.save("https://shop.example/other", List.of("message.created"), false);

        assertThat(paused.get("paused").asText()).isEqualTo("by_hand");
        assertThat(paused.get("url").asText()).isEqualTo("https://shop.example/other");
        assertThat(paused.get("events")).hasSize(1);
        assertThat(webhook.view().get("paused").isNull()).isTrue();
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        GivenWebhook webhook = new GivenWebhook(lena, URL, GivenWebhook.EVERYTHING);
        List<String> some = List.of("message.created");

        assertThat(refused(webhook.save("http://shop.example/", some, false)))
                .isEqualTo("422 webhook_url_invalid url");
        assertThat(refused(webhook.save("https://169.254.169.254/", some, false)))
                .isEqualTo("422 webhook_url_invalid url");
        assertThat(refused(webhook.save("https://a.example/" + "a".repeat(2000), some, false)))
                .isEqualTo("422 webhook_url_too_long url");
        assertThat(refused(webhook.save(URL, List.of(), false)))
                .isEqualTo("422 webhook_events_empty events");
        assertThat(refused(webhook.save(URL, List.of("webhook.test"), false)))
                .isEqualTo("422 webhook_event_unknown events");
        assertThat(refused(webhook.save(URL, List.of("message.read"), false)))
                .isEqualTo("422 webhook_event_unknown events");
    }

    @Test
    void aStoreHasTwentyAndNoMore() {
        List<GivenWebhook> all =
                IntStream.range(0, 20)
                        .mapToObj(n -> new GivenWebhook(lena, URL + n, GivenWebhook.EVERYTHING))
                        .toList();

        Answer more =
                Http.put(
                                "/api/staff/stores/%s/webhooks/%s"
                                        .formatted(store.id().value(), UUID.randomUUID()),
                                "{\"url\": \"%s\", \"events\": [\"message.created\"], \"paused\": false}"
                                        .formatted(URL))
                        .as(lena)
                        .send();

        assertThat(more.outcome()).isEqualTo("409 webhooks_too_many");
        assertThat(all.getLast().save(URL, List.of("message.created"), false).status())
                .isEqualTo(200);
    }

    @Test
    void theAuditTrailSaysWhoDidWhatAndKeepsThePathToItself() {
        GivenWebhook webhook =
                new GivenWebhook(lena, "https://shop.example/h/s3cret", List.of("message.created"));
        webhook.save(URL, List.of("message.created"), true);
        webhook.ask("PUT", "/secret");
        webhook.ask("DELETE", "");
        webhook.ask("DELETE", "");

        List<String> trail =
                DatabaseOwner.ask(
                        """
                        SELECT action || ' ' || (subject ->> 'webhook') || ' ' || actor_name
                          FROM audit_entry
                         WHERE store_id = ?
                         ORDER BY audit_id
                        """,
                        store.id().value());

        assertThat(trail)
                .containsExactly(
                        "webhook_made shop.example Lena Berg",
                        "webhook_changed shop.example Lena Berg",
                        "webhook_secret_replaced shop.example Lena Berg",
                        "webhook_deleted shop.example Lena Berg");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        GivenWebhook webhook = new GivenWebhook(lena, URL, GivenWebhook.EVERYTHING);
        UUID nothing = UUID.randomUUID();

        assertThat(webhook.ask("GET", "/deliveries/" + nothing).outcome())
                .isEqualTo("404 not_found");
        assertThat(webhook.ask("PUT", "/deliveries/" + nothing + "/again").outcome())
                .isEqualTo("404 not_found");
        assertThat(webhook.ask("GET", "/deliveries?state=lost").outcome())
                .isEqualTo("400 invalid_value");
        assertThat(webhook.ask("GET", "/deliveries?event=lost").outcome())
                .isEqualTo("400 invalid_value");
        webhook.ask("DELETE", "");
        assertThat(webhook.ask("GET", "/deliveries").outcome()).isEqualTo("404 not_found");
        assertThat(webhook.ask("PUT", "/secret").outcome()).isEqualTo("404 not_found");
        assertThat(webhook.ask("PUT", "/tests/" + nothing).outcome()).isEqualTo("404 not_found");
    }

    private static String refused(Answer answer) {
        return answer.outcome() + " " + answer.field();
    }
}
