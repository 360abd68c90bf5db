package dev.shopbell.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Plan;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A store that is too large to be looked through: common words are met on the way back from the
/// newest message, rare ones are looked up. Of ten conversations nine are assigned to somebody
/// else.
///
/// Message `n`, the newest first, says "common"; every 7,000th "scarce"; every 40th "seldom".
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchAtSizeTest {

    private static final int MESSAGES = 30_000;
    private static final int EACH = 4;

    @Inject Given given;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn agent;
    private SignedIn other;
    private StaffBrowser priya;
    private StaffBrowser tom;
    private List<String> conversations = List.of();

    @BeforeEach
    void fillTheStore() {
        if (store != null) {
            return;
        }
        store = given.store();
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
        other = given.member(store, "Tom Baker", "Inbox administrator");
        tom = new StaffBrowser(server, other);
        UUID id = store.id().value();
        DatabaseOwner.execute(
                """
                INSERT INTO customer (store_id, customer_id, name, email, created_at)
                SELECT ?, md5('customer ' || n || ?)::uuid, 'Anna ' || CASE WHEN n % 3000 = 10 THEN 'Zebra' ELSE 'Kowal' END,
                       'anna-' || n || '@example.com', now()
                  FROM generate_series(0, ?) n
                """,
                id, id.toString(), MESSAGES / EACH - 1);
        DatabaseOwner.execute(
                """
                INSERT INTO conversation
                       (store_id, conversation_id, customer_id, assignee_id, last_seq, last_public_seq,
                        last_activity_at, created_at)
                SELECT ?, md5('conversation ' || n || ?)::uuid, md5('customer ' || n || ?)::uuid,
                       CASE WHEN n % 10 <> 0 THEN ?::uuid END, ?, ?,
                       timestamptz '2026-10-01' - n * interval '1 second', '2026-09-01'
                  FROM generate_series(0, ?) n
                """,
                id,
                id.toString(),
                id.toString(),
                other.staff().id().value(),
                EACH,
                EACH,
                MESSAGES / EACH - 1);
        DatabaseOwner.execute(
                """
                INSERT INTO message
                       (store_id, conversation_id, seq, public_seq, client_id, kind, body, sent_at, feed_seq)
                SELECT ?, md5('conversation ' || n % ? || ?)::uuid, ? - n / ?, ? - n / ?, gen_random_uuid(), 'customer',
                       'common' || CASE WHEN n % 7000 = 0 THEN ' scarce' ELSE '' END
                                || CASE WHEN n % 40 = 0 THEN ' seldom' ELSE '' END,
                       timestamptz '2026-10-01' - n * interval '0.3 second', 1
                  FROM generate_series(0, ?) n
                """,
                id,
                MESSAGES / EACH,
                id.toString(),
                EACH,
                MESSAGES / EACH,
                EACH,
                MESSAGES / EACH,
                MESSAGES - 1);
        DatabaseOwner.execute("ANALYZE customer, conversation, message");
        conversations =
                DatabaseOwner.ask(
                        "SELECT md5('conversation ' || n || ?)::uuid FROM generate_series(0, ?) n ORDER BY n",
                        id.toString(),
                        MESSAGES / EACH - 1);
    }

    @Test
    void aCommonWordIsMetOnTheWay() {
        JsonNode page = priya.search("common", "all", "", 20);

        assertThat(keys(page)).isEqualTo(visible("common").subList(0, 20));
        assertThat(page.get("next").isTextual()).isTrue();
    }

    @Test
    void everyHitIsFoundOnceHoweverFarBackAndWhoeverHasTheRest() {
        for (String word :
                List.of("scarce", "seldom", "nowhere", "common scarce", "\"scarce seldom\"")) {
            List<String> expected =
                    visible(word.contains("scarce") ? "scarce" : word).stream()
                            .filter(_ -> !word.equals("nowhere"))
                            .toList();

            assertThat(allKeys(priya, word, "all")).as(word).isEqualTo(expected);
        }
        assertThat(allKeys(tom, "scarce", "unresolved")).hasSize(5);
    }

    @Test
    void aPlaceToGoOnFromTellsNothingOfWhatIsHidden() {
        String next = priya.search("seldom", "unresolved", "", 100).path("next").asText();
        String plain = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.US_ASCII);

        assertThat(plain).startsWith("m/");
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT conversation_id FROM conversation WHERE store_id = ? AND assignee_id IS NOT NULL",
                                store.id().value()))
                .noneMatch(plain::contains);
    }

    @Test
    void peopleAreFoundAmongMany() {
        assertThat(allKeys(priya, "zebra", "all")).hasSize(3);
        assertThat(allKeys(priya, "anna zeb", "all")).hasSize(3);
        assertThat(allKeys(priya, "kowal", "all")).hasSize(MESSAGES / EACH / 10 - 3);
        assertThat(allKeys(priya, "anna-7490@ex", "all")).hasSize(1);
        assertThat(allKeys(priya, "nobody", "all")).isEmpty();
    }

    /// As the server's own role, which is under row-level security.
    @Test
    void rareWordsAndNamesAreLookedUpInTheirIndexes() throws SQLException {
        assertThat(
                        planOf(
                                "search_messages(?, false, 'all', search_query('{scarce}', true), 'infinity', ?, 9, 21)"))
                .contains(
                        "Bitmap Index Scan on message_by_words", "Index Scan using message_by_time")
                .doesNotContain("Seq Scan on");
        assertThat(
                        planOf(
                                "search_people(?, false, 'all', search_patterns('{zebra}'), 'infinity', ?, 21)"))
                .contains("Bitmap Index Scan on customer_by_person")
                .containsPattern("Index( Only)? Scan using conversation_\\w+")
                .doesNotContain("Seq Scan on");
    }

    @Test
    void commonWordsAreNotLookedUp() throws SQLException {
        assertThat(
                        planOf(
                                "search_messages(?, false, 'all', search_query('{common}', true), 'infinity', ?, 9, 21)"))
                .contains("Index Scan using message_by_time")
                .doesNotContain("message_by_words");
    }

    @Test
    void ofWhatIsWalkedPastTheConversationIsNotLookedUp() throws SQLException {
        long read =
                rowsRead(
                        "conversation",
                        agent,
                        "search_messages(?, false, 'all', search_query('{seldom}', true), 'infinity', ?, 9, 101)");

        // 500 to see that there are many, and of 12,000 messages those that match.
        assertThat(read).isLessThan(1_000);
    }

    @Test
    void ofAWholeAddressTheIndexIsAskedForTheWordThatTells() throws SQLException {
        String search =
                "search_people(?, false, 'all', search_patterns('{anna-7491@example.com}'), 'infinity', ?, 21)";

        assertThat(planOf(search)).contains("(person ~~ '%7491%'::text)");
        assertThat(rowsRead("customer", other, search)).isLessThan(600);
        assertThat(rowsRead("conversation", other, search)).isLessThan(1_200);
        assertThat(allKeys(tom, "anna-7491@example.com", "all")).hasSize(1);
    }

    private String planOf(String search) throws SQLException {
        return String.join("\n", plansOf(agent, search, "text"));
    }

    private long rowsRead(String table, SignedIn viewer, String search) throws SQLException {
        return plansOf(viewer, search, "json").stream()
                .map(told -> Plan.logged(told.substring(told.indexOf('{'))))
                .mapToLong(plan -> plan.rowsRead(table))
                .sum();
    }

    /// Of every statement that a search carries out.
    private List<String> plansOf(SignedIn viewer, String search, String format)
            throws SQLException {
        try (Connection connection = DatabaseOwner.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    LOAD 'auto_explain';
                    SET auto_explain.log_min_duration = 0;
                    SET auto_explain.log_nested_statements = on;
                    SET auto_explain.log_analyze = on;
                    SET auto_explain.log_timing = off;
                    SET auto_explain.log_format = %s;
                    SET client_min_messages = log;
                    SET ROLE shopbell_server;
                    """
                            .formatted(format));
            statement.execute("SET shopbell.store = '" + store.id().value() + "'");
            try (PreparedStatement asked =
                    connection.prepareStatement("SELECT count(*) FROM " + search)) {
                asked.setObject(1, viewer.staff().id().value());
                asked.setObject(2, new UUID(-1, -1));
                List<String> plans = new ArrayList<>();
                try (ResultSet row = asked.executeQuery()) {
                    row.next();
                    for (SQLWarning told = asked.getWarnings();
                            told != null;
                            told = told.getNextWarning()) {
                        plans.add(String.valueOf(told.getMessage()));
                    }
                }
                return plans;
            }
        }
    }

    /// Every message with this word that Priya may see, the newest first.
    private List<String> visible(String word) {
        return IntStream.range(0, MESSAGES)
                .filter(n -> (n % (MESSAGES / EACH)) % 10 == 0)
                .filter(n ->
                        switch (word) {
                            case "scarce" -> n % 7_000 == 0;
                            case "seldom" -> n % 40 == 0;
                            default -> true;
                        })
                .mapToObj(n ->
                        conversations.get(n % (MESSAGES / EACH))
                                + " "
                                + (EACH - n / (MESSAGES / EACH)))
                .toList();
    }

    private static List<String> allKeys(StaffBrowser who, String typed, String view) {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = who.search(typed, view, cursor, 100);
            keys.addAll(keys(page));
            cursor = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!cursor.isEmpty());
        return keys;
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        for (JsonNode hit : page.get("hits")) {
            keys.add(hit.at("/conversation/id").asText() + " " + hit.at("/message/seq").asText());
        }
        return keys;
    }
}
