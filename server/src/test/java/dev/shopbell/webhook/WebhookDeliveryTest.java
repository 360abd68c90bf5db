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
import dev.shopbell.testkit.ReceiverForTests.Received;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens in a store arrives at its webhooks: signed, in order, however the receiver behaves.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhookDeliveryTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private final ReceiverForTests receiver = new ReceiverForTests();
    private Store store;
    private SignedIn owner;
    private StaffBrowser priya;
    private ShopperBrowser anna;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        owner = given.owner(store);
        priya = new StaffBrowser(server, owner);
        anna = new ShopperBrowser(server, store, given.secret());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void everythingThatHappensIsToldInOrderByIdsAlone() {
        webhook();
        UUID me = owner.staff().id().value();

        JsonNode asked = anna.write("Where is my order?");
        UUID conversation = anna.conversation();
        priya.note(conversation, "She asks often");
        priya.tryAssign(conversation, null, me);
        priya.answer(conversation, "It left this morning");
        priya.tryStatus(conversation, "resolved");
        anna.write("Thank you");
        priya.tryAssign(conversation, me, null);

        soon().until(() -> receiver.received().size() == 8);
        List<Received> all = receiver.received();
        assertThat(all)
                .extracting(Received::type)
                .containsExactly(
                        "conversation.created",
                        "message.created",
                        "conversation.assigned",
                        "message.created",
                        "conversation.resolved",
                        "conversation.reopened",
                        "message.created",
                        "conversation.assigned");
        assertThat(all)
                .allSatisfy(each -> {
                    JsonNode data = each.json().get("data");
                    assertThat(data.get("storeId").asText())
                            .isEqualTo(store.id().value().toString());
                    assertThat(data.get("conversationId").asText())
                            .isEqualTo(conversation.toString());
                    assertThat(each.body())
                            .doesNotContain("order", "often", "morning", "Thank", "example.com");
                });
        JsonNode first = all.get(1).json().get("data");
        assertThat(first.get("kind").asText()).isEqualTo("customer");
        assertThat(first.get("messageId").asText()).isEqualTo(asked.at("/message/id").asText());
        assertThat(first.has("staffId")).isFalse();
        assertThat(all.get(3).json().at("/data/staffId").asText()).isEqualTo(me.toString());
        assertThat(all.get(2).json().at("/data/assignment/to").asText()).isEqualTo(me.toString());
        assertThat(all.get(7).json().at("/data/assignment/to").isNull()).isTrue();
        assertThat(all.get(7).json().at("/data/assignment/from").asText()).isEqualTo(me.toString());
        assertThat(all).extracting(Received::id).doesNotHaveDuplicates();
    }

    @Test
    void blockingResolvesAndIsToldSo() {
        anna.write("Buy my watches");
        webhook();

        priya.block(anna.conversation());

        soon().until(() -> receiver.received().size() == 1);
        assertThat(receiver.last().type()).isEqualTo("conversation.resolved");
    }

    @Test
    void onlyWhatWasChosenIsToldAndOnlyFromThenOn() {
        anna.write("Before");
        new GivenWebhook(owner, receiver.url(), List.of("conversation.resolved"));

        anna.write("After");
        priya.tryStatus(anna.conversation(), "resolved");

        soon().until(() -> receiver.received().size() == 1);
        assertThat(receiver.last().type()).isEqualTo("conversation.resolved");
    }

    @Test
    void aStoresWebhookHearsNothingOfAnother() {
        Store next = given.store();
        SignedIn nextOwner = given.owner(next);
        try (ReceiverForTests theirs = new ReceiverForTests()) {
            new GivenWebhook(nextOwner, theirs.url(), GivenWebhook.EVERYTHING);
            webhook();

            anna.write("Hello");
            soon().until(() -> receiver.received().size() == 2);
            new ShopperBrowser(server, next, given.secret()).write("Hello");
            soon().until(() -> theirs.received().size() == 2);

            assertThat(theirs.received())
                    .allSatisfy(each ->
                            assertThat(each.json().at("/data/storeId").asText())
                                    .isEqualTo(next.id().value().toString()));
            assertThat(receiver.received()).hasSize(2);
        }
    }

    @Test
    void itIsSignedWithItsSecretAndWithTheOneBefore() {
        GivenWebhook webhook = webhook();
        String second = webhook.ask("PUT", "/secret").json().get("secret").asText();

        anna.write("Hello");

        soon().until(() -> receiver.received().size() == 2);
        assertThat(receiver.received())
                .allSatisfy(each ->
                        assertThat(each.headers().getFirst("webhook-signature").split(" "))
                                .containsExactly(
                                        signed(second, each), signed(webhook.secret(), each)));

        DatabaseOwner.execute(
                "UPDATE webhook_secret SET ends_at = now() WHERE webhook_id = ? AND ends_at IS NOT NULL",
                webhook.id());
        anna.write("Again");

        soon().until(() -> receiver.received().size() == 3);
        assertThat(receiver.last().headers().getFirst("webhook-signature"))
                .isEqualTo(signed(second, receiver.last()));
    }

    @Test
    void whatWasRefusedComesAgainAsItWasAndWhatFollowsWaits() {
        GivenWebhook webhook = new GivenWebhook(owner, receiver.url(), List.of("message.created"));
        receiver.answer(500, 503);

        anna.write("One");
        soon().until(() -> receiver.received().size() == 1);
        anna.write("Two");
        anna.write("Three");
        soon().until(() -> webhook.view().get("waiting").asInt() == 3);
        assertThat(webhook.view().get("failingSince").isNull()).isFalse();
        UUID first = UUID.fromString(receiver.received().getFirst().id());
        webhook.ask("PUT", "/deliveries/" + first + "/again");

        soon().until(() -> receiver.received().size() >= 2);
        webhook.ask("PUT", "/deliveries/" + first + "/again");
        soon().until(() -> receiver.received().size() == 5);
        List<Received> all = receiver.received();
        assertThat(all.subList(0, 3))
                .allSatisfy(each -> {
                    assertThat(each.id()).isEqualTo(first.toString());
                    assertThat(each.body()).isEqualTo(all.getFirst().body());
                });
        assertThat(all.subList(2, 5))
                .extracting(each -> each.json().at("/data/seq").asLong())
                .containsExactly(1L, 2L, 3L);
        soon().until(() -> webhook.view().get("failingSince").isNull());
        JsonNode told = delivery(webhook, first);
        assertThat(told.at("/delivery/attempts").asInt()).isEqualTo(3);
        assertThat(told.at("/delivery/state").asText()).isEqualTo("delivered");
        assertThat(told.get("body").asText()).isEqualTo(all.getFirst().body());
        assertThat(told.get("answer").asText()).isEqualTo("Thank you");
    }

    /// It would be its sixteenth.
    @Test
    void whatSomebodyAskedForIsNoneOfTheAttemptsADeliveryHas() {
        GivenWebhook webhook = new GivenWebhook(owner, receiver.url(), List.of("message.created"));
        receiver.answer(500, 503);
        anna.write("One");
        soon().until(() -> attempts(webhook) == 1);
        DatabaseOwner.execute(
                """
                UPDATE webhook_delivery SET attempts = 15, next_attempt_at = now() + interval '1 hour'
                 WHERE webhook_id = ?
                """,
                webhook.id());

        webhook.ask("PUT", "/deliveries/" + receiver.last().id() + "/again");

        soon().until(() -> attempts(webhook) == 16);
        assertThat(webhook.log("").getLast().get("state").asText()).isEqualTo("waiting");
        assertThat(webhook.log("?state=failed")).isEmpty();
    }

    /// Of all that was sent.
    private static int attempts(GivenWebhook webhook) {
        return webhook.log("").stream().mapToInt(each -> each.get("attempts").asInt()).sum();
    }

    @Test
    void whoeverSaysGoneIsPaused() {
        GivenWebhook webhook = webhook();
        receiver.answer(410);

        anna.write("Hello");

        soon().until(() -> webhook.view().get("paused").asText().equals("gone"));
        assertThat(receiver.received()).hasSize(1);
        assertThat(webhook.view().get("waiting").asInt()).isEqualTo(1);
        webhook.save(receiver.url(), GivenWebhook.EVERYTHING, false);
        soon().until(() -> receiver.received().size() == 2);
        assertThat(receiver.last().type()).isEqualTo("message.created");
    }

    @Test
    void afterSixteenAttemptsItIsPaused() {
        GivenWebhook webhook = webhook();
        receiver.answer(500, 500);
        anna.write("Hello");
        soon().until(() -> receiver.received().size() == 1);
        soon().until(() -> webhook.log("").getLast().get("attempts").asInt() == 1);

        DatabaseOwner.execute(
                """
                UPDATE webhook_delivery SET attempts = 15, next_attempt_at = now()
                 WHERE webhook_id = ? AND attempts = 1
                """,
                webhook.id());

        soon().until(() -> webhook.view().get("paused").asText().equals("failing"));
        assertThat(webhook.log("?state=failed")).hasSize(1);
        assertThat(webhook.log("?state=waiting")).hasSize(1);
    }

    @Test
    void whatHappensDuringAPauseIsNotTold() {
        GivenWebhook webhook = webhook();
        webhook.save(receiver.url(), GivenWebhook.EVERYTHING, true);
        anna.write("Hello");

        webhook.save(receiver.url(), GivenWebhook.EVERYTHING, false);
        anna.write("Are you there?");

        soon().until(() -> receiver.received().size() == 1);
        assertThat(receiver.last().json().at("/data/seq").asLong()).isEqualTo(2);
    }

    @Test
    void aTestArrivesAlsoWhilePausedAndIsTriedOnce() {
        GivenWebhook webhook = webhook();
        webhook.save(receiver.url(), GivenWebhook.EVERYTHING, true);
        receiver.answer(500);
        UUID test = UUID.randomUUID();

        webhook.ask("PUT", "/tests/" + test);
        webhook.ask("PUT", "/tests/" + test);

        assertThat(webhook.awaitNewest("failed").get("status").asInt()).isEqualTo(500);
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.last().type()).isEqualTo("webhook.test");
        assertThat(receiver.last().id()).isEqualTo(test.toString());

        webhook.ask("PUT", "/deliveries/" + test + "/again");

        JsonNode again = webhook.awaitNewest("delivered");
        assertThat(again.get("attempts").asInt()).isEqualTo(2);
        assertThat(receiver.received().getLast().body())
                .isEqualTo(receiver.received().getFirst().body());
    }

    /// It comes after those before it: so they are tried at once, too.
    @Test
    void whateverWaitsIsTriedAtOnceOnRequest() {
        GivenWebhook webhook = new GivenWebhook(owner, receiver.url(), List.of("message.created"));
        receiver.answer(500);
        anna.write("One");
        anna.write("Two");
        soon().until(() -> attempts(webhook) == 1);
        List<JsonNode> waiting = webhook.log("?state=waiting");
        assertThat(waiting).hasSize(2);
        DatabaseOwner.execute(
                """
                UPDATE webhook_delivery SET next_attempt_at = now() + interval '1 day'
                 WHERE webhook_id = ? AND next_attempt_at IS NOT NULL
                """,
                webhook.id());

        webhook.ask("PUT", "/deliveries/" + waiting.getFirst().get("id").asText() + "/again");

        soon().until(() -> webhook.log("?state=delivered").size() == 2);
        assertThat(receiver.received().getLast().id())
                .isEqualTo(waiting.getFirst().get("id").asText());
    }

    @Test
    void whatArrivedIsSentAgainOnRequestOutOfTurn() {
        GivenWebhook webhook = new GivenWebhook(owner, receiver.url(), List.of("message.created"));
        anna.write("One");
        JsonNode one = webhook.awaitNewest("delivered");
        receiver.answer(500);
        anna.write("Two");
        soon().until(() -> receiver.received().size() == 2);

        webhook.ask("PUT", "/deliveries/" + one.get("id").asText() + "/again");

        soon().until(() -> receiver.received().size() >= 3);
        assertThat(receiver.received().get(2).id()).isEqualTo(one.get("id").asText());
        assertThat(receiver.received().get(2).body())
                .isEqualTo(receiver.received().getFirst().body());
    }

    @Test
    void aNameThatLeadsToSecretsOfTheCloudIsNotGoneTo() {
        GivenWebhook webhook = new GivenWebhook(owner, receiver.url(), List.of("message.created"));
        DatabaseOwner.execute(
                "UPDATE webhook SET url = 'http://169.254.169.254/latest' WHERE webhook_id = ?",
                webhook.id());

        anna.write("Hello");

        soon().until(() ->
                webhook.log("").stream()
                        .anyMatch(each -> each.get("error").asText().equals("out_of_reach")));
        assertThat(webhook.log("").getFirst().get("status").isNull()).isTrue();
    }

    private GivenWebhook webhook() {
        return new GivenWebhook(owner, receiver.url(), GivenWebhook.EVERYTHING);
    }

    private static JsonNode delivery(GivenWebhook webhook, UUID id) {
        return webhook.ask("GET", "/deliveries/" + id).json();
    }

    private static String signed(String secret, Received received) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return new WebhookSecret(key)
                .signature(
                        new DeliveryId(UUID.fromString(received.id())),
                        Long.parseLong(received.headers().getFirst("webhook-timestamp")),
                        received.body());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
