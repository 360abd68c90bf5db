package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenWebhook;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ReceiverForTests;
import dev.shopbell.testkit.ReceiverForTests.Received;
import dev.shopbell.testkit.ShopperBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who has a turn, and what becomes of it when somebody dies, is slow or comes too late.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhookTurnsTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private final ReceiverForTests receiver = new ReceiverForTests();
    private Store store;
    private SignedIn owner;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        owner = given.owner(store);
        anna = new ShopperBrowser(server, store, given.secret());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aSlowReceiverHoldsNobodyElseUp() {
        receiver.hold();
        webhook();
        try (ReceiverForTests quick = new ReceiverForTests()) {
            new GivenWebhook(owner, quick.url(), GivenWebhook.EVERYTHING);

            anna.write("Hello");

            soon().until(() -> quick.received().size() == 2);
            soon().until(() -> receiver.received().size() == 1);
            anna.write("Still there?");
            soon().until(() -> quick.received().size() == 3);
        }
    }

    /// As a server leaves it that is killed after it sent and before it noted that.
    @Test
    void afterTheServerDiedInBetweenTheSameComesAgain() {
        GivenWebhook webhook = webhook();
        anna.write("Hello");
        soon().until(() -> receiver.received().size() == 2);
        soon().until(() -> webhook.view().get("waiting").asInt() == 0);

        DatabaseOwner.execute(
                """
                UPDATE webhook_delivery
                   SET state = 'waiting', next_attempt_at = created_at, attempts = 0, attempted_at = NULL
                 WHERE webhook_id = ?
                """,
                webhook.id());

        soon().until(() -> receiver.received().size() == 4);
        List<Received> all = receiver.received();
        for (int n = 0; n < 2; n++) {
            assertThat(all.get(n + 2).id()).isEqualTo(all.get(n).id());
            assertThat(all.get(n + 2).body()).isEqualTo(all.get(n).body());
        }
    }

    @Test
    void anotherNodesTurnIsLeftToItUntilItIsSilent() {
        GivenWebhook webhook = webhook();
        DatabaseOwner.execute(
                """
                UPDATE webhook SET turn = gen_random_uuid(), busy_until = now() + interval '1 hour'
                 WHERE webhook_id = ?
                """,
                webhook.id());
        try (ReceiverForTests other = new ReceiverForTests()) {
            new GivenWebhook(owner, other.url(), GivenWebhook.EVERYTHING);
            anna.write("Hello");
            soon().until(() -> other.received().size() == 2);
            assertThat(receiver.received()).isEmpty();
        }

        DatabaseOwner.execute(
                "UPDATE webhook SET busy_until = now() WHERE webhook_id = ?", webhook.id());

        soon().until(() -> receiver.received().size() == 2);
    }

    @Test
    void whoeverCameToTheirSensesAfterAnotherHadTheTurnChangesNothing() {
        GivenWebhook webhook = webhook();
        receiver.hold();
        anna.write("Hello");
        soon().until(() -> receiver.received().size() == 1);

        DatabaseOwner.execute(
                """
                UPDATE webhook SET turn = gen_random_uuid(), busy_until = now() + interval '1 hour'
                 WHERE webhook_id = ?
                """,
                webhook.id());
        DatabaseOwner.execute(
                """
                UPDATE webhook_delivery
                   SET state = 'delivered', attempts = 1, next_attempt_at = NULL, attempted_at = now()
                 WHERE webhook_id = ?
                """,
                webhook.id());
        receiver.answer(500);
        receiver.goOn();
        DatabaseOwner.execute(
                "UPDATE webhook SET busy_until = now() WHERE webhook_id = ?", webhook.id());
        anna.write("And more");

        // What follows is only sent once the first one's late answer was heard.
        soon().until(() -> receiver.received().size() == 2);
        soon().until(() -> webhook.view().get("waiting").asInt() == 0);
        assertThat(webhook.log("")).hasSize(3);
        assertThat(webhook.log(""))
                .allSatisfy(each -> assertThat(each.get("state").asText()).isEqualTo("delivered"));
        assertThat(webhook.view().get("failingSince").isNull()).isTrue();
    }

    @Test
    void oneStoreHasNoMoreThanFourTurnsAtATime() throws SQLException {
        try (Connection connection = DatabaseOwner.connect()) {
            connection.setAutoCommit(false); // so that nobody takes them
            for (int n = 0; n < 6; n++) {
                DatabaseOwner.ask(
                        connection,
                        """
                        INSERT INTO webhook (store_id, webhook_id, url, events, created_by, created_at, heard_up_to)
                        VALUES (?, gen_random_uuid(), 'https://shop.example/hooks', '{message.created}', ?, now(), -1)
                        RETURNING 1
                        """,
                        store.id().value(),
                        owner.staff().id().value());
            }
            assertThat(due(connection)).hasSize(4);

            DatabaseOwner.ask(
                    connection,
                    """
                    UPDATE webhook SET turn = gen_random_uuid(), busy_until = now() + interval '1 minute'
                     WHERE webhook_id IN (SELECT webhook_id FROM webhook WHERE store_id = ? LIMIT 3)
                    RETURNING 1
                    """,
                    store.id().value());
            assertThat(due(connection)).hasSize(1);
            connection.rollback();
        }
    }

    private List<String> due(Connection connection) throws SQLException {
        return DatabaseOwner.ask(
                connection,
                "SELECT webhook_id FROM webhooks_due(now(), 1000) WHERE store_id = ?",
                store.id().value());
    }

    private GivenWebhook webhook() {
        return new GivenWebhook(owner, receiver.url(), GivenWebhook.EVERYTHING);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
