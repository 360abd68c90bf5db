package dev.shopbell.access;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.conversation.Assignments;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.integration.ApiKeys;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.StaffDraft;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route for stores' own systems × everybody who is to be kept out of it. Each attempt is
/// first made with a key that may, on the same ids.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ApiAccessTest {

    private static final String ID = "x-1";
    private static final UUID IMPORT = UUID.randomUUID();
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID NOTE = UUID.randomUUID();
    private static final Set<ApiScope> NONE = Set.of();

    @Inject Given given;
    @Inject GivenIntegration integrations;
    @Inject ApiKeys keys;
    @Inject Messages messages;
    @Inject Assignments assignments;

    private Store store;
    private Store nextDoor;
    private SignedIn owner;
    private SignedIn neighbour;

    @BeforeEach
    void bothStoresKnowTheSameIds() {
        store = given.store();
        nextDoor = given.store();
        owner = given.owner(store);
        neighbour = given.owner(nextDoor);
        for (Store each : List.of(store, nextDoor)) {
            String word = each.equals(store) ? "bluethroat" : "quetzal";
            tell(each, word);
            write(each, word);
        }
    }

    /// Assigned, and with a note: a key reads all of it.
    private void write(Store in, String word) {
        SignedIn agent = given.agent(in);
        ConversationId id = new ConversationId(CONVERSATION);
        CustomerDraft draft = given.draft(given.secret(), word);
        messages.post(
                in,
                new CustomerDraft(
                        draft.secret(),
                        id,
                        draft.id(),
                        draft.text(),
                        List.of(),
                        new Contact(word + "@example.com", word),
                        draft.surroundings(),
                        draft.from()),
                Given.EVERYBODY);
        messages.post(
                agent.member(),
                new StaffDraft(id, new MessageId(NOTE), new MessageText(word), true));
        assignments.assign(agent.member(), id, null, agent.member().staff());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoShowsNoKeyIsRefused(Row row) {
        assertAllowed(row, integrations.key(owner.member()));
        String good = integrations.key(owner.member());

        assertKeptOut("401 api_key_unknown", request(row));
        assertKeptOut("401 api_key_unknown", request(row).as(owner));
        assertKeptOut("401 api_key_unknown", request(row).as(given.secret()));
        for (String shown :
                List.of(
                        "Bearer",
                        "Bearer ",
                        "Bearer sbk_",
                        "Bearer sbk_" + "A".repeat(43),
                        "Bearer " + good + "A",
                        "Bearer " + good.substring(4),
                        "Basic " + good,
                        good)) {
            assertKeptOut("401 api_key_unknown", request(row).with("Authorization", shown));
        }
        Http plain = request(row);
        assertKeptOut(
                "401 api_key_unknown",
                new Http(
                        plain.method(),
                        plain.path() + "?access_token=" + good,
                        plain.headers(),
                        plain.body()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRevokedKeyIsRefused(Row row) {
        String key = integrations.key(owner.member());
        assertAllowed(row, key);

        keys.all(store.id()).forEach(each -> keys.revoke(owner.member(), each.id()));

        assertKeptOut("401 api_key_unknown", request(row, key));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aKeyWithoutTheScopeIsRefused(Row row) {
        Set<ApiScope> needed = needed(row);
        if (needed.equals(NONE)) {
            return;
        }
        assertAllowed(row, integrations.key(owner.member(), needed));

        for (ApiScope missing : needed) {
            Set<ApiScope> others = EnumSet.allOf(ApiScope.class);
            others.remove(missing);
            String key = integrations.key(owner.member(), others);
            Answer answer = assertKeptOut("403 scope_missing", request(row, key));
            assertThat(answer.json().path("scope").asText()).isEqualTo(missing.word());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anotherStoresKeyOpensItsOwnStoreOnly(Row row) {
        List<String> ours = rows(store);

        Answer answer = request(row, integrations.key(neighbour.member())).send();

        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.everything()).doesNotContain("bluethroat", store.id().value().toString());
        assertThat(rows(store)).isEqualTo(ours);
    }

    private static Set<ApiScope> needed(Row row) {
        String path = row.route().path();
        if (path.endsWith("/store") || path.contains("/imports/")) {
            return NONE;
        }
        String kind = path.endsWith("/cart") ? "carts" : path.split("/")[3];
        if (row.isWrite() && path.contains("/messages/")) {
            return Set.of(ApiScope.WRITE_MESSAGES);
        }
        return Set.of(ApiScope.read((row.isWrite() ? "write_" : "read_") + kind));
    }

    private static List<String> rows(Store store) {
        return DatabaseOwner.tenantTables().stream()
                .filter(table -> table.matches("shop_.*|product|conversation|message"))
                .flatMap(table ->
                        DatabaseOwner.ask(
                                "SELECT t::text FROM %s t WHERE store_id = ? ORDER BY 1"
                                        .formatted(table),
                                store.id().value())
                                .stream())
                .toList();
    }

    private void assertAllowed(Row row, String key) {
        Answer answer = request(row, key).send();

        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        assertThat(answer.everything()).doesNotContain("quetzal");
        bothStoresKnowTheSameIdsAgain();
    }

    /// What a row deleted is there again, though it was erased.
    private void bothStoresKnowTheSameIdsAgain() {
        DatabaseOwner.execute("DELETE FROM erased_subject WHERE store_id = ?", store.id().value());
        tell(store, "bluethroat");
    }

    private void tell(Store of, String word) {
        integrations.customer(of, ID, word, word + "@example.com");
        integrations.product(of, ID, word);
        integrations.order(of, ID, "#1002", ID, word);
        integrations.cart(of, ID, word);
        integrations.mistake(of, IMPORT, word);
    }

    private static Answer assertKeptOut(String outcome, Http request) {
        Map<String, Long> before = DatabaseOwner.rowCounts();

        Answer answer = request.send();

        assertRefused(answer, outcome);
        assertThat(answer.everything()).doesNotContain("bluethroat", "quetzal");
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
        return answer;
    }

    private static Http request(Row row) {
        String path =
                row.route()
                        .path()
                        .replace("{from}", "1")
                        .replace("{import}", IMPORT.toString())
                        .replace("{conversation}", CONVERSATION.toString())
                        .replace("{message}", message(row).toString())
                        .replaceAll("\\{\\w+}", ID);
        Http request = Http.of(row.route().method(), path);
        return row.body().isEmpty() ? request : request.json(row.body());
    }

    /// One that was said is read; what is written was not said before.
    private static UUID message(Row row) {
        return row.isWrite() ? UUID.randomUUID() : NOTE;
    }

    private static Http request(Row row, String key) {
        return request(row).with("Authorization", "Bearer " + key);
    }

    static Stream<Row> rows() {
        return Matrix.rows(Door.INTEGRATION);
    }
}
