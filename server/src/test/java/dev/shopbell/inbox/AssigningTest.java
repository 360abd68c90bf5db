package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static dev.shopbell.testkit.StaffedStore.id;
import static dev.shopbell.testkit.StaffedStore.summary;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may take a conversation, give it away and return it, and who still sees it then.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AssigningTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private StaffedStore shop;

    @BeforeEach
    void aCustomerHasWritten() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void everybodyMayTakeWhatIsNobodysButNotGiveIt() {
        assertRefused(
                shop.priya().tryAssign(shop.conversation(), null, id(shop.tom())),
                "403 not_permitted");

        Answer taken = shop.priya().tryAssign(shop.conversation(), null, id(shop.priya()));

        assertThat(summary(taken).at("/assignee/name").asText()).isEqualTo("Priya Nair");
        assertThat(shop.tom().askForThread(shop.conversation()).status()).isEqualTo(404);
    }

    @Test
    void ownOnesAreHandedOverAndReturned() {
        shop.priya().tryAssign(shop.conversation(), null, id(shop.priya()));

        Answer away = shop.priya().tryAssign(shop.conversation(), id(shop.priya()), id(shop.tom()));
        assertThat(away.body().get("conversation").isNull()).isTrue();
        assertThat(shop.priya().askForThread(shop.conversation()).status()).isEqualTo(404);

        summary(shop.tom().tryAssign(shop.conversation(), id(shop.tom()), null));
        assertThat(shop.priya().askForThread(shop.conversation()).status()).isEqualTo(200);
        JsonNode event = shop.priya().thread(shop.conversation()).at("/messages/3/event");
        assertThat(event.at("/from/name").asText()).isEqualTo("Tom Okafor");
        assertThat(event.get("to").isNull()).isTrue();
    }

    @Test
    void administratorsAssignWhatTheyMayNotRead() {
        shop.priya().tryAssign(shop.conversation(), null, id(shop.priya()));
        assertThat(shop.lena().askForThread(shop.conversation()).status()).isEqualTo(404);

        Answer given = shop.lena().tryAssign(shop.conversation(), id(shop.priya()), id(shop.tom()));

        assertThat(given.body().toString()).isEqualTo("{\"conversation\":null}");
        assertThat(shop.tom().askForThread(shop.conversation()).status()).isEqualTo(200);
        JsonNode assigned = shop.lena().ask("GET", "/assigned", null).body().get("conversations");
        assertThat(assigned).hasSize(1);
        assertThat(assigned.at("/0/assignee/name").asText()).isEqualTo("Tom Okafor");
        assertThat(assigned.toString()).doesNotContain("Malta");
    }

    @Test
    void onlyActiveMembersWhoSeeConversationsCanBeChosen() {
        StaffBrowser gone = new StaffBrowser(server, given.agent(shop.store()));
        DatabaseOwner.execute(
                "UPDATE staff SET deactivated_at = now() WHERE staff_id = ?", id(gone));
        StaffBrowser elsewhere = new StaffBrowser(server, given.agent(given.store()));

        for (UUID to : List.of(id(gone), id(elsewhere), UUID.randomUUID())) {
            assertRefused(
                    shop.lena().tryAssign(shop.conversation(), null, to),
                    "422 assignee_not_eligible");
        }

        JsonNode colleagues = shop.priya().ask("GET", "/colleagues", null).body().get("colleagues");
        assertThat(colleagues.findValuesAsText("name"))
                .containsExactly("Lena Berg", "Priya Nair", "Tom Okafor");
    }

    @Test
    void howBusyOthersAreIsForAdministrators() {
        shop.priya().tryAssign(shop.conversation(), null, id(shop.priya()));

        JsonNode seenByLena = shop.lena().ask("GET", "/colleagues", null).body().get("colleagues");
        JsonNode seenByTom = shop.tom().ask("GET", "/colleagues", null).body().get("colleagues");

        assertThat(seenByLena.findValuesAsText("open")).containsExactly("0", "1", "0");
        assertThat(seenByTom.findValuesAsText("open")).containsExactly("null", "null", "0");
    }

    /// Two hundred times, on two connections each.
    @Test
    void ofTwoWhoTakeItAtOnceOneGetsItAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 200; round++) {
            ShopperBrowser shopper = new ShopperBrowser(server, shop.store(), given.secret());
            shopper.write("Hello?");

            List<Answer> answers = takenAtOnce(shopper.conversation(), shop.priya(), shop.tom());

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            answers.sort(Comparator.comparingInt(Answer::status));
            Answer lost = answers.getLast();
            assertRefused(lost, "409 assigned_meanwhile");
            assertThat(lost.body().get("assignee").isNull()).isFalse();
            assertThat(lost.body().get("assignee"))
                    .isEqualTo(summary(answers.getFirst()).get("assignee"));
        }
    }

    /// Neither asks before both are ready to.
    private static List<Answer> takenAtOnce(UUID conversation, StaffBrowser... takers)
            throws Exception {
        CyclicBarrier ready = new CyclicBarrier(takers.length);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> attempts =
                    Stream.of(takers)
                            .<Callable<Answer>>map(taker ->
                                    () -> {
                                        ready.await();
                                        return taker.tryAssign(conversation, null, id(taker));
                                    })
                            .toList();
            for (Future<Answer> answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void whoWasNotInTheRaceLearnsNothing() {
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.priya().member().staff(),
                shop.priya().member().staff());
        DatabaseOwner.execute(
                "UPDATE conversation SET assigned_at = assigned_at - interval '2 minutes' WHERE conversation_id = ?",
                shop.conversation());

        assertRefused(
                shop.tom().tryAssign(shop.conversation(), null, id(shop.tom())), "404 not_found");
        assertRefused(
                shop.tom().tryAssign(shop.conversation(), id(shop.priya()), id(shop.tom())),
                "404 not_found");
    }
}
