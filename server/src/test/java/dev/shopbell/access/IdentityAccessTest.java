package dev.shopbell.access;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may say that a browser is somebody's: the store that signs it, to itself. IdentityTokenTest
/// tries everything that a token can be.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IdentityAccessTest {

    @Inject Given given;
    @Inject GivenIdentity identities;

    private Store store;
    private Store nextDoor;
    private String secret;
    private String token;
    private String tokenNextDoor;

    @BeforeEach
    void haveTwoStoresThatVouch() {
        store = given.store();
        nextDoor = given.store();
        secret = identities.secret(given.owner(store).member());
        token = token(store, secret);
        tokenNextDoor = token(nextDoor, identities.secret(given.owner(nextDoor).member()));
    }

    @Test
    void thereAreTwoSuchDoors() {
        assertThat(Matrix.rows(Door.VOUCHED)).hasSize(2); // the other is ConfirmationTest's
    }

    @Test
    void aTokenIsForTheStoreThatSignedItAlone() {
        assertThat(identify(store, given.secret(), token).outcome()).isEqualTo("204");

        assertRefused(identify(nextDoor, given.secret(), token), "403 identity_refused");
        assertRefused(identify(store, given.secret(), tokenNextDoor), "403 identity_refused");
        String forged = token(nextDoor, secret);
        assertRefused(identify(store, given.secret(), forged), "403 identity_refused");
        assertRefused(identify(nextDoor, given.secret(), forged), "403 identity_refused");
    }

    @Test
    void withoutASecretOfItsOwnNoBrowserIsAnybody() {
        for (String header : new String[] {"", "Bearer", "Bearer none", token, "Bearer " + token}) {
            assertRefused(show(store).with("Authorization", header).send(), "401 unknown_visitor");
        }
        assertRefused(show(store).send(), "401 unknown_visitor");
    }

    @Test
    void itIsShownByThePanelOnly() {
        VisitorSecret visitor = given.secret();
        for (UnaryOperator<Http> from : ForeignOrigins.all()) {
            assertRefused(from.apply(show(store).as(visitor)).send(), "403 wrong_origin");
        }
        assertThat(show(store).as(visitor).send().status()).isEqualTo(204);
    }

    @Test
    void aTokenThatIsRefusedChangesNothing() {
        VisitorSecret visitor = given.secret();
        given.firstMessage(store, visitor, "Hello");

        assertRefused(identify(store, visitor, tokenNextDoor), "403 identity_refused");

        assertThat(
                        Http.get("/api/widget/" + store.key() + "/conversation")
                                .as(visitor)
                                .send()
                                .body())
                .contains("Hello");
    }

    /// RenewedSecretTest has what becomes of the secret before.
    @Test
    void aNextSecretIsOnlyTakenFromWhoeverProvesTheirOwn() {
        VisitorSecret visitor = given.secret();
        VisitorSecret victim = given.secret();
        VisitorSecret next = given.secret();
        given.firstMessage(store, visitor, "Hello");
        given.firstMessage(store, victim, "A secret of the victim's");
        Http renew =
                Http.put(
                        "/api/widget/" + store.key() + "/identity",
                        "{\"token\": \"%s\", \"next\": \"%s\"}".formatted(token, next.value()));

        assertRefused(renew.from(Given.ORIGIN).send(), "401 unknown_visitor");
        for (UnaryOperator<Http> from : ForeignOrigins.all()) {
            assertRefused(from.apply(renew.as(visitor)).send(), "403 wrong_origin");
        }
        assertRefused(identify(store, visitor, tokenNextDoor, next), "403 identity_refused");
        assertRefused(identify(nextDoor, visitor, token, next), "403 identity_refused");
        assertRefused(identify(store, visitor, token, victim), "409 next_secret_taken");

        assertThat(thread(visitor)).contains("Hello");
        assertThat(thread(victim)).contains("A secret of the victim's").doesNotContain("Hello");
        assertThat(thread(next)).contains("unknown_visitor");
    }

    private String thread(VisitorSecret visitor) {
        return Http.get("/api/widget/" + store.key() + "/conversation").as(visitor).send().body();
    }

    private Http show(Store shop) {
        return Http.put(
                "/api/widget/" + shop.key() + "/identity", "{\"token\": \"%s\"}".formatted(token));
    }

    private static String token(Store store, String secret) {
        return Tokens.hs256(
                secret, Tokens.claims(store.key(), "c-1", "anna@example.com", "Anna Kowalska"));
    }
}
