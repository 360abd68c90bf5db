package dev.shopbell.conversation;

import static dev.shopbell.conversation.VouchingShop.ANNA;
import static dev.shopbell.conversation.VouchingShop.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.PostgresForTests;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What staff read of closed threads above the open one, and of the open one below a closed one:
/// each is under its own access rule.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HistoryForStaffTest {

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;

    private VouchingShop shop;
    private Store store;
    private StaffBrowser priya;
    private StaffBrowser maya;
    private StaffBrowser lena;

    @BeforeEach
    void haveAStoreThatVouches() {
        shop = VouchingShop.open(given, identities, server);
        store = shop.store();
        priya = browser("Priya Nair", Team.CONVERSATION_MANAGEMENT);
        maya = browser("Maya Lind", Team.CONVERSATION_MANAGEMENT);
        lena = browser("Lena Berg", Team.INBOX_ADMINISTRATOR);
    }

    @Test
    void whatWasSaidInAClosedThreadIsReadAboveTheOpenOneWithItsNotes() {
        Threads anna = threads(ANNA);
        priya.note(anna.older(), "It was about a bowl");

        JsonNode told = history(priya, anna.newer(), "");

        assertThat(told.at("/conversation/id").asText()).isEqualTo(anna.older().toString());
        assertThat(texts(told)).containsExactly("Last month", "", "It was about a bowl");
        assertThat(told.get("elsewhere").isNull()).isTrue();
        assertThat(told.get("next").isNull()).isTrue();
        JsonNode onward = continuation(priya, anna.older());
        assertThat(onward.at("/conversation/id").asText()).isEqualTo(anna.newer().toString());
        assertThat(onward.get("elsewhere").isNull()).isTrue();
        assertThat(continuation(priya, anna.newer()).get("conversation").isNull()).isTrue();
        assertThat(history(priya, anna.older(), "").get("conversation").isNull()).isTrue();
    }

    @Test
    void aClosedThreadThatIsAssignedIsReadByWhoeverHasItAlone() {
        Threads anna = threads(ANNA);
        assign(anna.older(), maya);

        assertThat(texts(history(maya, anna.newer(), ""))).contains("Last month");
        for (StaffBrowser other : List.of(priya, lena)) {
            assertThat(other.askForThread(anna.older()).status()).isEqualTo(404);
            assertThat(texts(history(other, anna.newer(), ""))).isEmpty();
        }
        JsonNode toAgent = history(priya, anna.newer(), "");
        assertThat(toAgent.toString())
                .isEqualTo(
                        "{\"conversation\":null,\"elsewhere\":null,\"messages\":[],\"next\":null}");
        JsonNode toAdministrator = history(lena, anna.newer(), "");
        assertThat(toAdministrator.get("conversation").isNull()).isTrue();
        assertThat(toAdministrator.at("/elsewhere/assignee/name").asText()).isEqualTo("Maya Lind");
        assertThat(toAdministrator.toString()).doesNotContain("Last month");
    }

    @Test
    void administratorsReadItWhereTheStoreLetsThem() {
        Threads anna = threads(ANNA);
        assign(anna.older(), maya);
        lena.ask("PUT", "/settings/access", Map.of("administratorsReadAssigned", true));

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(texts(history(lena, anna.newer(), ""))).contains("Last month"));
        assertThat(texts(history(priya, anna.newer(), ""))).isEmpty();
    }

    @Test
    void theOpenThreadIsUnderItsOwnRuleToo() {
        Threads anna = threads(ANNA);
        assign(anna.newer(), maya);

        assertThat(priya.thread(anna.older()).at("/conversation/continued").asBoolean()).isTrue();
        assertThat(continuation(priya, anna.older()).toString())
                .isEqualTo("{\"conversation\":null,\"elsewhere\":null}");
        JsonNode toAdministrator = continuation(lena, anna.older());
        assertThat(toAdministrator.at("/elsewhere/assignee/name").asText()).isEqualTo("Maya Lind");
        assertThat(toAdministrator.toString()).doesNotContain("Today");
        assertThat(outcome(ask(priya, anna.newer(), "/history"))).isEqualTo("404 not_found");
        assertThat(continuation(maya, anna.older()).at("/conversation/id").asText())
                .isEqualTo(anna.newer().toString());
    }

    @Test
    void itIsReadAPageAtATimePastWhatIsHidden() {
        Shopper laptop = signedIn(ANNA);
        laptop.writes("One");
        laptop.writes("Two");
        Shopper tablet = shop.shopper();
        UUID middle = tablet.writes("Three");
        tablet.is(ANNA);
        assign(middle, maya);
        Shopper phone = shop.shopper();
        UUID newest = phone.writes("Four");
        phone.is(ANNA);

        assertThat(pages(priya, newest))
                .containsExactly(List.of("Two", "continued"), List.of("One"));
        assertThat(pages(lena, newest))
                .containsExactly(List.of("Maya Lind"), List.of("Two", "continued"), List.of("One"));
        assertThat(pages(maya, newest))
                .containsExactly(
                        List.of("assigned", "continued"),
                        List.of("Three"),
                        List.of("Two", "continued"),
                        List.of("One"));
    }

    @Test
    void noPlaceLeadsToAnotherCustomersThreads() {
        Threads anna = threads(ANNA);
        Threads ben = threads(BEN);
        assign(ben.older(), maya);

        for (UUID foreign : List.of(ben.older(), ben.newer(), anna.newer(), UUID.randomUUID())) {
            String place = new HistoryPlace(foreign, Long.MAX_VALUE).written();
            for (StaffBrowser reader : List.of(priya, lena)) {
                assertThat(outcome(ask(reader, anna.newer(), "/history?before=" + place)))
                        .isEqualTo("400 invalid_value");
            }
        }
        String hidden = new HistoryPlace(ben.older(), Long.MAX_VALUE).written();
        assertThat(outcome(ask(priya, ben.newer(), "/history?before=" + hidden)))
                .isEqualTo("400 invalid_value");
    }

    private record Threads(UUID older, UUID newer) {}

    private Threads threads(String customer) {
        Shopper laptop = signedIn(customer);
        UUID older = laptop.writes("Last month");
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Today");
        phone.is(customer);
        return new Threads(older, newer);
    }

    private Shopper signedIn(String customer) {
        Shopper shopper = shop.shopper();
        shopper.is(customer);
        return shopper;
    }

    private StaffBrowser browser(String name, String role) {
        return new StaffBrowser(server, given.member(store, name, role));
    }

    private void assign(UUID thread, StaffBrowser to) {
        Answer answer = lena.tryAssign(thread, null, to.member().staff().value());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    /// Of each page what was said, else what happened, else who has it.
    private static List<List<String>> pages(StaffBrowser reader, UUID thread) {
        List<List<String>> pages = new ArrayList<>();
        String next = null;
        do {
            JsonNode page =
                    history(reader, thread, "?limit=2" + (next == null ? "" : "&before=" + next));
            pages.add(
                    page.get("elsewhere").isNull()
                            ? said(page)
                            : List.of(page.at("/elsewhere/assignee/name").asText()));
            next = page.get("next").isNull() ? null : page.get("next").asText();
        } while (next != null);
        return pages;
    }

    private static List<String> said(JsonNode page) {
        return page.get("messages")
                .valueStream()
                .map(line ->
                        line.get("event").isNull()
                                ? line.get("text").asText()
                                : line.at("/event/type").asText())
                .toList();
    }

    private static List<String> texts(JsonNode told) {
        return told.get("messages")
                .valueStream()
                .map(message -> message.get("text").asText())
                .toList();
    }

    private static JsonNode history(StaffBrowser reader, UUID thread, String query) {
        return read(reader, thread, "/history" + query);
    }

    private static JsonNode continuation(StaffBrowser reader, UUID thread) {
        return read(reader, thread, "/continuation");
    }

    private static JsonNode read(StaffBrowser reader, UUID thread, String path) {
        Answer answer = ask(reader, thread, path);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static Answer ask(StaffBrowser reader, UUID thread, String path) {
        return reader.ask("GET", "/conversations/" + thread + path, null);
    }

    private static String outcome(Answer refused) {
        return refused.status() + " " + refused.body().get("code").asText();
    }
}
