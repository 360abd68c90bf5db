package dev.shopbell.limits;

import static dev.shopbell.limits.FewOfEverything.FEW;
import static dev.shopbell.limits.FewOfEverything.FEW_A_DAY;
import static dev.shopbell.limits.FewOfEverything.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in and what belongs to it: who guesses, or has mail sent to somebody again and again, is
/// told to wait; whoever it is about is not kept out.
@QuarkusTest
@TestProfile(FewOfEverything.class)
class SignInLimitsTest {

    private static final String WRONG = "not the password of anybody";

    @Inject Given given;

    private Store store;
    private String here;

    @BeforeEach
    void beSomewhereElse() {
        store = given.store();
        here = address();
    }

    @Test
    void guessingAPasswordIsStoppedAndDoesNotKeepItsOwnerOut() {
        SignedIn maya = given.agent(store);
        for (int guess = 1; guess <= FEW; guess++) {
            assertThat(signIn(maya, WRONG, here).outcome()).isEqualTo("401 wrong_credentials");
        }

        assertThat(signIn(maya, Given.PASSWORD, here).outcome()).isEqualTo("429 too_many_requests");
        assertThat(signIn(maya, Given.PASSWORD, address()).status()).isEqualTo(200);
    }

    /// Or one could tell by it whose addresses have accounts.
    @Test
    void guessesAtAnAccountThatDoesNotExistAreCountedAsWell() {
        String nobody = UUID.randomUUID() + "@example.com";
        for (int guess = 1; guess <= FEW; guess++) {
            assertThat(signIn(nobody, WRONG, here).outcome()).isEqualTo("401 wrong_credentials");
        }

        assertThat(signIn(nobody, WRONG, here).outcome()).isEqualTo("429 too_many_requests");
    }

    @Test
    void manyAccountsAreNotTriedFromOnePlace() {
        SignedIn maya = given.agent(store);
        for (int guess = 1; guess <= 2 * FEW; guess++) {
            assertThat(signIn("somebody" + guess, WRONG, here).status()).isEqualTo(401);
        }

        assertThat(signIn(maya, Given.PASSWORD, here).outcome()).isEqualTo("429 too_many_requests");
        assertThat(Http.get("/api/staff/me").as(maya).with("X-Forwarded-For", here).send().status())
                .isEqualTo(200);
    }

    @Test
    void allAddressesThatACustomerOfAProviderHasAreOnePlace() {
        for (int guess = 1; guess <= 2 * FEW; guess++) {
            assertThat(signIn("nobody", WRONG, "2001:db8:7:7::" + guess).status()).isEqualTo(401);
        }

        assertThat(signIn("nobody", WRONG, "2001:db8:7:7:ffff:ffff:ffff:ffff").status())
                .isEqualTo(429);
        assertThat(signIn("nobody", WRONG, "2001:db8:7:8::1").status()).isEqualTo(401);
    }

    @Test
    void guessingGoesSlowlyAfterManyMistakesOfADayWhereverTheyComeFrom() {
        SignedIn maya = given.agent(store);
        for (int guess = 1; guess <= FEW_A_DAY; guess++) {
            assertThat(signIn(maya, WRONG, address()).outcome()).isEqualTo("401 wrong_credentials");
        }

        Http.Answer oneMore = signIn(maya, WRONG, address());

        assertThat(oneMore.outcome()).isEqualTo("429 too_many_requests");
        assertThat(oneMore.header("retry-after").map(Integer::parseInt).orElseThrow())
                .isGreaterThan(60);
    }

    @Test
    void whereSomebodyHasSignedInStrangersDoNotKeepThemOut() {
        SignedIn maya = given.agent(store);
        assertThat(signIn(maya, Given.PASSWORD, here).status()).isEqualTo(200);
        for (int guess = 1; guess <= FEW_A_DAY; guess++) {
            signIn(maya, WRONG, address());
        }
        assertThat(signIn(maya, Given.PASSWORD, address()).status()).isEqualTo(429);

        assertThat(signIn(maya, Given.PASSWORD, here).status()).isEqualTo(200);
    }

    @Test
    void whoSignsInRightlyIsNotCounted() {
        SignedIn maya = given.agent(store);
        for (int time = 1; time <= 2 * FEW; time++) {
            assertThat(signIn(maya, Given.PASSWORD, here).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyIsMailedOneLinkAfterTheOther() {
        String anna = UUID.randomUUID() + "@example.com";
        String bea = UUID.randomUUID() + "@example.com";
        for (int link = 1; link <= FEW; link++) {
            assertThat(forget(anna).outcome()).isEqualTo("409 mail_not_set_up");
        }

        assertThat(forget(anna).outcome()).isEqualTo("429 too_many_requests");
        assertThat(forget(bea).outcome()).isEqualTo("409 mail_not_set_up");
    }

    @Test
    void setUpCodesAreNotGuessed() {
        for (int guess = 1; guess <= FEW; guess++) {
            assertThat(setUp("guess " + guess).outcome()).isEqualTo("403 wrong_code");
        }

        assertThat(setUp("guess").outcome()).isEqualTo("429 too_many_requests");
    }

    @Test
    void theSessionCookieCarriesNothingButWhatBrowsersKnow() {
        Http.Answer signedIn = signIn(given.agent(store), Given.PASSWORD, here);

        assertThat(signedIn.header("set-cookie").orElseThrow())
                .matches(
                        "shopbell_session=[\\w-]+; Max-Age=2592000; (Expires=[^;]+; )?"
                                + "Path=/; HTTPOnly; SameSite=Lax");
    }

    private static Http.Answer signIn(SignedIn person, String password, String address) {
        return signIn(person.staff().email().value(), password, address);
    }

    private static Http.Answer signIn(String email, String password, String address) {
        String body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        return Http.post("/api/staff/session", body)
                .from(Given.ORIGIN)
                .with("X-Forwarded-For", address)
                .send();
    }

    private Http.Answer forget(String email) {
        return Http.post("/api/staff/password/reset", "{\"email\": \"%s\"}".formatted(email))
                .from(Given.ORIGIN)
                .with("X-Forwarded-For", address())
                .send();
    }

    private Http.Answer setUp(String code) {
        return Http.post("/api/setup", "{\"code\": \"" + code + "\"}")
                .fromItself()
                .with("X-Forwarded-For", here)
                .send();
    }
}
