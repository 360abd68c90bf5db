package dev.shopbell.conversation;

import static dev.shopbell.conversation.VouchingShop.ANNA;
import static dev.shopbell.conversation.VouchingShop.BEN;
import static dev.shopbell.conversation.VouchingShop.id;
import static dev.shopbell.testkit.GivenIdentity.identify;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of the threads of a browser when the store says whose it is.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class JoiningTest {

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;

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
    void whoeverIsVouchedForBeforeTheyWriteIsKnownFromTheirFirstMessage() {
        Shopper phone = shop.shopper();
        phone.is(ANNA);
        assertThat(phone.asksForThread().outcome()).isEqualTo("401 unknown_visitor");

        UUID thread = phone.writes("Where is my order?");

        JsonNode customer = customer(thread);
        assertThat(customer.get("name").asText()).isEqualTo("Anna of the shop");
        assertThat(customer.get("email").asText()).isEqualTo("c-anna@example.com");
        assertThat(customer.get("emailVerified").asBoolean()).isTrue();
        assertThat(customer.get("language").asText()).isEqualTo("pl");
    }

    @Test
    void anAnonymousThreadBecomesThatOfItsCustomerAndStaffHearOfIt() {
        Shopper phone = shop.shopper();
        UUID thread = phone.writes("Hello");
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"))) {
            inbox.next("online");

            phone.is(ANNA);

            inbox.next(
                    "changes",
                    frame ->
                            frame.at("/conversations/0/customer/name")
                                    .asText()
                                    .equals("Anna of the shop"));
        }
        assertThat(phone.thread()).isEqualTo(thread);
        assertThat(customer(thread).get("emailVerified").asBoolean()).isTrue();
        phone.is(ANNA);
        assertThat(phone.reads()).containsExactly("Hello");
    }

    /// What is open of whoever it seemed to be must not stay beside the thread of whoever it is.
    @Test
    void openProfilesAreReadAnewWhenItTurnsOutWhoWrites() {
        Shopper phone = shop.shopper();
        UUID thread = phone.writes("Hello");
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"))) {
            inbox.next("online");

            phone.is(ANNA);

            awaitProfileOf(thread, inbox);
            Shopper tablet = shop.shopper();
            UUID newer = tablet.writes("And here");

            tablet.is(ANNA);

            awaitProfileOf(newer, inbox);
        }
    }

    private static void awaitProfileOf(UUID thread, LiveClient inbox) {
        inbox.next(
                "profile", frame -> frame.get("conversation").asText().equals(thread.toString()));
    }

    @Test
    void theOlderOfTwoThreadsIsClosedAndTheNewerGoesOn() {
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        UUID older = laptop.writes("Last month");
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Today");

        phone.is(ANNA);

        assertThat(phone.thread()).isEqualTo(newer);
        assertThat(laptop.thread()).isEqualTo(newer);
        assertThat(laptop.reads()).containsExactly("Today");
        laptop.writes("And from here");
        assertThat(phone.reads()).containsExactly("Today", "And from here");
        JsonNode closed = summary(older);
        assertThat(closed.get("status").asText()).isEqualTo("resolved");
        assertThat(closed.get("continued").asBoolean()).isTrue();
        assertThat(closed.get("unread").asLong()).isZero();
        assertThat(summary(newer).get("continues").asBoolean()).isTrue();
        assertThat(summary(newer).has("continued")).isFalse();
        assertThat(texts(older)).containsExactly("Last month");
    }

    @Test
    void aThreadThatWasLeftAnonymousLongAgoIsHistoryOfTheCustomersOwn() {
        Shopper phone = shop.shopper();
        UUID older = phone.writes("Long ago");
        priya.keepNote(older, "Asks much, buys nothing");
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        UUID newer = laptop.writes("Today");

        phone.is(ANNA);

        assertThat(phone.thread()).isEqualTo(newer);
        assertThat(phone.reads()).containsExactly("Today");
        assertThat(summary(older).get("continued").asBoolean()).isTrue();
        List<String> owners = owners(older, newer);
        assertThat(owners).hasSize(1);
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT customer_id::text FROM staff_note WHERE store_id = ?",
                                store.id().value()))
                .isEqualTo(owners);
    }

    @Test
    void nobodyAnswersOrReopensAClosedThreadButNotesMayBeMade() {
        UUID older = closedThread();

        assertThat(priya.tryToAnswer(older, "Sorry").body().get("code").asText())
                .isEqualTo("conversation_continued");
        assertThat(priya.tryStatus(older, "unresolved").body().get("code").asText())
                .isEqualTo("conversation_continued");
        assertThat(priya.block(older).body().get("code").asText())
                .isEqualTo("conversation_continued");
        assertThat(priya.unblock(older).body().get("code").asText())
                .isEqualTo("conversation_continued");
        assertThat(priya.tryToNote(older, "It was about a bowl", List.of()).status())
                .isEqualTo(200);
        assertThat(priya.tryStatus(older, "resolved").status()).isEqualTo(200);
        assertThat(summary(older).get("status").asText()).isEqualTo("resolved");
    }

    @Test
    void transcriptsOfJoinedThreadsNameEachOther() {
        UUID older = closedThread();
        UUID newer = UUID.fromString(continuation(older));

        assertThat(transcript(older, true))
                .contains("<p>This conversation goes on in a newer one.</p>")
                .contains("goes on in a newer one");
        assertThat(transcript(older, false))
                .contains("<p>This conversation goes on in a newer one.</p>");
        assertThat(transcript(newer, false))
                .contains("An earlier conversation went on in this one.")
                .doesNotContain("Last month");
    }

    private String transcript(UUID thread, boolean notes) {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/transcript?format=html&notes=%s"
                                .formatted(store.id().value(), thread, notes))
                .as(given.member(store, "Lena Berg", "Inbox administrator"))
                .send()
                .body();
    }

    private String continuation(UUID closed) {
        return priya.ask("GET", "/conversations/" + closed + "/continuation", null)
                .body()
                .at("/conversation/id")
                .asText();
    }

    @Test
    void whatWasOwedInTheOlderOneIsOwedInTheNewer() {
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        laptop.writes("Nobody has answered this");
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Thanks!");
        priya.tryStatus(newer, "resolved");

        phone.is(ANNA);

        assertThat(summary(newer).get("status").asText()).isEqualTo("unresolved");
    }

    @Test
    void signingInLiftsNoBlock() {
        Shopper phone = shop.shopper();
        UUID older = phone.writes("Buy this");
        priya.block(older);
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        UUID newer = laptop.writes("Hello");

        phone.is(ANNA);

        assertThat(phone.writesTo(newer, UUID.randomUUID(), "Buy this").outcome())
                .isEqualTo("403 sender_blocked");
        assertThat(laptop.writesTo(newer, UUID.randomUUID(), "Buy this").outcome())
                .isEqualTo("403 sender_blocked");
        assertThat(summary(newer).get("blocked").asBoolean()).isTrue();
        assertThat(priya.unblock(newer).status()).isEqualTo(200);
        assertThat(laptop.writesTo(newer, UUID.randomUUID(), "Thanks").outcome()).isEqualTo("200");
    }

    @Test
    void whoeverSignsInAsSomebodyElseLeavesTheThreadToTheFirst() {
        Shopper shared = shop.shopper();
        shared.is(ANNA);
        UUID annas = shared.writes("A secret of Anna's");
        Shopper annasPhone = shop.shopper();
        annasPhone.is(ANNA);

        shared.is(BEN);

        assertThat(shared.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        assertThat(shared.writesTo(annas, UUID.randomUUID(), "As Anna").outcome())
                .isEqualTo("404 not_found");
        Answer first = shared.writesTo(UUID.randomUUID(), UUID.randomUUID(), "From Ben");
        UUID bens = id(first.json().get("conversation"));
        assertThat(bens).isNotEqualTo(annas);
        assertThat(shared.writesTo(annas, UUID.randomUUID(), "As Anna").outcome())
                .isEqualTo("404 not_found");
        assertThat(shared.reads()).containsExactly("From Ben");
        assertThat(annasPhone.reads()).containsExactly("A secret of Anna's");
        assertThat(customer(bens).get("email").asText()).isEqualTo("c-ben@example.com");
        shared.is(ANNA);
        assertThat(shared.reads()).containsExactly("A secret of Anna's");
    }

    @Test
    void typingSomebodysAddressLeadsNowhereNotEvenWhenBothSignInLater() {
        Shopper anna = shop.shopper();
        Shopper typist = shop.shopper();
        UUID annas = anna.writes("A secret of Anna's");
        UUID typed = typist.writes("I am Anna");
        // Both gave the address anna@example.com.
        assertThat(customer(typed).get("email")).isEqualTo(customer(annas).get("email"));

        isAt(anna, ANNA, "anna@example.com");
        assertThat(typist.reads()).containsExactly("I am Anna");
        assertThat(customer(typed).get("emailVerified").asBoolean()).isFalse();
        isAt(typist, BEN, "ben@example.com");

        assertThat(typist.reads()).containsExactly("I am Anna");
        assertThat(anna.reads()).containsExactly("A secret of Anna's");
        assertThat(owners(annas, typed)).hasSize(2);
        assertThat(customer(typed).get("email").asText()).isEqualTo("ben@example.com");
        assertThat(customer(annas).get("email").asText()).isEqualTo("anna@example.com");
    }

    @Test
    void theAddressOfATokenIsNoWayToAnothersThreadEither() {
        Shopper anna = shop.shopper();
        isAt(anna, ANNA, "anna@example.com");
        UUID annas = anna.writes("A secret of Anna's");
        Shopper other = shop.shopper();

        isAt(other, BEN, "anna@example.com");

        assertThat(other.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        UUID others = other.writes("Hello");
        assertThat(owners(annas, others)).hasSize(2);
    }

    @Test
    void aMessageThatIsRepeatedAfterItsThreadWasClosedIsNotSaidTwice() {
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        UUID message = UUID.randomUUID();
        UUID older = laptop.writes("Hello");
        assertThat(laptop.writesTo(older, message, "Lost answer").outcome()).isEqualTo("200");
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Today");
        phone.is(ANNA);

        Answer again = laptop.writesTo(older, message, "Lost answer");

        assertThat(again.outcome()).isEqualTo("200");
        assertThat(again.json().at("/conversation/id").asText()).isEqualTo(older.toString());
        assertThat(again.json().at("/message/publicSeq").asLong()).isEqualTo(2);
        assertThat(laptop.reads()).containsExactly("Today");
        UUID late = UUID.randomUUID();
        Answer next = laptop.writesTo(older, late, "Written in the old one");
        assertThat(next.json().at("/conversation/id").asText()).isEqualTo(newer.toString());
        assertThat(phone.reads()).containsExactly("Today", "Written in the old one");
    }

    private UUID closedThread() {
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        UUID older = laptop.writes("Last month");
        Shopper phone = shop.shopper();
        phone.writes("Today");
        phone.is(ANNA);
        return older;
    }

    private List<String> owners(UUID one, UUID other) {
        return DatabaseOwner.ask(
                "SELECT DISTINCT customer_id::text FROM conversation WHERE conversation_id IN (?, ?)",
                one,
                other);
    }

    private void isAt(Shopper shopper, String customer, String email) {
        String claims = Tokens.claims(store.key(), customer, email, "Somebody");
        assertThat(
                        identify(store, shopper.visitor(), Tokens.hs256(shop.secret(), claims))
                                .outcome())
                .isEqualTo("204");
    }

    private JsonNode summary(UUID conversation) {
        return priya.thread(conversation).get("conversation");
    }

    private JsonNode customer(UUID conversation) {
        return summary(conversation).get("customer");
    }

    private List<String> texts(UUID conversation) {
        return priya.thread(conversation)
                .get("messages")
                .valueStream()
                .filter(message -> message.get("kind").asText().equals("customer"))
                .map(message -> message.get("text").asText())
                .toList();
    }
}
