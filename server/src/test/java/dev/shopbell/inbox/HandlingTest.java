package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What staff do with a conversation besides writing in it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HandlingTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private StaffBrowser tom;
    private StaffBrowser lena;
    private ShopperBrowser anna;

    @BeforeEach
    void aCustomerHasWritten() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom =
                new StaffBrowser(
                        server, given.member(store, "Tom Okafor", "Conversation management"));
        lena = new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you deliver to Malta?");
    }

    @Test
    void resolvingClearsTheDotForEverybodyAndStandsInTheThread() {
        priya.markUnread(anna.conversation());

        JsonNode resolved = summary(priya.tryStatus(anna.conversation(), "resolved"));

        assertThat(resolved.get("status").asText()).isEqualTo("resolved");
        assertThat(priya.inbox().get("unread")).isEmpty();
        assertThat(tom.inbox().get("unread")).isEmpty();
        assertThat(lastEvent(tom)).isEqualTo("{\"type\":\"resolved\"}");
        assertThat(tom.list("unresolved").get("conversations")).isEmpty();
    }

    @Test
    void resolvingTwiceIsResolvingOnce() {
        priya.tryStatus(anna.conversation(), "resolved");
        JsonNode once = priya.thread(anna.conversation());

        tom.tryStatus(anna.conversation(), "resolved");

        assertThat(priya.thread(anna.conversation())).isEqualTo(once);
    }

    @Test
    void reopeningByHandBringsNoDotBack() {
        priya.markUnread(anna.conversation());
        priya.tryStatus(anna.conversation(), "resolved");

        JsonNode reopened = summary(priya.tryStatus(anna.conversation(), "unresolved"));

        assertThat(reopened.get("unread").asInt()).isZero();
        assertThat(lastEvent(priya)).isEqualTo("{\"type\":\"reopened\"}");
    }

    @Test
    void aCustomersMessageReopensAndTheThreadSaysSoBeforeIt() {
        priya.tryStatus(anna.conversation(), "resolved");

        anna.write("One more thing");

        JsonNode thread = priya.thread(anna.conversation());
        assertThat(thread.at("/conversation/status").asText()).isEqualTo("unresolved");
        assertThat(thread.at("/conversation/unread").asInt()).isEqualTo(1);
        assertThat(thread.findValuesAsText("kind"))
                .containsSubsequence("customer", "event", "event", "customer");
        JsonNode event = thread.at("/messages/2");
        assertThat(event.get("event").toString()).isEqualTo("{\"type\":\"reopened\"}");
        assertThat(event.get("author").isNull()).isTrue();
        assertThat(event.get("publicSeq").isNull()).isTrue();
        assertThat(anna.thread().findValuesAsText("publicSeq")).containsExactly("1", "2");
    }

    @Test
    void whatIsMarkedUnreadIsUnreadForThatPersonUntilTheyOpenIt() {
        priya.read(anna.conversation(), 1);
        tom.read(anna.conversation(), 1);

        assertThat(summary(priya.markUnread(anna.conversation())).get("unread").asInt())
                .isEqualTo(1);

        assertThat(priya.inbox().at("/unread/0/messages").asInt()).isEqualTo(1);
        assertThat(priya.list("unread").get("conversations")).hasSize(1);
        assertThat(tom.inbox().get("unread")).isEmpty();
        assertThat(tom.list("unread").get("conversations")).isEmpty();
        priya.read(anna.conversation(), 1);
        assertThat(priya.inbox().get("unread")).isEmpty();
    }

    @Test
    void whatIsResolvedCannotBeUnread() {
        priya.tryStatus(anna.conversation(), "resolved");

        assertRefused(priya.markUnread(anna.conversation()), "409 conversation_resolved");
    }

    @Test
    void everybodyMayTakeWhatIsNobodysButNotGiveIt() {
        assertRefused(priya.tryAssign(anna.conversation(), null, id(tom)), "403 not_permitted");

        Answer taken = priya.tryAssign(anna.conversation(), null, id(priya));

        assertThat(summary(taken).at("/assignee/name").asText()).isEqualTo("Priya Nair");
        assertThat(tom.askForThread(anna.conversation()).status()).isEqualTo(404);
    }

    @Test
    void ownOnesAreHandedOverAndReturned() {
        priya.tryAssign(anna.conversation(), null, id(priya));

        Answer away = priya.tryAssign(anna.conversation(), id(priya), id(tom));
        assertThat(away.body().get("conversation").isNull()).isTrue();
        assertThat(priya.askForThread(anna.conversation()).status()).isEqualTo(404);

        summary(tom.tryAssign(anna.conversation(), id(tom), null));
        assertThat(priya.askForThread(anna.conversation()).status()).isEqualTo(200);
        JsonNode event = priya.thread(anna.conversation()).at("/messages/3/event");
        assertThat(event.at("/from/name").asText()).isEqualTo("Tom Okafor");
        assertThat(event.get("to").isNull()).isTrue();
    }

    @Test
    void administratorsAssignWhatTheyMayNotRead() {
        priya.tryAssign(anna.conversation(), null, id(priya));
        assertThat(lena.askForThread(anna.conversation()).status()).isEqualTo(404);

        Answer given = lena.tryAssign(anna.conversation(), id(priya), id(tom));

        assertThat(given.body().toString()).isEqualTo("{\"conversation\":null}");
        assertThat(tom.askForThread(anna.conversation()).status()).isEqualTo(200);
        JsonNode assigned = lena.ask("GET", "/assigned", null).body().get("conversations");
        assertThat(assigned).hasSize(1);
        assertThat(assigned.at("/0/assignee/name").asText()).isEqualTo("Tom Okafor");
        assertThat(assigned.toString()).doesNotContain("Malta");
    }

    @Test
    void onlyActiveMembersWhoSeeConversationsCanBeChosen() {
        StaffBrowser gone = new StaffBrowser(server, given.agent(store));
        DatabaseOwner.execute(
                "UPDATE staff SET deactivated_at = now() WHERE staff_id = ?", id(gone));
        StaffBrowser elsewhere = new StaffBrowser(server, given.agent(given.store()));

        for (UUID to : List.of(id(gone), id(elsewhere), UUID.randomUUID())) {
            assertRefused(
                    lena.tryAssign(anna.conversation(), null, to), "422 assignee_not_eligible");
        }

        JsonNode colleagues = priya.ask("GET", "/colleagues", null).body().get("colleagues");
        assertThat(colleagues.findValuesAsText("name"))
                .containsExactly("Lena Berg", "Priya Nair", "Tom Okafor");
    }

    @Test
    void howBusyOthersAreIsForAdministrators() {
        priya.tryAssign(anna.conversation(), null, id(priya));

        JsonNode seenByLena = lena.ask("GET", "/colleagues", null).body().get("colleagues");
        JsonNode seenByTom = tom.ask("GET", "/colleagues", null).body().get("colleagues");

        assertThat(seenByLena.findValuesAsText("open")).containsExactly("0", "1", "0");
        assertThat(seenByTom.findValuesAsText("open")).containsExactly("null", "null", "0");
    }

    /// Two hundred times, on two connections each.
    @Test
    void ofTwoWhoTakeItAtOnceOneGetsItAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 200; round++) {
            ShopperBrowser shopper = new ShopperBrowser(server, store, given.secret());
            shopper.write("Hello?");
            UUID conversation = shopper.conversation();
            List<Answer> answers = new ArrayList<>();
            try (ExecutorService takers = Executors.newVirtualThreadPerTaskExecutor()) {
                var both =
                        Stream.of(priya, tom)
                                .<Callable<Answer>>map(taker ->
                                        () -> taker.tryAssign(conversation, null, id(taker)))
                                .toList();
                for (var answer : takers.invokeAll(both)) {
                    answers.add(answer.get());
                }
            }

            Answer won = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
            Answer lost = answers.stream().filter(a -> a.status() != 200).findFirst().orElseThrow();
            assertRefused(lost, "409 assigned_meanwhile");
            assertThat(lost.body().get("assignee")).isEqualTo(summary(won).get("assignee"));
            assertThat(lost.body().get("assignee").isNull()).isFalse();
        }
    }

    @Test
    void whoWasNotInTheRaceLearnsNothing() {
        deeds.assign(store, anna.conversation(), priya.member().staff(), priya.member().staff());
        DatabaseOwner.execute(
                "UPDATE conversation SET assigned_at = assigned_at - interval '2 minutes' WHERE conversation_id = ?",
                anna.conversation());

        assertRefused(tom.tryAssign(anna.conversation(), null, id(tom)), "404 not_found");
        assertRefused(tom.tryAssign(anna.conversation(), id(priya), id(tom)), "404 not_found");
    }

    @Test
    void aBlockedSenderIsRefusedAndDisturbsNobody() {
        JsonNode blocked = summary(priya.block(anna.conversation()));
        assertThat(blocked.get("blocked").asBoolean()).isTrue();
        assertThat(blocked.get("status").asText()).isEqualTo("resolved");
        JsonNode before = tom.inbox();

        Answer refused = anna.tryToWrite("Buy this");

        assertRefused(refused, "403 sender_blocked");
        assertThat(tom.inbox()).isEqualTo(before);
        assertThat(anna.thread().at("/conversation/blocked").asBoolean()).isTrue();
        assertThat(tom.list("blocked").get("conversations")).hasSize(1);
        assertThat(tom.list("resolved").get("conversations")).isEmpty();
    }

    @Test
    void anUnblockedSenderWritesAgain() {
        priya.block(anna.conversation());
        assertThat(
                        priya.tryStatus(anna.conversation(), "unresolved")
                                .body()
                                .at("/conversation/status")
                                .asText())
                .isEqualTo("resolved");

        summary(tom.unblock(anna.conversation()));
        anna.write("Sorry!");

        assertThat(tom.thread(anna.conversation()).at("/conversation/status").asText())
                .isEqualTo("unresolved");
        assertThat(anna.thread().at("/conversation/blocked").asBoolean()).isFalse();
    }

    @Test
    void newcomersFromABlockedAddressAreRefusedUntilItIsLifted() {
        ShopperBrowser known = new ShopperBrowser(server, store, given.secret());
        known.write("Hello?");
        summary(priya.blockNetwork(anna.conversation()));
        ShopperBrowser again = new ShopperBrowser(server, store, given.secret());

        assertRefused(again.tryToWrite("Me again"), "403 sender_blocked");
        known.write("I only live next door");
        assertThat(
                        new ShopperBrowser(server, given.store(), given.secret())
                                .tryToWrite("Hi")
                                .status())
                .isEqualTo(200);

        summary(priya.unblock(anna.conversation()));
        again.write("Me again");
    }

    @Test
    void aBlockHoldsForWhoeverHasProvenTheSameAddress() {
        ShopperBrowser phone = new ShopperBrowser(server, store, given.secret());
        phone.write("From my phone");
        priya.block(anna.conversation());
        phone.write("Merely typed, it proves nothing");

        DatabaseOwner.execute(
                "UPDATE customer SET email_verified_at = now() WHERE store_id = ?",
                store.id().value());

        assertRefused(phone.tryToWrite("And now?"), "403 sender_blocked");
    }

    @Test
    void labelsAreWrittenAsTheyWereFirst() {
        summary(priya.label(anna.conversation(), "Returns", "delivery"));
        JsonNode again = summary(tom.label(anna.conversation(), "RETURNS", "Delivery", "returns"));

        assertThat(again.get("labels").toString()).isEqualTo("[\"delivery\",\"Returns\"]");
        assertThat(priya.ask("GET", "/labels", null).body().get("labels").toString())
                .isEqualTo("[\"delivery\",\"Returns\"]");
    }

    @Test
    void aLabelIsAShortWord() {
        assertRefused(priya.label(anna.conversation(), " "), "422 label_invalid");
        assertRefused(priya.label(anna.conversation(), "x".repeat(41)), "422 label_invalid");
        assertRefused(
                priya.label(
                        anna.conversation(),
                        Stream.iterate(0, n -> n + 1)
                                .limit(11)
                                .map(n -> "l" + n)
                                .toArray(String[]::new)),
                "422 labels_too_many");
        assertThat(priya.thread(anna.conversation()).at("/conversation/labels")).isEmpty();
    }

    @Test
    void manyAreHandledEachForItself() {
        ShopperBrowser ben = new ShopperBrowser(server, store, given.secret());
        ben.write("Hello?");
        deeds.assign(store, ben.conversation(), tom.member().staff(), tom.member().staff());

        JsonNode result = bulk(priya, "resolve", anna.conversation(), ben.conversation());

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
                lena.ask(
                        "POST",
                        "/bulk",
                        Map.of(
                                "conversations",
                                List.of(anna.conversation()),
                                "action",
                                Map.of("type", "assign", "to", id(tom))));

        assertThat(answer.body().at("/gone/0").asText()).isEqualTo(anna.conversation().toString());
    }

    @Test
    void theAuditTrailSaysWhoDidWhatWithoutAWordOfWhatWasWritten() {
        priya.tryStatus(anna.conversation(), "resolved");
        priya.tryAssign(anna.conversation(), null, id(priya));
        priya.block(anna.conversation());

        JsonNode entries = lena.ask("GET", "/audit", null).body().get("entries");

        assertThat(entries.findValuesAsText("action"))
                .containsExactly(
                        "sender_blocked", "conversation_assigned", "conversation_resolved");
        assertThat(entries.at("/0/actor/name").asText()).isEqualTo("Priya Nair");
        assertThat(entries.toString()).doesNotContain("Malta").doesNotContain("Anna");
    }

    @Test
    void theAuditTrailIsPagedAndNobodyChangesIt() {
        for (int turn = 0; turn < 3; turn++) {
            priya.tryStatus(anna.conversation(), "resolved");
            priya.tryStatus(anna.conversation(), "unresolved");
        }

        JsonNode first = lena.ask("GET", "/audit?limit=4", null).body();
        JsonNode second =
                lena.ask("GET", "/audit?limit=4&before=" + first.get("next").asText(), null).body();

        assertThat(first.get("entries")).hasSize(4);
        assertThat(second.get("entries")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
        for (String attempt :
                List.of(
                        "UPDATE audit_entry SET action = 'nothing' WHERE store_id = ?",
                        "DELETE FROM audit_entry WHERE store_id = ?")) {
            assertThatThrownBy(() -> DatabaseOwner.execute(attempt, store.id().value()))
                    .hasStackTraceContaining("the audit trail does not change");
        }
    }

    @Test
    void administratorsReadWhatIsAssignedOnceTheStoreLetsThem() {
        priya.tryAssign(anna.conversation(), null, id(priya));

        Answer changed =
                lena.ask("PUT", "/settings/access", Map.of("administratorsReadAssigned", true));

        assertThat(changed.status()).isEqualTo(200);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(lena.askForThread(anna.conversation()).status()).isEqualTo(200));
        assertThat(tom.askForThread(anna.conversation()).status()).isEqualTo(404);
        assertThat(lena.ask("GET", "/assigned", null).body().get("conversations")).isEmpty();
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

    private static void assertRefused(Answer answer, String outcome) {
        assertThat(answer.status() + " " + answer.body().path("code").asText()).isEqualTo(outcome);
    }

    private String lastEvent(StaffBrowser staff) {
        JsonNode messages = staff.thread(anna.conversation()).get("messages");
        return messages.get(messages.size() - 1).get("event").toString();
    }

    private static UUID id(StaffBrowser browser) {
        return browser.member().staff().value();
    }

    private static JsonNode summary(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("conversation");
    }
}
