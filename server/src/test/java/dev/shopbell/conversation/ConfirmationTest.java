package dev.shopbell.conversation;

import static dev.shopbell.conversation.ConfirmingShop.claim;
import static dev.shopbell.conversation.ConfirmingShop.press;
import static dev.shopbell.conversation.ConfirmingShop.show;
import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
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
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The link in an answer's mail, and what it can be used for.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConfirmationTest {

    private static final String EMAIL = "anna@example.com"; // what every shopper types here
    private static final String NEVER_DRAWN = "A".repeat(43);

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;
    @Inject ConfirmingShop mails;
    @Inject EndedConfirmations ended;

    private Store store;
    private Store nextDoor;
    private Shopper anna;
    private UUID thread;
    private String link;

    @BeforeEach
    void annaHasWrittenAndGotAMail() {
        VouchingShop shop = VouchingShop.open(given, identities, server);
        store = shop.store();
        nextDoor = given.store();
        anna = shop.shopper();
        thread = anna.writes("Where is my order?");
        link = mails.link(store, thread, EMAIL);
    }

    @Test
    void lookingAtALinkShowsNothingAndChangesNothing() {
        Answer page = page(store, link);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Confirm your e-mail address", "<form method=\"post\">")
                .doesNotContain(EMAIL, store.name(), link);
        assertThat(page.body()).isEqualTo(page(store, NEVER_DRAWN).body());
        assertThat(page.body()).isEqualTo(page(store, "none").body());
        String policy = page.header("content-security-policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self' " + store.origins().getFirst())
                .doesNotContain("unsafe", "script-src");
        assertThat(page.header("referrer-policy")).hasValue("no-referrer");
        assertThat(page.header("cache-control")).hasValue("no-store");
        assertThat(page.header("x-robots-tag")).hasValue("noindex");
        assertThat(page.header("set-cookie")).isEmpty();
        assertThat(press(store, link).status()).isEqualTo(303);
    }

    @Test
    void anArabicBrowserReadsItFromTheRight() {
        Http asked = Http.get("/confirm/" + store.key() + "/" + link);

        assertThat(asked.with("Accept-Language", "ar-EG, en;q=0.5").send().body())
                .contains("lang=\"ar\" dir=\"rtl\"", "تأكيد بريدك الإلكتروني");
        assertThat(asked.with("Accept-Language", "en, ar;q=0.5").send().body())
                .contains("lang=\"en\" dir=\"ltr\"");
    }

    @Test
    void aLinkThatDoesNotWorkSaysSoInOneWay() {
        String late = mails.link(store, thread, EMAIL);
        DatabaseOwner.execute(
                "UPDATE email_confirmation SET expires_at = now() WHERE store_id = ?",
                store.id().value());
        String fresh = mails.link(store, thread, EMAIL);
        String used = mails.link(store, thread, EMAIL);
        assertThat(show(store, anna.visitor(), claim(store, used), false).status()).isEqualTo(200);
        Answer never = press(store, NEVER_DRAWN);

        assertThat(never.status()).isEqualTo(410);
        assertThat(never.body()).contains("This link no longer works").doesNotContain("<form");
        for (Answer none :
                List.of(
                        press(store, late),
                        press(store, used),
                        press(store, "none"),
                        press(nextDoor, fresh))) {
            assertThat(none.status()).isEqualTo(410);
            assertThat(none.body()).isEqualTo(never.body());
        }
        assertThat(
                        Http.of("POST", "/confirm/" + "0".repeat(24) + "/" + fresh)
                                .with("Content-Type", "application/x-www-form-urlencoded")
                                .send()
                                .body())
                .isEqualTo(never.body());
        assertThat(press(store, fresh).status()).isEqualTo(303);
    }

    @Test
    void itLeadsToTheShopAndNotToWhereSomebodySaidTheyWere() {
        String origin = store.origins().getFirst();
        anna.browser()
                .writeWith(
                        UUID.randomUUID(),
                        Map.of("page", Map.of("url", origin + "/leads/to/evil.example")));

        Answer pressed = press(store, link);

        assertThat(pressed.header("location").orElseThrow())
                .matches(Pattern.quote(origin) + "/#shopbell:[\\w-]{43}");
        assertThat(pressed.header("referrer-policy")).hasValue("no-referrer");
        assertThat(pressed.header("cache-control")).hasValue("no-store");
    }

    @Test
    void pressedAgainBeforeAnyBrowserIsConfirmedItDrawsAnotherClaimForTheOneBefore() {
        String first = claim(store, link);
        String second = claim(store, link);

        assertRefused(show(store, anna.visitor(), first, true), "410 confirmation_over");
        assertThat(show(store, anna.visitor(), second, true).status()).isEqualTo(200);
        assertThat(press(store, link).status()).isEqualTo(410);
    }

    @Test
    void longAfterItWasPressedItCannotBePressedAgainNorItsClaimBeShown() {
        String claim = claim(store, link);
        DatabaseOwner.execute(
                "UPDATE email_confirmation SET used_at = used_at - interval '6 minutes' WHERE store_id = ?",
                store.id().value());

        assertThat(press(store, link).status()).isEqualTo(410);
        assertRefused(show(store, anna.visitor(), claim, true), "410 confirmation_over");
    }

    @Test
    void aClaimIsOneBrowsers() {
        String claim = claim(store, link);
        assertThat(show(store, anna.visitor(), claim, true).status()).isEqualTo(200);

        assertThat(show(store, anna.visitor(), claim, true).json().get("confirmed").asBoolean())
                .isTrue();
        assertRefused(show(store, given.secret(), claim, true), "410 confirmation_over");
    }

    @Test
    void aClaimIsGoodInItsStoreAndFromOurOwnPagesOnly() {
        String claim = claim(store, link);
        Http shown =
                Http.put(
                        "/api/widget/" + store.key() + "/identity/email",
                        "{\"claim\": \"%s\", \"agreed\": true}".formatted(claim));

        assertRefused(show(nextDoor, anna.visitor(), claim, true), "410 confirmation_over");
        assertRefused(show(store, anna.visitor(), link, true), "410 confirmation_over");
        assertRefused(show(store, anna.visitor(), "none", true), "410 confirmation_over");
        assertRefused(
                shown.as(anna.visitor()).from("https://evil.example").send(), "403 wrong_origin");
        assertRefused(
                shown.as(anna.visitor()).from(store.origins().getFirst()).send(),
                "403 wrong_origin");
        assertRefused(shown.from(Given.ORIGIN).send(), "401 unknown_visitor");
        assertThat(show(store, anna.visitor(), claim, true).status()).isEqualTo(200);
    }

    @Test
    void whoeverDidNotGiveTheAddressInTheirBrowserHasToAgreeFirst() {
        Shopper other = new Shopper(anna.shop(), given.secret(), anna.browser());
        String claim = claim(store, link);

        Answer asked = show(store, other.visitor(), claim, false);

        assertThat(asked.json().get("email").asText()).isEqualTo(EMAIL);
        assertThat(asked.json().get("confirmed").asBoolean()).isFalse();
        assertThat(other.asksForThread().outcome()).isEqualTo("401 unknown_visitor");
        assertThat(browsersWithAProvenAddress()).isZero();
        assertThat(show(store, other.visitor(), claim, true).json().get("confirmed").asBoolean())
                .isTrue();
        assertThat(browsersWithAProvenAddress()).isEqualTo(1);
    }

    @Test
    void ofManyWhoPressAndShowAtOnceOneBrowserIsConfirmed() throws Exception {
        List<Callable<Integer>> doing = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            doing.add(() -> {
                Answer pressed = press(store, link);
                if (pressed.status() != 303) {
                    return pressed.status();
                }
                String claim =
                        pressed.header("location").orElseThrow().replaceFirst(".*#shopbell:", "");
                return show(store, given.secret(), claim, true).status();
            });
        }
        List<Integer> outcomes = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : together.invokeAll(doing)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes).containsOnly(200, 410).containsOnlyOnce(200);
        assertThat(browsersWithAProvenAddress()).isEqualTo(1);
    }

    /// Also in a store that sends no mail any more.
    @Test
    void whatHasEndedIsForgottenByTheClock() {
        DatabaseOwner.execute(
                """
                INSERT INTO email_confirmation (store_id, link_hash, conversation_id, email, expires_at)
                SELECT store_id, uuid_send(gen_random_uuid()), conversation_id, email, now() - interval '1 hour'
                  FROM email_confirmation, generate_series(1, 3)
                 WHERE store_id = ?
                """,
                store.id().value());

        ended.forget();

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*)::text FROM email_confirmation WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("1");
        assertThat(press(store, link).status()).isEqualTo(303);
    }

    @Test
    void neitherLinkNorClaimIsKept() {
        String claim = claim(store, link);

        assertThat(
                        DatabaseOwner.ask(
                                        "SELECT c::text FROM email_confirmation c WHERE store_id = ?",
                                        store.id().value())
                                .toString())
                .doesNotContain(link, claim);
    }

    private static Answer page(Store store, String link) {
        return Http.get("/confirm/" + store.key() + "/" + link).send();
    }

    private long browsersWithAProvenAddress() {
        return Long.parseLong(
                DatabaseOwner.ask(
                                """
                                SELECT count(*)::text FROM visitor JOIN customer USING (store_id, customer_id)
                                 WHERE store_id = ? AND email_verified_at IS NOT NULL
                                """,
                                store.id().value())
                        .getFirst());
    }
}
