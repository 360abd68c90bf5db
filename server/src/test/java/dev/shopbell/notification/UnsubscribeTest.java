package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.notification.UnsubscribeTokens.Subscription;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The link in a notification's mail.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class UnsubscribeTest {

    @Inject Given given;
    @Inject UnsubscribeTokens tokens;

    private Store store;
    private SignedIn priya;
    private SignedIn tom;

    @BeforeEach
    void twoColleagues() {
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", "Conversation management");
    }

    @Test
    void lookingAtItChangesNothingAndSaysWhatItWouldDo() {
        Answer page = Http.get("/unsubscribe/" + token(priya)).send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<form method=\"post\">").contains("Hearthlow");
        assertThat(page.header("content-security-policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("form-action 'self'");
        assertThat(isMailed(priya)).isTrue();
    }

    @Test
    void oneClickOfAMailProgramIsEnoughWithoutASessionAndHurtsNobodyElse() {
        String token = token(priya);

        assertThat(oneClick(token).status()).isEqualTo(200);
        assertThat(oneClick(token).status()).isEqualTo(200);

        assertThat(isMailed(priya)).isFalse();
        assertThat(isMailed(tom)).isTrue();
    }

    @Test
    void aForgedOneDoesNothing() {
        byte[] mine = Base64.getUrlDecoder().decode(token(priya));
        byte[] toms = Base64.getUrlDecoder().decode(token(tom));
        // Priya's own, made to name Tom.
        System.arraycopy(toms, 16, mine, 16, 16);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(mine);

        for (String none :
                new String[] {
                    forged, token(tom).substring(1), token(tom) + "A", "none", "!".repeat(64)
                }) {
            assertThat(oneClick(none).status()).as(none).isEqualTo(404);
            assertThat(Http.get("/unsubscribe/" + none).send().status()).isEqualTo(404);
        }
        assertThat(isMailed(tom)).isTrue();
        assertThat(isMailed(priya)).isTrue();
    }

    @Test
    void everyBitOfItCounts() {
        byte[] whole = Base64.getUrlDecoder().decode(token(priya));
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThat(tokens.read(Base64.getUrlEncoder().encodeToString(changed))).isEmpty();
        }
        assertThat(tokens.read(token(priya)))
                .contains(new Subscription(store.id(), priya.staff().id()));
    }

    private String token(SignedIn person) {
        return tokens.write(new Subscription(store.id(), person.staff().id()));
    }

    /// As RFC 8058 has it: no cookie, no origin, a form.
    private static Answer oneClick(String token) {
        return Http.of("POST", "/unsubscribe/" + token)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private boolean isMailed(SignedIn person) {
        return Http.get("/api/staff/stores/" + store.id().value() + "/notification-settings")
                .as(person)
                .send()
                .json()
                .get("email")
                .asBoolean();
    }
}
