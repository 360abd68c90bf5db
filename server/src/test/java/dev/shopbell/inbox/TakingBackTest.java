package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was resolved by mistake is as it was: for the whole team, whoever had not read it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TakingBackTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private StaffBrowser priya;
    private StaffBrowser tom;
    private ShopperBrowser anna;

    @BeforeEach
    void aCustomerHasWrittenTwice() {
        Store store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom =
                new StaffBrowser(
                        server, given.member(store, "Tom Okafor", "Conversation management"));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you deliver to Malta?");
        anna.write("By Friday?");
    }

    @Test
    void takingBackBringsTheDotsBackForEverybody() {
        resolve(tom);

        JsonNode back = takeBack(tom);

        assertThat(back.get("status").asText()).isEqualTo("unresolved");
        assertThat(unread(priya)).isEqualTo(2);
        assertThat(unread(tom)).isEqualTo(2);
        assertThat(priya.inbox().at("/unread/0/messages").asInt()).isEqualTo(2);
    }

    @Test
    void whoMarkedItUnreadHasTheirMarkBack() {
        priya.read(anna.conversation(), 2);
        priya.markUnread(anna.conversation());
        resolve(tom);
        assertThat(unread(priya)).isZero();

        takeBack(tom);

        assertThat(unread(priya)).isEqualTo(1);
    }

    @Test
    void takingBackTwiceOrLateChangesNothing() {
        resolve(tom);
        takeBack(tom);
        priya.read(anna.conversation(), 4);
        JsonNode once = priya.thread(anna.conversation());

        takeBack(tom);

        assertThat(priya.thread(anna.conversation())).isEqualTo(once);
        assertThat(unread(priya)).isZero();
    }

    @Test
    void whatWasResolvedEarlierStaysRead() {
        resolve(tom);
        anna.write("One more thing");
        resolve(tom);

        takeBack(tom);

        assertThat(unread(priya)).isEqualTo(1);
    }

    @Test
    void whatWasDoneToAResolvedOneMeanwhileForgetsNoDot() {
        resolve(tom);
        tom.tryAssign(anna.conversation(), null, tom.member().staff().value());
        tom.tryAssign(anna.conversation(), tom.member().staff().value(), null);

        takeBack(tom);

        assertThat(unread(priya)).isEqualTo(2);
    }

    @Test
    void aBlockIsTakenBackAsAWhole() {
        priya.block(anna.conversation());
        priya.ask("DELETE", "/conversations/" + anna.conversation() + "/block", null);

        takeBack(priya);

        assertThat(unread(tom)).isEqualTo(2);
    }

    @Test
    void ofABlockedSenderNothingIsTakenBack() {
        priya.block(anna.conversation());

        assertThat(takeBack(priya).get("status").asText()).isEqualTo("resolved");
        assertThat(unread(tom)).isZero();
    }

    @Test
    void manyAreTakenBackEachForItself() {
        resolve(tom);

        tom.ask(
                "POST",
                "/bulk",
                Map.of(
                        "conversations",
                        List.of(anna.conversation()),
                        "action",
                        Map.of("type", "reopen", "undo", true)));

        assertThat(unread(priya)).isEqualTo(2);
    }

    @Test
    void whoSaidSomethingBeforeItWasHiddenHearsThatItWasStored() {
        UUID message = UUID.randomUUID();
        tom.answerAfter(anna.conversation(), message, 2, "It leaves today.");
        priya.tryAssign(anna.conversation(), null, priya.member().staff().value());

        Answer again = tom.answerAfter(anna.conversation(), message, 2, "It leaves today.");
        Answer other = tom.answerAfter(anna.conversation(), message, 2, "It leaves tomorrow.");
        Answer fresh = tom.tryToAnswer(anna.conversation(), "Are you there?");
        Answer stranger =
                new StaffBrowser(server, given.agent(given.store()))
                        .answerAfter(anna.conversation(), message, 2, "It leaves today.");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().at("/message/text").asText()).isEqualTo("It leaves today.");
        assertThat(again.body().get("conversation").isNull()).isTrue();
        assertThat(List.of(other.status(), fresh.status(), stranger.status()))
                .containsExactly(404, 404, 404);
    }

    private void resolve(StaffBrowser staff) {
        staff.tryStatus(anna.conversation(), "resolved");
    }

    private JsonNode takeBack(StaffBrowser staff) {
        return staff.ask(
                        "PUT",
                        "/conversations/" + anna.conversation() + "/status",
                        Map.of("status", "unresolved", "undo", true))
                .body()
                .get("conversation");
    }

    private int unread(StaffBrowser staff) {
        return staff.thread(anna.conversation()).at("/conversation/unread").asInt();
    }
}
