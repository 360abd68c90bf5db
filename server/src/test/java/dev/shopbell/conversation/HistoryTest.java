package dev.shopbell.conversation;

import static dev.shopbell.conversation.VouchingShop.ANNA;
import static dev.shopbell.conversation.VouchingShop.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What shoppers read of their closed threads above the one that is open, and nothing of anybody
/// else's.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HistoryTest {

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;
    @Inject GivenFiles files;

    private VouchingShop shop;
    private Store store;
    private StaffBrowser priya;

    @BeforeEach
    void haveAStoreThatVouches() {
        shop = VouchingShop.open(given, identities, server);
        store = shop.store();
        priya = new StaffBrowser(server, given.agent(store));
    }

    @Test
    void whatWasSaidInAClosedThreadIsReadAboveTheOpenOne() {
        Shopper laptop = signedIn(ANNA);
        UUID older = laptop.writes("Last month");
        priya.answer(older, "We remember");
        priya.tryToNote(older, "Not for Anna", List.of());
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Today");
        assertThat(conversation(phone).has("continues")).isFalse();
        assertThat(history(phone, null).get("thread").isNull()).isTrue();

        phone.is(ANNA);

        assertThat(conversation(phone).get("continues").asBoolean()).isTrue();
        for (Shopper browser : List.of(phone, laptop)) {
            JsonNode told = history(browser, null);
            assertThat(texts(told)).containsExactly("Last month", "We remember");
            assertThat(told.get("thread").asText()).isEqualTo(older.toString());
            assertThat(told.at("/conversation/id").asText()).isEqualTo(newer.toString());
            assertThat(told.get("next").isNull()).isTrue();
        }
    }

    @Test
    void itIsReadAPageAtATimeThroughAllThatGoOnInOneAnother() {
        Shopper laptop = signedIn(ANNA);
        laptop.writes("One");
        laptop.writes("Two");
        laptop.writes("Three");
        Shopper tablet = shop.shopper();
        tablet.writes("Four");
        tablet.is(ANNA);
        Shopper phone = shop.shopper();
        phone.writes("Five");
        phone.is(ANNA);

        List<List<String>> pages = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = history(phone, "limit=2" + (next == null ? "" : "&before=" + next));
            pages.add(texts(page));
            next = page.get("next").isNull() ? null : page.get("next").asText();
        } while (next != null);

        assertThat(phone.reads()).containsExactly("Five");
        assertThat(pages).containsExactly(List.of("Four"), List.of("Two", "Three"), List.of("One"));
    }

    @Test
    void readingItIsNoticedByNobody() {
        Shopper phone = joined();
        UUID older = id(history(phone, null).get("thread"));
        JsonNode before = priya.thread(older);

        history(phone, null);

        assertThat(priya.thread(older)).isEqualTo(before);
        assertThat(before.at("/conversation/seen").asLong()).isZero();
    }

    @Test
    void itsPicturesAreShownToItsCustomerAndToNobodyElse() {
        Shopper laptop = signedIn(ANNA);
        UUID older = laptop.writes("Look");
        UUID picture = UUID.randomUUID();
        files.pending(store, laptop.visitor(), new ConversationId(older), picture);
        laptop.browser().send(picture);
        Shopper phone = shop.shopper();
        phone.writes("Today");
        phone.is(ANNA);
        Shopper ben = joined(BEN);

        String told = history(phone, null).at("/messages/1/attachments/0/id").asText();

        assertThat(told).isEqualTo(picture.toString());
        assertThat(asksFor(picture, phone)).isEqualTo(200);
        assertThat(asksFor(picture, ben)).isEqualTo(404);
    }

    private int asksFor(UUID picture, Shopper viewer) {
        return Http.get(
                        "/api/widget/%s/files/%s/content?viewer=%s"
                                .formatted(
                                        store.key(),
                                        picture,
                                        viewer.browser().thread().get("viewer").asText()))
                .send()
                .status();
    }

    @Test
    void whoeverIsBlockedReadsItAsTheyReadTheirThread() {
        Shopper phone = joined();
        priya.block(phone.thread());

        assertThat(phone.reads()).containsExactly("Today");
        assertThat(texts(history(phone, null))).containsExactly("Last month");
    }

    @Test
    void aBrowserThatWasGivenAwayReadsNothingOfIt() {
        Shopper shared = joined();
        UUID older = id(history(shared, null).get("thread"));

        shared.is(BEN);

        assertThat(tryHistory(shared, "").outcome()).isEqualTo("401 unknown_visitor");
        shared.writesTo(UUID.randomUUID(), UUID.randomUUID(), "From Ben");
        assertThat(texts(history(shared, null))).isEmpty();
        assertThat(conversation(shared).has("continues")).isFalse();
        assertThat(tryHistory(shared, "?before=" + written(older)).outcome())
                .isEqualTo("400 invalid_value");
    }

    @Test
    void nobodyElseReadsItWhateverPlaceTheyName() {
        Shopper anna = joined();
        UUID older = id(history(anna, null).get("thread"));
        Shopper ben = joined(BEN);
        Shopper stranger = shop.shopper();
        stranger.writes("Hello");
        VouchingShop nextDoor = VouchingShop.open(given, identities, server);
        Shopper neighbour = nextDoor.shopper();
        neighbour.writes("Next door");

        for (Shopper other : List.of(ben, stranger, neighbour)) {
            assertThat(tryHistory(other, "?before=" + written(older)).outcome())
                    .isEqualTo("400 invalid_value");
        }
        assertThat(history(ben, null).get("thread").asText()).isNotEqualTo(older.toString());
        assertThat(tryHistory(shop.shopper(), "").outcome()).isEqualTo("401 unknown_visitor");
        for (String place : List.of("x", "LzE", written(UUID.randomUUID()), "bnVsbC8x")) {
            assertThat(tryHistory(anna, "?before=" + place).outcome())
                    .isEqualTo("400 invalid_value");
        }
        assertThat(tryHistory(anna, "?limit=0").outcome()).isEqualTo("400 invalid_value");
    }

    @Test
    void whoeverReadsTheOpenThreadHearsThatOthersGoOnInIt() {
        Shopper laptop = shop.shopper();
        laptop.writes("Last month");
        Shopper phone = signedIn(ANNA);
        phone.writes("Today");
        try (LiveClient open = phone.browser().connect(1)) {
            open.next("welcome");

            laptop.is(ANNA);

            open.next(
                    "conversation", frame -> frame.at("/conversation/continues").asBoolean(false));
        }
    }

    private Shopper joined() {
        return joined(ANNA);
    }

    /// With a thread of last month and one of today.
    private Shopper joined(String customer) {
        signedIn(customer).writes("Last month");
        Shopper phone = shop.shopper();
        phone.writes("Today");
        phone.is(customer);
        return phone;
    }

    private Shopper signedIn(String customer) {
        Shopper shopper = shop.shopper();
        shopper.is(customer);
        return shopper;
    }

    private static String written(UUID thread) {
        return new HistoryPlace(thread, Long.MAX_VALUE).written();
    }

    private static JsonNode history(Shopper shopper, @Nullable String query) {
        Answer answer = tryHistory(shopper, query == null ? "" : "?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Answer tryHistory(Shopper shopper, String query) {
        return Http.get(
                        "/api/widget/%s/conversation/history%s"
                                .formatted(shopper.shop().store().key(), query))
                .as(shopper.visitor())
                .send();
    }

    private static JsonNode conversation(Shopper shopper) {
        return shopper.browser().thread().get("conversation");
    }

    private static List<String> texts(JsonNode told) {
        return told.get("messages")
                .valueStream()
                .map(message -> message.get("text").asText())
                .toList();
    }

    private static UUID id(JsonNode text) {
        return UUID.fromString(text.asText());
    }
}
