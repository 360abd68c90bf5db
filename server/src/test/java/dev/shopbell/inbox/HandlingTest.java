package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static dev.shopbell.testkit.StaffedStore.id;
import static dev.shopbell.testkit.StaffedStore.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What staff do with a conversation besides writing in it. [AssigningTest] has to whom it goes,
/// [BlockingTest] whom it shuts out.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HandlingTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private StaffedStore shop;

    @BeforeEach
    void aCustomerHasWritten() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void resolvingClearsTheDotForEverybodyAndStandsInTheThread() {
        shop.priya().markUnread(shop.conversation());

        JsonNode resolved = summary(shop.priya().tryStatus(shop.conversation(), "resolved"));

        assertThat(resolved.get("status").asText()).isEqualTo("resolved");
        assertThat(shop.priya().inbox().get("unread")).isEmpty();
        assertThat(shop.tom().inbox().get("unread")).isEmpty();
        assertThat(lastEvent(shop.tom())).isEqualTo("{\"type\":\"resolved\"}");
        assertThat(shop.tom().list("unresolved").get("conversations")).isEmpty();
    }

    @Test
    void resolvingTwiceIsResolvingOnce() {
        shop.priya().tryStatus(shop.conversation(), "resolved");
        JsonNode once = shop.priya().thread(shop.conversation());

        shop.tom().tryStatus(shop.conversation(), "resolved");

        assertThat(shop.priya().thread(shop.conversation())).isEqualTo(once);
    }

    @Test
    void reopeningByHandBringsNoDotBack() {
        shop.priya().markUnread(shop.conversation());
        shop.priya().tryStatus(shop.conversation(), "resolved");

        JsonNode reopened = summary(shop.priya().tryStatus(shop.conversation(), "unresolved"));

        assertThat(reopened.get("unread").asInt()).isZero();
        assertThat(lastEvent(shop.priya())).isEqualTo("{\"type\":\"reopened\"}");
    }

    @Test
    void aCustomersMessageReopensAndTheThreadSaysSoBeforeIt() {
        shop.priya().tryStatus(shop.conversation(), "resolved");

        shop.anna().write("One more thing");

        JsonNode thread = shop.priya().thread(shop.conversation());
        assertThat(thread.at("/conversation/status").asText()).isEqualTo("unresolved");
        assertThat(thread.at("/conversation/unread").asInt()).isEqualTo(1);
        assertThat(thread.findValuesAsText("kind"))
                .containsSubsequence("customer", "event", "event", "customer");
        JsonNode event = thread.at("/messages/2");
        assertThat(event.get("event").toString()).isEqualTo("{\"type\":\"reopened\"}");
        assertThat(event.get("author").isNull()).isTrue();
        assertThat(event.get("publicSeq").isNull()).isTrue();
        assertThat(shop.anna().thread().findValuesAsText("publicSeq")).containsExactly("1", "2");
    }

    @Test
    void whatIsMarkedUnreadIsUnreadForThatPersonUntilTheyOpenIt() {
        shop.priya().read(shop.conversation(), 1);
        shop.tom().read(shop.conversation(), 1);

        assertThat(summary(shop.priya().markUnread(shop.conversation())).get("unread").asInt())
                .isEqualTo(1);

        assertThat(shop.priya().inbox().at("/unread/0/messages").asInt()).isEqualTo(1);
        assertThat(shop.priya().list("unread").get("conversations")).hasSize(1);
        assertThat(shop.tom().inbox().get("unread")).isEmpty();
        assertThat(shop.tom().list("unread").get("conversations")).isEmpty();
        shop.priya().read(shop.conversation(), 1);
        assertThat(shop.priya().inbox().get("unread")).isEmpty();
    }

    @Test
    void whatIsResolvedCannotBeUnread() {
        shop.priya().tryStatus(shop.conversation(), "resolved");

        assertRefused(shop.priya().markUnread(shop.conversation()), "409 conversation_resolved");
    }

    @Test
    void labelsAreWrittenAsTheyWereFirst() {
        summary(shop.priya().label(shop.conversation(), "Returns", "delivery"));
        JsonNode again =
                summary(shop.tom().label(shop.conversation(), "RETURNS", "Delivery", "returns"));

        assertThat(again.get("labels").toString()).isEqualTo("[\"delivery\",\"Returns\"]");
        assertThat(shop.priya().ask("GET", "/labels", null).body().get("labels").toString())
                .isEqualTo("[\"delivery\",\"Returns\"]");
    }

    @Test
    void aLabelIsAShortWord() {
        assertRefused(shop.priya().label(shop.conversation(), " "), "422 label_invalid");
        assertRefused(shop.priya().label(shop.conversation(), "x".repeat(41)), "422 label_invalid");
        assertRefused(
                shop.priya()
                        .label(
                                shop.conversation(),
                                Stream.iterate(0, n -> n + 1)
                                        .limit(11)
                                        .map(n -> "l" + n)
                                        .toArray(String[]::new)),
                "422 labels_too_many");
        assertThat(shop.priya().thread(shop.conversation()).at("/conversation/labels")).isEmpty();
    }

    @Test
    void manyAreHandledEachForItself() {
        ShopperBrowser ben = new ShopperBrowser(server, shop.store(), given.secret());
        ben.write("Hello?");
        deeds.assign(
                shop.store(),
                ben.conversation(),
                shop.tom().member().staff(),
                shop.tom().member().staff());

        JsonNode result = bulk(shop.priya(), "resolve", shop.conversation(), ben.conversation());

        assertThat(result.at("/done/0/status").asText()).isEqualTo("resolved");
        assertThat(result.get("gone")).isEmpty();
        assertThat(result.get("refused").toString())
                .isEqualTo(
                        "[{\"conversation\":\"%s\",\"code\":\"not_found\"}]"
                                .formatted(ben.conversation()));
    }

    @Test
    void manyAreGivenAwayAndGone() {
        Answer answer =
                shop.lena()
                        .ask(
                                "POST",
                                "/bulk",
                                Map.of(
                                        "conversations",
                                        List.of(shop.conversation()),
                                        "action",
                                        Map.of("type", "assign", "to", id(shop.tom()))));

        assertThat(answer.body().at("/gone/0").asText()).isEqualTo(shop.conversation().toString());
    }

    @Test
    void theAuditTrailSaysWhoDidWhatWithoutAWordOfWhatWasWritten() {
        shop.priya().tryStatus(shop.conversation(), "resolved");
        shop.priya().tryAssign(shop.conversation(), null, id(shop.priya()));
        shop.priya().block(shop.conversation());

        JsonNode entries = shop.lena().ask("GET", "/audit", null).body().get("entries");

        assertThat(entries.findValuesAsText("action"))
                .containsExactly(
                        "sender_blocked", "conversation_assigned", "conversation_resolved");
        assertThat(entries.at("/0/actor/name").asText()).isEqualTo("Priya Nair");
        assertThat(entries.toString()).doesNotContain("Malta").doesNotContain("Anna");
    }

    @Test
    void theAuditTrailIsPagedAndNobodyChangesIt() {
        for (int turn = 0; turn < 3; turn++) {
            shop.priya().tryStatus(shop.conversation(), "resolved");
            shop.priya().tryStatus(shop.conversation(), "unresolved");
        }

        JsonNode first = shop.lena().ask("GET", "/audit?limit=4", null).body();
        JsonNode second =
                shop.lena()
                        .ask("GET", "/audit?limit=4&before=" + first.get("next").asText(), null)
                        .body();

        assertThat(first.get("entries")).hasSize(4);
        assertThat(second.get("entries")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
        for (String attempt :
                List.of(
                        "UPDATE audit_entry SET action = 'nothing' WHERE store_id = ?",
                        "DELETE FROM audit_entry WHERE store_id = ?")) {
            assertThatThrownBy(() -> DatabaseOwner.execute(attempt, shop.store().id().value()))
                    .hasStackTraceContaining("the audit trail does not change");
        }
    }

    @Test
    void administratorsReadWhatIsAssignedOnceTheStoreLetsThem() {
        shop.priya().tryAssign(shop.conversation(), null, id(shop.priya()));

        Answer changed =
                shop.lena()
                        .ask("PUT", "/settings/access", Map.of("administratorsReadAssigned", true));

        assertThat(changed.status()).isEqualTo(200);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(shop.lena().askForThread(shop.conversation()).status())
                                .isEqualTo(200));
        assertThat(shop.tom().askForThread(shop.conversation()).status()).isEqualTo(404);
        assertThat(shop.lena().ask("GET", "/assigned", null).body().get("conversations")).isEmpty();
    }

    private static JsonNode bulk(StaffBrowser staff, String type, UUID... conversations) {
        return staff.ask(
                        "POST",
                        "/bulk",
                        Map.of(
                                "conversations",
                                List.of(conversations),
                                "action",
                                Map.of("type", type)))
                .body();
    }

    private String lastEvent(StaffBrowser staff) {
        JsonNode messages = staff.thread(shop.conversation()).get("messages");
        return messages.get(messages.size() - 1).get("event").toString();
    }
}
