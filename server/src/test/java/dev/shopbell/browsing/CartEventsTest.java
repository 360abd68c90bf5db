package dev.shopbell.browsing;

import static dev.shopbell.testkit.ShopperBrowser.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.CartsDue;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a thread tells of its customer's cart.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CartEventsTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private SignedIn agent;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private UUID thread;

    @BeforeEach
    void annaWrites() {
        Store store = given.store();
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello");
        thread = anna.conversation();
    }

    @Test
    void quickChangesAreOneEvent() {
        anna.cart("EUR", item("Bowl", 4200, 1));
        anna.cart("EUR", item("Bowl", 4200, 2));
        anna.cart("EUR", item("Bowl", 4200, 4), item("Vase", 100, 1));
        assertThat(events()).isEmpty();

        CartsDue.tell(thread);

        assertThat(events()).hasSize(1);
        JsonNode event = events().getFirst();
        assertThat(event.get("changes")).hasSize(2);
        assertThat(told(event, 0)).isEqualTo("Bowl 0 4");
        assertThat(told(event, 1)).isEqualTo("Vase 0 1");
        assertThat(event.get("quantity").asLong()).isEqualTo(5);
        assertThat(event.get("more").asLong()).isZero();

        anna.cart("EUR", item("Vase", 100, 1));
        CartsDue.tell(thread);

        assertThat(events()).hasSize(2);
        assertThat(told(events().getLast(), 0)).isEqualTo("Bowl 4 0");
    }

    @Test
    void whatWasTakenBackAtOnceIsNotTold() {
        anna.cart("EUR", item("Bowl", 4200, 1));
        anna.cart("EUR");

        CartsDue.tell(thread);

        assertThat(events()).isEmpty();
    }

    @Test
    void ofManyChangesTheFirstFewAreNamed() {
        anna.cart(
                "EUR",
                IntStream.rangeClosed(1, 7).mapToObj(n -> item("Bowl " + n, 1, 1)).toArray());

        CartsDue.tell(thread);

        assertThat(events().getFirst().get("changes")).hasSize(5);
        assertThat(events().getFirst().get("more").asLong()).isEqualTo(2);
    }

    @Test
    void itIsNoNewsAndMovesNothing() {
        priya.read(thread, 1);
        assertThat(priya.tryStatus(thread, "resolved").status()).isEqualTo(200);
        JsonNode before = summary();

        anna.cart("EUR", item("Bowl", 4200, 1));
        CartsDue.tell(thread);

        JsonNode after = summary();
        assertThat(events()).hasSize(1);
        for (String field :
                List.of("status", "unread", "lastActivityAt", "preview", "lastPublicSeq")) {
            assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
        }
    }

    @Test
    void theShopperHearsNothingOfIt() {
        JsonNode before = anna.thread();

        anna.cart("EUR", item("Bowl", 4200, 1));
        CartsDue.tell(thread);

        assertThat(anna.thread()).isEqualTo(before);
    }

    @Test
    void whoeverIsBlockedDisturbsNobody() {
        assertThat(priya.block(thread).status()).isEqualTo(200);

        anna.cart("EUR", item("Bowl", 4200, 1));
        CartsDue.tell(thread);

        assertThat(events()).isEmpty();
    }

    @Test
    void theTranscriptTellsOfIt() {
        anna.cart("EUR", item("Bowl", 4200, 1));
        CartsDue.tell(thread);

        String transcript =
                "/api/staff/stores/%s/conversations/%s/transcript?format=html&notes=true"
                        .formatted(agent.member().store().value(), thread);
        assertThat(Http.get(transcript).as(agent).send().body()).contains("Cart: Bowl 0 → 1");
    }

    private static String told(JsonNode event, int place) {
        JsonNode change = event.get("changes").get(place);
        return "%s %s %s"
                .formatted(change.get("title").asText(), change.get("before"), change.get("now"));
    }

    private JsonNode summary() {
        return priya.thread(thread).get("conversation");
    }

    private List<JsonNode> events() {
        return priya.thread(thread)
                .get("messages")
                .valueStream()
                .map(message -> message.get("event"))
                .filter(event -> event.path("type").asText().equals("cart_changed"))
                .toList();
    }
}
