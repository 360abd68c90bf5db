package dev.shopbell.integration.identity;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Making keys by which a store vouches for its customers, and taking them away.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IdentityKeysTest {

    private static final String DRAWN = "{\"name\": \"%s\", \"algorithm\": \"hs256\"}";

    @Inject Given given;

    private Store store;
    private SignedIn lena;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
    }

    @Test
    void aSecretIsShownOnceAndWhatItSignsIsBelieved() {
        Answer made = make(UUID.randomUUID(), DRAWN.formatted("Webshop"));

        String secret = made.json().get("secret").asText();
        assertThat(secret).matches("sbi_[A-Za-z0-9_-]{43}");
        JsonNode key = all().getFirst();
        assertThat(key.get("name").asText()).isEqualTo("Webshop");
        assertThat(key.get("algorithm").asText()).isEqualTo("hs256");
        assertThat(key.get("createdBy").asText()).isEqualTo("Lena Berg");
        assertThat(key.get("lastUsedAt").isNull()).isTrue();
        assertThat(ask("GET", "").body()).doesNotContain(secret);
        assertThat(outcome(secret)).isEqualTo("204");
        assertThat(all().getFirst().get("lastUsedAt").isNull()).isFalse();
    }

    @Test
    void aPublicKeyMayBePastedAsPemOrJwk() {
        KeyPair keys = Tokens.keys();
        byte[] encoded = keys.getPublic().getEncoded();
        String x = Tokens.part(Arrays.copyOfRange(encoded, 12, 44));
        String jwk = "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"%s\"}".formatted(x);

        for (String pasted : List.of(Tokens.pem(keys), jwk)) {
            UUID id = UUID.randomUUID();
            Answer made = make(id, pasted("Own " + id, pasted));

            assertThat(made.outcome()).isEqualTo("200");
            assertThat(made.json().get("secret").isNull()).isTrue();
            String token =
                    Tokens.ed25519(
                            keys, "{\"alg\": \"EdDSA\", \"kid\": \"%s\"}".formatted(id), claims());
            assertThat(identify(store, given.secret(), token).outcome()).isEqualTo("204");
            ask("DELETE", "/" + id);
            assertThat(identify(store, given.secret(), token).outcome())
                    .isEqualTo("403 identity_refused");
        }
    }

    @Test
    void theDatabaseKnowsTheSecretSealedAlone() {
        String secret =
                make(UUID.randomUUID(), DRAWN.formatted("Webshop")).json().get("secret").asText();

        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
        for (String table : DatabaseOwner.tenantTables()) {
            assertThat(
                            DatabaseOwner.ask(
                                    "SELECT t::text FROM %s t WHERE store_id = ?".formatted(table),
                                    store.id().value()))
                    .as(table)
                    .noneMatch(row -> row.contains(secret.substring(4)) || row.contains(hex));
        }
    }

    @Test
    void aSecretThatIsMovedToAnotherStoreDoesNotOpen() {
        String secret =
                make(UUID.randomUUID(), DRAWN.formatted("Webshop")).json().get("secret").asText();
        Store next = given.store();
        SignedIn olga = given.owner(next);
        DatabaseOwner.execute(
                """
                INSERT INTO identity_key (store_id, identity_key_id, name, algorithm, sealed, created_by, created_at)
                SELECT ?, identity_key_id, name, algorithm, sealed, ?, created_at FROM identity_key WHERE store_id = ?
                """,
                next.id().value(),
                olga.staff().id().value(),
                store.id().value());

        String token = Tokens.hs256(secret, Tokens.claims(next.key(), "c-1", "a@example.com", "A"));

        Answer refused = identify(next, given.secret(), token);
        assertThat(refused.outcome()).isEqualTo("403 identity_refused");
        assertThat(refused.json().get("detail").asText()).contains("no key");
    }

    @Test
    void aStoreHasTwoOfWhichEachCanGo() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        String old = make(first, DRAWN.formatted("Old")).json().get("secret").asText();
        String next = make(second, DRAWN.formatted("New")).json().get("secret").asText();

        assertThat(make(UUID.randomUUID(), DRAWN.formatted("Third")).outcome())
                .isEqualTo("409 identity_keys_too_many");
        assertThat(List.of(outcome(old), outcome(next))).containsExactly("204", "204");
        assertThat(ask("DELETE", "/" + first).json().get("identityKeys")).hasSize(1);
        assertThat(outcome(old)).isEqualTo("403 identity_refused");
        assertThat(outcome(next)).isEqualTo("204");
        assertThat(ask("DELETE", "/" + first).status()).isEqualTo(200);
    }

    @Test
    void aLostAnswerIsAskedForAgainUntilTheKeyIsUsed() {
        UUID id = UUID.randomUUID();
        String lost = make(id, DRAWN.formatted("Webshop")).json().get("secret").asText();
        String got = make(id, DRAWN.formatted("Webshop")).json().get("secret").asText();

        assertThat(all()).hasSize(1);
        assertThat(outcome(lost)).isEqualTo("403 identity_refused");
        assertThat(outcome(got)).isEqualTo("204");
        assertThat(make(id, DRAWN.formatted("Webshop")).outcome())
                .isEqualTo("409 identity_key_in_use");
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        make(UUID.randomUUID(), DRAWN.formatted("Webshop"));
        String pem = Tokens.pem(Tokens.keys()).replace("\n", "\\n");

        assertThat(refused(DRAWN.formatted(" "))).isEqualTo("422 identity_key_name_empty name");
        assertThat(refused(DRAWN.formatted("a".repeat(61))))
                .isEqualTo("422 identity_key_name_too_long name");
        assertThat(refused(DRAWN.formatted(" WEBSHOP ")))
                .isEqualTo("409 identity_key_name_taken name");
        assertThat(refused("{\"name\": \"A\", \"algorithm\": \"none\"}"))
                .isEqualTo("422 identity_algorithm_unknown algorithm");
        assertThat(refused("{\"name\": \"A\", \"algorithm\": \"ed25519\"}"))
                .isEqualTo("422 public_key_invalid publicKey");
        assertThat(
                        refused(
                                "{\"name\": \"A\", \"algorithm\": \"hs256\", \"publicKey\": \"%s\"}"
                                        .formatted(pem)))
                .isEqualTo("422 public_key_invalid publicKey");
        for (String pasted :
                List.of(
                        "",
                        "none",
                        "{}",
                        "[",
                        pem.substring(0, 40),
                        pem.replace("MCow", "MCox"),
                        pem + pem,
                        "{\\\"kty\\\": \\\"OKP\\\", \\\"crv\\\": \\\"Ed25519\\\", \\\"x\\\": \\\"AAAA\\\"}",
                        "{\\\"kty\\\": \\\"oct\\\", \\\"k\\\": \\\"AAAA\\\"}",
                        "a".repeat(3000))) {
            assertThat(
                            refused(
                                    "{\"name\": \"A\", \"algorithm\": \"ed25519\", \"publicKey\": \"%s\"}"
                                            .formatted(pasted)))
                    .as(pasted)
                    .isEqualTo("422 public_key_invalid publicKey");
        }
    }

    @Test
    void theAuditTrailSaysWhoMadeAndRevokedIt() {
        UUID id = UUID.randomUUID();
        make(id, DRAWN.formatted("Webshop"));
        ask("DELETE", "/" + id);
        ask("DELETE", "/" + id);

        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT action || ' ' || (subject ->> 'identityKey') || ' ' || actor_name
                                  FROM audit_entry
                                 WHERE store_id = ?
                                 ORDER BY audit_id
                                """,
                                store.id().value()))
                .containsExactly(
                        "identity_key_made Webshop Lena Berg",
                        "identity_key_revoked Webshop Lena Berg");
    }

    private String outcome(String secret) {
        return identify(store, given.secret(), Tokens.hs256(secret, claims())).outcome();
    }

    private String claims() {
        return Tokens.claims(store.key(), "c-1", "anna@example.com", "Anna Kowalska");
    }

    private String refused(String body) {
        Answer answer = make(UUID.randomUUID(), body);
        return answer.outcome() + " " + answer.field();
    }

    private static String pasted(String name, String key) {
        return "{\"name\": \"%s\", \"algorithm\": \"ed25519\", \"publicKey\": \"%s\"}"
                .formatted(name, key.replace("\"", "\\\"").replace("\n", "\\n"));
    }

    private List<JsonNode> all() {
        return ask("GET", "").json().get("identityKeys").valueStream().toList();
    }

    private Answer make(UUID id, String body) {
        return Http.put(path("/" + id), body).as(lena).send();
    }

    private Answer ask(String method, String below) {
        return Http.of(method, path(below)).as(lena).send();
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + "/identity-keys" + below;
    }
}
