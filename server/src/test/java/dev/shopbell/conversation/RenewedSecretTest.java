package dev.shopbell.conversation;

import static dev.shopbell.conversation.VouchingShop.ANNA;
import static dev.shopbell.conversation.VouchingShop.BEN;
import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A browser that proves whose it is goes on with a new secret. Mallory has a copy of the one
/// before.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RenewedSecretTest {

    private static final String EMAIL = "anna@example.com"; // what every shopper types here

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;
    @Inject ConfirmingShop mails;

    private VouchingShop shop;
    private Store store;
    private Shopper mallory;
    private Shopper anna;

    @BeforeEach
    void haveAStoreThatVouches() {
        shop = VouchingShop.open(given, identities, server);
        store = shop.store();
        mallory = shop.shopper();
        anna = shop.shopper();
    }

    @Test
    void whoeverCopiedTheSecretBeforeIsNobodyOnceTheShopVouches() {
        UUID thread = mallory.writes("A secret of Anna's");
        assertRefused(mallory.renews(ANNA, null), "409 next_secret_needed");
        assertThat(mallory.reads()).containsExactly("A secret of Anna's");
        assertThat(links()).isEmpty();

        assertDone(mallory.renews(ANNA, anna.visitor()));

        assertThat(anna.thread()).isEqualTo(thread);
        assertThat(anna.reads()).containsExactly("A secret of Anna's");
        assertNobody(mallory, thread);
        anna.writes("Only of mine");
        assertThat(anna.reads()).containsExactly("A secret of Anna's", "Only of mine");
        assertThat(links()).containsExactly(ANNA);
    }

    @Test
    void andOnceALinkInAMailProvesAnAddress() {
        UUID thread = mallory.writes("A secret of Anna's");
        String claim = ConfirmingShop.claim(store, mails.link(store, thread, EMAIL));
        assertRefused(shows(mallory, claim, null), "409 next_secret_needed");

        Answer confirmed = shows(mallory, claim, anna.visitor());

        assertThat(confirmed.json().get("confirmed").asBoolean()).isTrue();
        assertThat(shows(mallory, claim, anna.visitor()).body()).isEqualTo(confirmed.body());
        assertThat(anna.thread()).isEqualTo(thread);
        assertNobody(mallory, thread);
        assertThat(shows(anna, claim, null).body()).isEqualTo(confirmed.body());
        assertRefused(shows(mallory, claim, given.secret()), "401 secret_replaced");
    }

    /// Where the shopper has to say first that the address is theirs.
    @Test
    void aQuestionChangesNothingYet() {
        UUID thread = mallory.writes("Hello");
        String claim = ConfirmingShop.claim(store, mails.link(store, thread, "other@example.com"));

        for (Optional<VisitorSecret> next :
                List.of(Optional.<VisitorSecret>empty(), Optional.of(anna.visitor()))) {
            Answer asked =
                    ConfirmingShop.show(store, mallory.visitor(), claim, false, next.orElse(null));
            assertThat(asked.json().get("confirmed").asBoolean()).isFalse();
        }

        assertThat(mallory.thread()).isEqualTo(thread);
        assertThat(anna.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        assertThat(shows(mallory, claim, anna.visitor()).json().get("confirmed").asBoolean())
                .isTrue();
        assertNobody(mallory, thread);
    }

    @Test
    void theSameAgainIsDoneAndNobodyRenewsWhatIsProven() {
        mallory.writes("Hello");
        assertDone(mallory.renews(ANNA, anna.visitor()));

        assertDone(mallory.renews(ANNA, anna.visitor()));
        assertDone(anna.renews(ANNA, null));
        assertRefused(anna.renews(ANNA, given.secret()), "409 next_secret_unneeded");
        assertRefused(mallory.renews(ANNA, given.secret()), "401 secret_replaced");
        assertRefused(mallory.renews(ANNA, null), "401 secret_replaced");

        assertThat(anna.reads()).containsExactly("Hello");
        // Somebody else than before, in the same browser.
        Shopper ben = shop.shopper();
        assertRefused(anna.renews(BEN, null), "409 next_secret_needed");
        assertDone(anna.renews(BEN, ben.visitor()));
        assertThat(anna.asksForThread().outcome()).isEqualTo("401 secret_replaced");
        assertThat(ben.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
    }

    @Test
    void whoSignsInBeforeTheyWriteIsOneCustomerAndTheirFilesComeAlong() {
        UUID thread = UUID.randomUUID();
        UUID picture = UUID.randomUUID();
        assertThat(upload(mallory, thread, picture).outcome()).isEqualTo("200");

        assertDone(mallory.renews(ANNA, anna.visitor()));

        assertRefused(
                mallory.writesTo(thread, UUID.randomUUID(), "Doubled"), "401 secret_replaced");
        assertRefused(upload(mallory, thread, UUID.randomUUID()), "401 secret_replaced");
        Answer posted =
                Http.put(
                                message(thread),
                                "{\"text\": \"Hello\", \"attachments\": [\"%s\"]}"
                                        .formatted(picture))
                        .as(anna.visitor())
                        .send();
        assertThat(posted.outcome()).as(posted.body()).isEqualTo("200");
        assertThat(anna.thread()).isEqualTo(thread);
        assertThat(count("SELECT count(*)::text FROM customer WHERE store_id = ?")).isEqualTo("1");
    }

    @Test
    void nobodyTakesASecretThatIsOrWasSomebodys() {
        Shopper victim = shop.shopper();
        victim.writes("A secret of the victim's");
        Shopper before = shop.shopper();
        assertDone(before.renews(BEN, shop.shopper().visitor()));
        mallory.writes("Hello");

        assertRefused(mallory.renews(ANNA, victim.visitor()), "409 next_secret_taken");
        assertRefused(mallory.renews(ANNA, before.visitor()), "409 next_secret_taken");
        assertRefused(mallory.renews(ANNA, mallory.visitor()), "400 invalid_value");
        assertRefused(
                Http.put(
                                "/api/widget/" + store.key() + "/identity",
                                "{\"token\": \"%s\", \"next\": \"short\"}"
                                        .formatted(shop.token(ANNA)))
                        .as(mallory.visitor())
                        .send(),
                "400 invalid_value");

        assertThat(victim.reads()).containsExactly("A secret of the victim's");
        assertThat(mallory.reads()).containsExactly("Hello");
        assertThat(links()).containsExactly(BEN);
    }

    @Test
    void panelsOfOlderVersionsKeepTheirSecret() {
        mallory.writes("Hello");

        mallory.is(ANNA);

        assertThat(mallory.reads()).containsExactly("Hello");
        assertThat(links()).containsExactly(ANNA);
    }

    @Test
    void tabsThatProveAndWriteAtOnceEndUpWithOneSecretAndOneThread() throws Exception {
        for (int time = 0; time < 5; time++) {
            Shopper before = shop.shopper();
            Shopper first = shop.shopper();
            Shopper second = shop.shopper();
            UUID drawn = UUID.randomUUID();
            UUID said = UUID.randomUUID();
            String subject = "c-" + time;
            List<Callable<Answer>> doing = new ArrayList<>();
            for (int copy = 0; copy < 3; copy++) {
                doing.add(() -> before.renews(subject, first.visitor()));
                doing.add(() -> before.writesTo(drawn, said, "Hello"));
                doing.add(() -> before.renews(subject, second.visitor()));
            }
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Answer> done : together.invokeAll(doing)) {
                    assertThat(done.get().outcome()).isIn("200", "204", "401 secret_replaced");
                }
            }
            assertThat(before.asksForThread().outcome()).isEqualTo("401 secret_replaced");
            boolean isFirst = before.renews(subject, first.visitor()).status() == 204;
            Shopper winner = isFirst ? first : second;
            assertThat(winner.writesTo(drawn, said, "Hello").outcome()).isEqualTo("200");
            assertThat(winner.reads()).containsExactly("Hello");
            assertThat((isFirst ? second : first).asksForThread().outcome())
                    .isEqualTo("401 unknown_visitor");
        }
        assertThat(count("SELECT count(*)::text FROM conversation WHERE store_id = ?"))
                .isEqualTo("5");
        assertThat(
                        count(
                                "SELECT count(DISTINCT customer_id)::text FROM visitor WHERE store_id = ?"))
                .isEqualTo("5");
    }

    @Test
    void anotherStoreKnowsNothingOfIt() {
        VouchingShop nextDoor = VouchingShop.open(given, identities, server);
        mallory.writes("Hello");
        assertDone(mallory.renews(ANNA, anna.visitor()));

        assertThat(nextDoor.shopper(mallory.visitor()).asksForThread().outcome())
                .isEqualTo("401 unknown_visitor");
        Shopper there = nextDoor.shopper(anna.visitor());
        assertThat(there.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        there.writes("Over here");
        assertThat(anna.reads()).containsExactly("Hello");
    }

    /// Whatever the one who comes after is erased by, as ErasureTest has it.
    @Test
    void theOldSecretGoesWithTheNewOne() {
        mallory.writes("Hello");
        assertDone(mallory.renews(ANNA, anna.visitor()));

        DatabaseOwner.execute(
                "DELETE FROM visitor WHERE store_id = ? AND secret_hash = ?",
                store.id().value(),
                anna.visitor().hash());

        assertThat(count("SELECT count(*)::text FROM visitor WHERE store_id = ?")).isEqualTo("0");
    }

    private void assertNobody(Shopper shopper, UUID thread) {
        String widget = "/api/widget/" + store.key();
        for (Http attempt :
                List.of(
                        Http.get(widget + "/conversation"),
                        Http.get(widget + "/conversation/messages?after=0"),
                        Http.get(widget + "/conversation/history"),
                        Http.put(
                                widget + "/conversation/receipts",
                                "{\"delivered\": 1, \"seen\": 1}"),
                        Http.put(widget + "/cart", "{\"currency\": \"EUR\", \"items\": []}"),
                        Http.put(widget + "/page", "{\"url\": \"https://shop.example/\"}"),
                        Http.put(message(thread), "{\"text\": \"In\"}"),
                        Http.put(message(UUID.randomUUID()), "{\"text\": \"In\"}"))) {
            assertRefused(attempt.as(shopper.visitor()).send(), "401 secret_replaced");
        }
        assertRefused(upload(shopper, thread, UUID.randomUUID()), "401 secret_replaced");
        assertRefused(shopper.shows(ANNA), "401 secret_replaced");
        assertRefused(shopper.shows("c-mallory"), "401 secret_replaced");
        assertRefused(shopper.renews(ANNA, given.secret()), "401 secret_replaced");
    }

    private static Answer shows(Shopper shopper, String claim, @Nullable VisitorSecret next) {
        return ConfirmingShop.show(shopper.shop().store(), shopper.visitor(), claim, true, next);
    }

    private String message(UUID thread) {
        return "/api/widget/%s/conversations/%s/messages/%s"
                .formatted(store.key(), thread, UUID.randomUUID());
    }

    private Answer upload(Shopper shopper, UUID thread, UUID picture) {
        return Http.of(
                        "PUT",
                        "/api/widget/%s/conversations/%s/attachments/%s?name=a.png"
                                .formatted(store.key(), thread, picture))
                .as(shopper.visitor())
                .body(Pictures.png(1))
                .send();
    }

    private List<String> links() {
        return DatabaseOwner.ask(
                "SELECT shop_customer_id FROM customer WHERE store_id = ? AND linked_by = 'token'",
                store.id().value());
    }

    private String count(String sql) {
        return DatabaseOwner.ask(sql, store.id().value()).getFirst();
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.outcome()).as(answer.body()).isEqualTo("204");
    }
}
