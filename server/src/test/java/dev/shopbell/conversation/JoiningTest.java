package dev.shopbell.conversation;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of the threads of a browser when the store says whose it is.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class JoiningTest {

    private static final String ANNA = "c-anna";
    private static final String BEN = "c-ben";

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;

    private Store store;
    private String secret;
    private StaffBrowser priya;

    @BeforeEach
    void haveAStoreThatVouches() {
        store = given.store();
        SignedIn olga = given.owner(store);
        secret = identities.secret(olga.member());
        priya = new StaffBrowser(server, given.agent(store));
    }

    /// A browser with what is only its own.
    private final class Shopper {

        private final VisitorSecret visitor = given.secret();
        private final ShopperBrowser browser = new ShopperBrowser(server, store, visitor);

        UUID writes(String text) {
            return id(browser.write(text).get("conversation"));
        }

        void is(String customer) {
            Answer answer = identify(store, visitor, token(customer));
            assertThat(answer.outcome()).as(answer.body()).isEqualTo("204");
        }

        UUID thread() {
            return id(browser.thread().get("conversation"));
        }

        List<String> reads() {
            return browser.thread()
                    .get("messages")
                    .valueStream()
                    .map(message -> message.get("text").asText())
                    .toList();
        }

        Answer asksForThread() {
            return Http.get("/api/widget/" + store.key() + "/conversation").as(visitor).send();
        }

        Answer writesTo(UUID conversation, UUID message, String text) {
            return Http.put(
                            "/api/widget/%s/conversations/%s/messages/%s"
                                    .formatted(store.key(), conversation, message),
                            """
                            {"text": "%s", "contact": {"email": "anna@example.com"}}
                            """
                                    .formatted(text))
                    .as(visitor)
                    .send();
        }
    }

    @Test
    void whoeverIsVouchedForBeforeTheyWriteIsKnownFromTheirFirstMessage() {
        Shopper phone = new Shopper();
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
        Shopper phone = new Shopper();
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

    @Test
    void theOlderOfTwoThreadsIsClosedAndTheNewerGoesOn() {
        Shopper laptop = new Shopper();
        laptop.is(ANNA);
        UUID older = laptop.writes("Last month");
        Shopper phone = new Shopper();
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
        Shopper phone = new Shopper();
        UUID older = phone.writes("Long ago");
        priya.keepNote(older, "Asks much, buys nothing");
        Shopper laptop = new Shopper();
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
    void whatWasOwedInTheOlderOneIsOwedInTheNewer() {
        Shopper laptop = new Shopper();
        laptop.is(ANNA);
        laptop.writes("Nobody has answered this");
        Shopper phone = new Shopper();
        UUID newer = phone.writes("Thanks!");
        priya.tryStatus(newer, "resolved");

        phone.is(ANNA);

        assertThat(summary(newer).get("status").asText()).isEqualTo("unresolved");
    }

    @Test
    void signingInLiftsNoBlock() {
        Shopper phone = new Shopper();
        UUID older = phone.writes("Buy this");
        priya.block(older);
        Shopper laptop = new Shopper();
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
        Shopper shared = new Shopper();
        shared.is(ANNA);
        UUID annas = shared.writes("A secret of Anna's");
        Shopper annasPhone = new Shopper();
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
        Shopper anna = new Shopper();
        Shopper typist = new Shopper();
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
        Shopper anna = new Shopper();
        isAt(anna, ANNA, "anna@example.com");
        UUID annas = anna.writes("A secret of Anna's");
        Shopper other = new Shopper();

        isAt(other, BEN, "anna@example.com");

        assertThat(other.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        UUID others = other.writes("Hello");
        assertThat(owners(annas, others)).hasSize(2);
    }

    @Test
    void aMessageThatIsRepeatedAfterItsThreadWasClosedIsNotSaidTwice() {
        Shopper laptop = new Shopper();
        laptop.is(ANNA);
        UUID message = UUID.randomUUID();
        UUID older = laptop.writes("Hello");
        assertThat(laptop.writesTo(older, message, "Lost answer").outcome()).isEqualTo("200");
        Shopper phone = new Shopper();
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

    @Test
    void openSocketsStartOverInTheThreadThatGoesOn() {
        Shopper laptop = new Shopper();
        laptop.is(ANNA);
        laptop.writes("Last month");
        Shopper phone = new Shopper();
        UUID newer = phone.writes("Today");
        try (LiveClient old = laptop.browser.connect(1);
                LiveClient kept = phone.browser.connect(1)) {
            old.next("welcome");
            kept.next("welcome");

            phone.is(ANNA);

            old.next("start_over");
            assertThat(old.awaitEnd()).isEqualTo(1012);
            try (LiveClient again = laptop.browser.connect(0)) {
                assertThat(again.next("welcome").at("/conversation/id").asText())
                        .isEqualTo(newer.toString());
                priya.answer(newer, "Good morning");
                again.next(
                        "message",
                        frame -> frame.at("/message/text").asText().equals("Good morning"));
                kept.next(
                        "message",
                        frame -> frame.at("/message/text").asText().equals("Good morning"));
            }
        }
    }

    @Test
    void aSocketOfSomebodyWhoBecameAnotherHearsNothingMoreOfTheFirst() {
        Shopper shared = new Shopper();
        shared.is(ANNA);
        UUID annas = shared.writes("Hello");
        try (LiveClient socket = shared.browser.connect(1)) {
            socket.next("welcome");

            shared.is(BEN);

            socket.next("start_over");
            socket.awaitEnd();
            priya.answer(annas, "For Anna alone");
            assertThat(socket.heard().toString()).doesNotContain("For Anna alone");
        }
    }

    /// Whatever happens at the same time, it comes to one open thread in which nothing is missing.
    @Test
    void browsersThatWriteAndSignInAtOnceEndUpInOneThread() throws Exception {
        List<Shopper> browsers = new ArrayList<>();
        List<Callable<Answer>> doing = new ArrayList<>();
        List<UUID> messages = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            Shopper shopper = new Shopper();
            browsers.add(shopper);
            UUID drawn = UUID.randomUUID();
            for (int said = 0; said < 4; said++) {
                UUID message = UUID.randomUUID();
                messages.add(message);
                doing.add(() -> shopper.writesTo(drawn, message, "Hello"));
            }
            doing.add(2, () -> identify(store, shopper.visitor, token(ANNA)));
            doing.add(() -> identify(store, shopper.visitor, token(ANNA)));
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : together.invokeAll(doing)) {
                assertThat(done.get().outcome()).isIn("200", "204");
            }
        }

        assertThat(browsers.stream().map(Shopper::thread).distinct()).hasSize(1);
        assertThat(
                        ask(
                                "SELECT count(*)::text FROM conversation WHERE store_id = ? AND continued_in IS NULL"))
                .containsExactly("1");
        assertThat(
                        ask(
                                "SELECT client_id::text FROM message WHERE store_id = ? AND kind = 'customer'"))
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(UUID::toString).toList());
        assertThat(ask("SELECT DISTINCT customer_id::text FROM conversation WHERE store_id = ?"))
                .hasSize(1);
    }

    @Test
    void aBrowserThatIsTwoPeopleAtOnceIsOneOfThem() throws Exception {
        for (int round = 0; round < 5; round++) {
            Shopper shared = new Shopper();
            shared.writes("Hello");
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> both =
                        List.of(
                                () -> identify(store, shared.visitor, token(ANNA)),
                                () -> identify(store, shared.visitor, token(BEN)),
                                () -> identify(store, shared.visitor, token(ANNA)),
                                () -> identify(store, shared.visitor, token(BEN)));
                for (Future<Answer> done : together.invokeAll(both)) {
                    assertThat(done.get().outcome()).isEqualTo("204");
                }
            }
        }

        assertThat(
                        ask(
                                """
                                SELECT customer_id::text FROM conversation
                                 WHERE store_id = ? AND continued_in IS NULL
                                 GROUP BY customer_id HAVING count(*) > 1
                                """))
                .isEmpty();
        assertThat(
                        ask(
                                "SELECT client_id::text FROM message WHERE store_id = ? AND kind = 'customer'"))
                .hasSize(5);
    }

    private UUID closedThread() {
        Shopper laptop = new Shopper();
        laptop.is(ANNA);
        UUID older = laptop.writes("Last month");
        Shopper phone = new Shopper();
        phone.writes("Today");
        phone.is(ANNA);
        return older;
    }

    private List<String> ask(String sql) {
        return DatabaseOwner.ask(sql, store.id().value());
    }

    private List<String> owners(UUID one, UUID other) {
        return DatabaseOwner.ask(
                "SELECT DISTINCT customer_id::text FROM conversation WHERE conversation_id IN (?, ?)",
                one,
                other);
    }

    private void isAt(Shopper shopper, String customer, String email) {
        String claims = Tokens.claims(store.key(), customer, email, "Somebody");
        assertThat(identify(store, shopper.visitor, Tokens.hs256(secret, claims)).outcome())
                .isEqualTo("204");
    }

    private String token(String customer) {
        String name = customer.equals(ANNA) ? "Anna of the shop" : "Ben of the shop";
        return Tokens.hs256(
                secret, Tokens.claims(store.key(), customer, customer + "@example.com", name));
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

    private static UUID id(JsonNode conversation) {
        return UUID.fromString(conversation.get("id").asText());
    }
}
