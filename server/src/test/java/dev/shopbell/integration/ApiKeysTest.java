package dev.shopbell.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Making keys for a store's own systems, and taking them away.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ApiKeysTest {

    @Inject Given given;

    private Store store;
    private SignedIn lena;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
    }

    @Test
    void aKeyIsShownOnceAndOpensItsStore() {
        Answer made = make(UUID.randomUUID(), "Webshop", "write_customers", "read_customers");

        String secret = made.json().get("secret").asText();
        assertThat(secret).matches("sbk_[A-Za-z0-9_-]{43}");
        JsonNode key = all().getFirst();
        assertThat(key.get("name").asText()).isEqualTo("Webshop");
        assertThat(key.get("ending").asText()).isEqualTo(secret.substring(43));
        assertThat(key.get("createdBy").asText()).isEqualTo("Lena Berg");
        assertThat(key.get("lastUsedAt").isNull()).isTrue();
        assertThat(ask("GET", "").body()).doesNotContain(secret);
        JsonNode own = new ShopSystem(secret).get("/store").json();
        assertThat(own.get("id").asText()).isEqualTo(store.id().value().toString());
        assertThat(own.at("/apiKey/name").asText()).isEqualTo("Webshop");
        assertThat(own.at("/apiKey/scopes"))
                .extracting(JsonNode::asText)
                .containsExactly("read_customers", "write_customers");
        assertThat(all().getFirst().get("lastUsedAt").isNull()).isFalse();
    }

    @Test
    void theDatabaseKnowsTheHashAlone() {
        String secret = secret(make(UUID.randomUUID(), "Webshop", "read_customers"));

        for (String table : DatabaseOwner.tenantTables()) {
            assertThat(
                            DatabaseOwner.ask(
                                    "SELECT t::text FROM %s t WHERE store_id = ?".formatted(table),
                                    store.id().value()))
                    .as(table)
                    .noneMatch(row -> row.contains(secret.substring(4)));
        }
    }

    @Test
    void aRevokedKeyOpensNothingAndIsGone() {
        UUID id = UUID.randomUUID();
        ShopSystem system = new ShopSystem(secret(make(id, "Webshop", "read_customers")));
        assertThat(system.get("/store").status()).isEqualTo(200);

        assertThat(ask("DELETE", "/" + id).json().get("apiKeys")).isEmpty();

        assertThat(system.get("/store").outcome()).isEqualTo("401 api_key_unknown");
        assertThat(system.get("/store").header("www-authenticate")).hasValue("Bearer");
        assertThat(ask("DELETE", "/" + id).status()).isEqualTo(200);
    }

    @Test
    void aKeyThatAnotherNodeRevokedIsRefusedSoonHoweverOftenItIsUsed() {
        UUID id = UUID.randomUUID();
        ShopSystem system = new ShopSystem(secret(make(id, "Webshop", "read_customers")));
        assertThat(system.get("/store").status()).isEqualTo(200);

        DatabaseOwner.execute("DELETE FROM api_key WHERE api_key_id = ?", id);

        await().atMost(Duration.ofMinutes(1))
                .until(() -> system.get("/store").outcome().equals("401 api_key_unknown"));
    }

    @Test
    void aLostAnswerIsAskedForAgainUntilTheKeyIsUsed() {
        UUID id = UUID.randomUUID();
        String lost = secret(make(id, "Webshop", "read_customers"));
        String got = secret(make(id, "Webshop", "read_customers"));

        assertThat(all()).hasSize(1);
        assertThat(new ShopSystem(lost).get("/store").outcome()).isEqualTo("401 api_key_unknown");
        assertThat(new ShopSystem(got).get("/store").status()).isEqualTo(200);
        assertThat(make(id, "Webshop", "read_customers").outcome()).isEqualTo("409 api_key_in_use");
        assertThat(new ShopSystem(got).get("/store").status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        make(UUID.randomUUID(), "Webshop", "read_customers");

        assertThat(refused(" ", "read_customers")).isEqualTo("422 api_key_name_empty name");
        assertThat(refused("a".repeat(61), "read_customers"))
                .isEqualTo("422 api_key_name_too_long name");
        assertThat(refused(" WEBSHOP ", "read_customers")).isEqualTo("409 api_key_name_taken name");
        assertThat(refused("Other")).isEqualTo("422 scopes_empty scopes");
        assertThat(refused("Other", "read_customers", "everything"))
                .isEqualTo("422 scope_unknown scopes");
    }

    @Test
    void aStoreHasFiftyAndNoMore() {
        DatabaseOwner.execute(
                """
                INSERT INTO api_key
                       (store_id, api_key_id, name, secret_hash, ending, scopes, created_by, created_at)
                SELECT ?, gen_random_uuid(), 'Shop ' || n, uuid_send(gen_random_uuid()), 'abcd', '{read_customers}', ?, now()
                  FROM generate_series(1, 49) n
                """,
                store.id().value(),
                lena.staff().id().value());

        UUID last = UUID.randomUUID();
        assertThat(make(last, "Last", "read_customers").outcome()).isEqualTo("200");
        assertThat(refused("One more", "read_customers")).isEqualTo("409 api_keys_too_many ");
        assertThat(make(last, "Last", "read_customers").outcome()).isEqualTo("200");
    }

    @Test
    void theAuditTrailSaysWhoMadeAndRevokedIt() {
        UUID id = UUID.randomUUID();
        String secret = secret(make(id, "Webshop", "read_customers"));
        ask("DELETE", "/" + id);
        ask("DELETE", "/" + id);

        List<String> trail =
                DatabaseOwner.ask(
                        """
                        SELECT action || ' ' || (subject ->> 'apiKey') || ' ' || actor_name
                          FROM audit_entry
                         WHERE store_id = ?
                         ORDER BY audit_id
                        """,
                        store.id().value());

        assertThat(trail)
                .containsExactly(
                        "api_key_made Webshop Lena Berg", "api_key_revoked Webshop Lena Berg");
        assertThat(trail).noneMatch(line -> line.contains(secret));
    }

    @Test
    void everyAnswerTellsWhatIsLeftOfTheShare() {
        ShopSystem system =
                new ShopSystem(secret(make(UUID.randomUUID(), "Webshop", "read_customers")));

        Answer done = system.get("/store");
        Answer refused = system.put("/customers/1", "{}");

        for (Answer answer : List.of(done, refused)) {
            assertThat(answer.header("ratelimit-limit")).hasValue("1000000");
            assertThat(answer.header("ratelimit-reset").orElseThrow()).matches("\\d+");
        }
        assertThat(left(refused)).isLessThanOrEqualTo(1_000_000).isPositive();
        assertThat(refused.outcome()).isEqualTo("403 scope_missing");
        assertThat(Http.get("/api/v1/store").send().header("ratelimit-limit")).isEmpty();
    }

    private static long left(Answer answer) {
        return Long.parseLong(answer.header("ratelimit-remaining").orElseThrow());
    }

    private String refused(String name, String... scopes) {
        Answer answer = make(UUID.randomUUID(), name, scopes);
        return answer.outcome() + " " + answer.field();
    }

    private static String secret(Answer made) {
        return made.json().get("secret").asText();
    }

    private List<JsonNode> all() {
        return ask("GET", "").json().get("apiKeys").valueStream().toList();
    }

    private Answer make(UUID id, String name, String... scopes) {
        String wanted = scopes.length == 0 ? "" : "\"" + String.join("\", \"", scopes) + "\"";
        return Http.put(
                        path("/" + id),
                        "{\"name\": \"%s\", \"scopes\": [%s]}".formatted(name, wanted))
                .as(lena)
                .send();
    }

    private Answer ask(String method, String below) {
        return Http.of(method, path(below)).as(lena).send();
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + "/api-keys" + below;
    }
}
