package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenWebhook;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ReceiverForTests;
import dev.shopbell.testkit.ShopperBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The log of a webhook: what was sent, or was not, for a month.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhookLogTest {

    @Inject Given given;
    @Inject WebhookTurns turns;
    @TestHTTPResource URI server;

    private final ReceiverForTests receiver = new ReceiverForTests();
    private SignedIn owner;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAStore() {
        Store store = given.store();
        owner = given.owner(store);
        anna = new ShopperBrowser(server, store, given.secret());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void itsLogIsReadPageByPageAndByWhatIsLookedFor() {
        GivenWebhook webhook = webhook();
        IntStream.range(0, 4).forEach(n -> anna.write("Message " + n));
        soon().until(() -> webhook.log("?state=delivered").size() == 5);

        JsonNode page = webhook.ask("GET", "/deliveries?limit=3").json();
        JsonNode rest =
                webhook.ask("GET", "/deliveries?limit=3&before=" + page.get("next").asLong())
                        .json();

        assertThat(page.get("deliveries")).hasSize(3);
        assertThat(rest.get("deliveries")).hasSize(2);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(rest.at("/deliveries/1/event").asText()).isEqualTo("conversation.created");
        assertThat(webhook.log("?event=conversation.created")).hasSize(1);
        assertThat(webhook.log("?state=failed")).isEmpty();
    }

    @Test
    void whatIsAMonthOldIsForgotten() {
        GivenWebhook webhook = webhook();
        anna.write("Hello");
        soon().until(() -> webhook.log("?state=delivered").size() == 2);
        DatabaseOwner.execute(
                """
                UPDATE webhook_delivery SET created_at = now() - interval '31 days'
                 WHERE webhook_id = ? AND event = 'message.created'
                """,
                webhook.id());

        turns.forget();

        assertThat(webhook.log("")).hasSize(1);
    }

    @Test
    void itsLogGoesWithTheConversation() {
        GivenWebhook webhook = webhook();
        anna.write("Hello");
        soon().until(() -> webhook.log("?state=delivered").size() == 2);

        DatabaseOwner.execute("DELETE FROM message WHERE conversation_id = ?", anna.conversation());
        DatabaseOwner.execute(
                "DELETE FROM conversation WHERE conversation_id = ?", anna.conversation());

        assertThat(webhook.log("")).isEmpty();
    }

    private GivenWebhook webhook() {
        return new GivenWebhook(owner, receiver.url(), GivenWebhook.EVERYTHING);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
