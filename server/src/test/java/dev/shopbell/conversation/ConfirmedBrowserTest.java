package dev.shopbell.conversation;

import static dev.shopbell.conversation.VouchingShop.ANNA;
import static dev.shopbell.testkit.GivenIdentity.identify;
import static dev.shopbell.testkit.Refused.assertRefused;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a browser is once it has shown that its owner reads an address, and what no other browser
/// is because of that.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConfirmedBrowserTest {

    private static final String EMAIL = "anna@example.com"; // what every shopper types here

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;
    @Inject ConfirmingShop mails;

    private VouchingShop shop;
    private Store store;
    private StaffBrowser priya;

    @BeforeEach
    void haveAStore() {
        shop = VouchingShop.open(given, identities, server);
        store = shop.store();
        priya = new StaffBrowser(server, given.agent(store));
    }

    @Test
    void whoeverWroteFromTheirBrowserIsKnownToHaveTheAddressAndStaffHearOfIt() {
        Shopper anna = shop.shopper();
        UUID thread = anna.writes("Where is my order?");
        try (LiveClient inbox = priya.connect(priya.inbox().get("position"))) {
            inbox.next("online");

            assertConfirmed(mails.confirm(anna, thread, EMAIL));

            inbox.next(
                    "changes",
                    frame -> frame.at("/conversations/0/customer/emailVerified").asBoolean());
        }
        assertThat(anna.thread()).isEqualTo(thread);
        assertThat(customer(thread).get("name").asText()).isEqualTo("Anna Kowalska");
        JsonNode profile = profile(thread);
        assertThat(profile.at("/writer/emailVerified").asBoolean()).isTrue();
        assertThat(profile.get("link").isNull()).isTrue();
    }

    @Test
    void theSecondBrowserJoinsAndTheOlderThreadIsClosed() {
        Shopper laptop = shop.shopper();
        UUID older = laptop.writes("Last month");
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Today");

        assertConfirmed(mails.confirm(laptop, older, EMAIL));
        assertThat(phone.reads()).containsExactly("Today");
        assertConfirmed(mails.confirm(phone, newer, EMAIL));

        assertThat(laptop.thread()).isEqualTo(newer);
        assertThat(phone.reads()).containsExactly("Today");
        assertThat(summary(older).get("continued").asBoolean()).isTrue();
        laptop.writes("And from here");
        assertThat(phone.reads()).containsExactly("Today", "And from here");
    }

    @Test
    void aBrowserThatNeverWroteHasTheThreadOfTheAddressFromThenOn() {
        Shopper phone = shop.shopper();
        UUID thread = phone.writes("Hello");
        assertConfirmed(mails.confirm(phone, thread, EMAIL));
        Shopper laptop = shop.shopper();

        assertConfirmed(mails.confirm(laptop, thread, EMAIL));

        assertThat(laptop.thread()).isEqualTo(thread);
        assertThat(laptop.reads()).containsExactly("Hello");
    }

    /// Mallory types the address of Anna, who gets the answers by mail, and presses the link there.
    @Test
    void whoeverOnlyTypedTheAddressGainsNothingWhenItsOwnerConfirmsIt() {
        Shopper mallory = shop.shopper();
        UUID typed = mallory.writes("I am Anna");
        Shopper anna = shop.shopper();

        assertConfirmed(mails.confirm(anna, typed, EMAIL));

        assertMalloryIsNobody(mallory, typed);
        assertThat(anna.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        UUID annas = anna.writes("A secret of Anna's");
        assertThat(annas).isNotEqualTo(typed);
        assertThat(mallory.reads()).containsExactly("I am Anna");
        assertRefusedThread(mallory, annas);
        mallory.writes("Still Anna");
        assertThat(anna.reads()).containsExactly("A secret of Anna's");
        assertThat(profile(typed).at("/writer/emailVerified").asBoolean()).isFalse();
    }

    @Test
    void norWhenAnnaWroteBeforeOrMalloryTypesLaterOrBothAreKnownInTheEnd() {
        Shopper anna = shop.shopper();
        UUID annas = anna.writes("A secret of Anna's");
        Shopper mallory = shop.shopper();
        UUID typed = mallory.writes("I am Anna");
        // From the mail about Mallory's thread, and in the browser that has Anna's.
        assertConfirmed(mails.confirm(anna, typed, EMAIL));
        Shopper again = shop.shopper();
        UUID later = again.writes("I am Anna, too");

        assertMalloryIsNobody(mallory, typed);
        assertMalloryIsNobody(again, later);
        assertThat(anna.thread()).isEqualTo(annas);
        // Mallory proves an address of her own in the browser that typed Anna's.
        assertConfirmed(mails.confirm(mallory, typed, "mallory@example.com"));
        assertThat(mallory.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        assertRefusedThread(mallory, annas);
        // And signs in at the shop in the other.
        assertThat(signsIn(again, "c-mallory", "mallory@example.com", true)).isEqualTo("204");
        assertThat(again.reads()).containsExactly("I am Anna, too");
        assertThat(signsIn(anna, ANNA, EMAIL, true)).isEqualTo("204");
        assertThat(anna.reads()).containsExactly("A secret of Anna's");
        assertThat(owners(annas, typed, later)).hasSize(3);
        assertThat(customer(typed).get("emailVerified").asBoolean()).isFalse();
    }

    /// The link of Mallory's own mail, sent to Anna, so that Mallory reads what Anna writes.
    @Test
    void aLinkToSomebodyElsesAddressTakesNothingOfThisBrowserAlong() {
        Shopper mallory = shop.shopper();
        UUID bait = mallory.writes("Hello");
        assertConfirmed(mails.confirm(mallory, bait, "mallory@example.com"));
        Shopper anna = shop.shopper();
        UUID annas = anna.writes("A secret of Anna's");
        String claim = ConfirmingShop.claim(store, mails.link(store, bait, "mallory@example.com"));

        Answer asked = ConfirmingShop.show(store, anna.visitor(), claim, false);
        assertThat(asked.json().get("confirmed").asBoolean()).isFalse();
        assertThat(anna.thread()).isEqualTo(annas);

        // Even if she agrees, her thread stays behind.
        assertConfirmed(ConfirmingShop.show(store, anna.visitor(), claim, true));
        assertThat(mallory.asksForThread().everything()).doesNotContain("A secret of Anna's");
        assertThat(owners(annas, bait)).hasSize(2);
    }

    /// Where nobody has to give an address.
    @Test
    void norDoesItWhereThisBrowserGaveNoAddress() {
        Shopper mallory = shop.shopper();
        UUID bait = mallory.writes("Hello");
        Shopper anna = shop.shopper();
        UUID annas = anna.writes("A secret of Anna's");
        DatabaseOwner.execute(
                """
                UPDATE customer SET email = NULL
                 WHERE (store_id, customer_id) = (SELECT store_id, customer_id FROM conversation
                                                   WHERE conversation_id = ?)
                """,
                annas);
        String claim = ConfirmingShop.claim(store, mails.link(store, bait, "mallory@example.com"));

        assertConfirmed(ConfirmingShop.show(store, anna.visitor(), claim, true));

        assertConfirmed(mails.confirm(mallory, bait, "mallory@example.com"));
        assertThat(mallory.asksForThread().everything()).doesNotContain("A secret of Anna's");
        assertThat(owners(annas, bait)).hasSize(2);
    }

    @Test
    void aSocketHearsNothingMoreOfTheThreadThatItsBrowserLeaves() {
        Shopper anna = shop.shopper();
        UUID left = anna.writes("Hello");
        try (LiveClient socket = anna.browser().connect(1)) {
            socket.next("welcome");

            assertConfirmed(mails.confirm(anna, left, "anna.work@example.com"));

            socket.next("start_over");
            socket.awaitEnd();
            priya.answer(left, "Not for this browser");
            assertThat(socket.heard().toString()).doesNotContain("Not for this browser");
        }
    }

    @Test
    void whomTheStoreVouchesForStaysThatAndGetsTheirOwnAddressConfirmed() {
        Shopper signedIn = shop.shopper();
        assertThat(signsIn(signedIn, "c-42", "", false)).isEqualTo("204");
        UUID thread = signedIn.writes("Hello");

        assertRefused(
                mails.confirm(signedIn, thread, "other@example.com"),
                "409 confirmation_of_another");
        assertThat(customer(thread).get("emailVerified").asBoolean()).isFalse();
        assertConfirmed(mails.confirm(signedIn, thread, EMAIL));

        assertThat(customer(thread).get("emailVerified").asBoolean()).isTrue();
        Shopper another = shop.shopper();
        assertConfirmed(mails.confirm(another, thread, EMAIL));
        assertThat(another.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
    }

    @Test
    void anAddressThatTheStoreCallsUnverifiedStaysUnverified() {
        Shopper signedIn = shop.shopper();
        assertThat(signsIn(signedIn, "c-42", EMAIL, false)).isEqualTo("204");
        UUID thread = signedIn.writes("Hello");

        assertRefused(mails.confirm(signedIn, thread, EMAIL), "409 confirmation_of_another");

        assertThat(customer(thread).get("emailVerified").asBoolean()).isFalse();
    }

    @Test
    void aTokenWinsAndTakesTheThreadOfTheAddressAlongIfTheStoreVouchesForIt() {
        Shopper anna = shop.shopper();
        UUID thread = anna.writes("Hello");
        assertConfirmed(mails.confirm(anna, thread, EMAIL));

        assertThat(signsIn(anna, "c-stranger", EMAIL, false)).isEqualTo("204");
        assertThat(anna.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        Shopper phone = shop.shopper();
        assertConfirmed(mails.confirm(phone, thread, EMAIL));
        assertThat(phone.thread()).isEqualTo(thread);
        assertThat(signsIn(phone, ANNA, EMAIL, true)).isEqualTo("204");

        assertThat(phone.thread()).isEqualTo(thread);
        // Nobody is the signed-in customer by the address alone.
        Shopper later = shop.shopper();
        assertConfirmed(mails.confirm(later, thread, EMAIL));
        assertThat(later.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
    }

    @Test
    void signingInLeavesTheOtherBrowsersOfTheAddressWhatTheyRead() {
        Shopper laptop = shop.shopper();
        UUID thread = laptop.writes("Hello");
        assertConfirmed(mails.confirm(laptop, thread, EMAIL));
        Shopper phone = shop.shopper();
        assertConfirmed(mails.confirm(phone, thread, EMAIL));

        assertThat(signsIn(laptop, ANNA, EMAIL, true)).isEqualTo("204");

        assertThat(phone.reads()).containsExactly("Hello");
        assertThat(laptop.writesTo(UUID.randomUUID(), UUID.randomUUID(), "As a customer").outcome())
                .isEqualTo("200");
        assertThat(laptop.reads()).containsExactly("As a customer");
        assertThat(phone.reads()).containsExactly("Hello");
    }

    @Test
    void whoeverWasBlockedStaysBlocked() {
        Shopper blocked = shop.shopper();
        UUID thread = blocked.writes("Spam");
        String link = mails.link(store, thread, EMAIL);
        String elsewhere = mails.link(store, thread, "other@example.com");
        priya.block(thread);
        assertRefused(
                ConfirmingShop.show(
                        store, blocked.visitor(), ConfirmingShop.claim(store, elsewhere), true),
                "409 confirmation_of_another");
        assertConfirmed(
                ConfirmingShop.show(
                        store, blocked.visitor(), ConfirmingShop.claim(store, link), true));
        Shopper phone = shop.shopper();
        UUID fresh = phone.writes("Hello again");
        assertConfirmed(mails.confirm(phone, fresh, EMAIL));

        assertThat(summary(fresh).get("blocked").asBoolean()).isTrue();
        assertThat(phone.writesTo(fresh, UUID.randomUUID(), "More").outcome())
                .isEqualTo("403 sender_blocked");
    }

    @Test
    void browsersThatWriteAndConfirmAtOnceEndUpInOneThread() throws Exception {
        Shopper first = shop.shopper();
        UUID about = first.writes("Hello");
        List<Shopper> browsers = new ArrayList<>();
        List<Callable<Answer>> doing = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            Shopper shopper = shop.shopper();
            browsers.add(shopper);
            UUID drawn = UUID.randomUUID();
            String claim = ConfirmingShop.claim(store, mails.link(store, about, EMAIL));
            doing.add(() -> shopper.writesTo(drawn, UUID.randomUUID(), "Hello"));
            doing.add(() -> ConfirmingShop.show(store, shopper.visitor(), claim, true));
            doing.add(() -> shopper.writesTo(drawn, UUID.randomUUID(), "Hello"));
            doing.add(() -> ConfirmingShop.show(store, shopper.visitor(), claim, true));
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : together.invokeAll(doing)) {
                assertThat(done.get().outcome()).isEqualTo("200");
            }
        }

        assertThat(browsers.stream().map(Shopper::thread).distinct()).hasSize(1);
        assertThat(first.reads()).containsExactly("Hello");
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT count(*)::text FROM message
                                 WHERE store_id = ? AND kind = 'customer'
                                """,
                                store.id().value()))
                .containsExactly("13");
    }

    private void assertMalloryIsNobody(Shopper mallory, UUID thread) {
        assertThat(mallory.thread()).isEqualTo(thread);
        assertThat(customer(thread).get("emailVerified").asBoolean()).isFalse();
        assertThat(profile(thread).get("link").isNull()).isTrue();
    }

    private void assertRefusedThread(Shopper shopper, UUID thread) {
        assertRefused(shopper.writesTo(thread, UUID.randomUUID(), "In"), "404 not_found");
    }

    private static void assertConfirmed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("confirmed").asBoolean()).isTrue();
    }

    private String signsIn(Shopper shopper, String customer, String email, boolean verified) {
        String claims = Tokens.claims(store.key(), customer, email, "Somebody");
        String said =
                email.isEmpty()
                        ? claims.replace("\"email\": \"\", ", "")
                        : verified ? claims : unverified(claims);
        String token = Tokens.hs256(shop.secret(), said);
        return identify(store, shopper.visitor(), token).outcome();
    }

    private static String unverified(String claims) {
        return claims.replaceFirst("\\}\\s*$", ", \"email_verified\": false}");
    }

    private List<String> owners(UUID... threads) {
        return Stream.of(threads)
                .map(thread ->
                        DatabaseOwner.ask(
                                        "SELECT customer_id::text FROM conversation WHERE conversation_id = ?",
                                        thread)
                                .getFirst())
                .distinct()
                .toList();
    }

    private JsonNode profile(UUID thread) {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/profile"
                                .formatted(store.id().value(), thread))
                .with("Cookie", priya.headers().get("Cookie"))
                .send()
                .json()
                .get("profile");
    }

    private JsonNode summary(UUID conversation) {
        return priya.thread(conversation).get("conversation");
    }

    private JsonNode customer(UUID conversation) {
        return summary(conversation).get("customer");
    }
}
