package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Plan;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What lists and counts read does not grow with the store: not with what is assigned to others,
/// nor with what was said and read in it before.
///
/// The newest 3,000 conversations are somebody else's, the next 2,500 nobody's, the oldest 500 the
/// viewer's. Every second is resolved, every fourth blocked, and of those that are not resolved the
/// viewer has read every second.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansTest {

    private static final int EACH = 3_000;
    private static final int OF_VIEWER = 500;
    private static final int PAGE = 50;
    private static final int TOO_MANY = 1_000;

    @Inject Given given;

    private Store store;
    private SignedIn agent;

    @BeforeEach
    void fillTheStore() {
        if (store != null) {
            return;
        }
        store = given.store();
        agent = given.agent(store);
        UUID id = store.id().value();
        DatabaseOwner.execute(
                """
                INSERT INTO customer (store_id, customer_id, created_at)
                SELECT ?, md5('customer ' || n || ?)::uuid, now() FROM generate_series(1, ?) n
                """,
                id,
                id.toString(),
                2 * EACH);
        DatabaseOwner.execute(
                """
                INSERT INTO conversation
                       (store_id, conversation_id, customer_id, assignee_id, status, blocked_at, blocked_by,
                        customer_messages, last_activity_at, created_at)
                SELECT ?, md5('conversation ' || n || ?)::uuid, md5('customer ' || n || ?)::uuid,
                       CASE WHEN n <= ? THEN ?::uuid WHEN n > ? THEN ?::uuid END,
                       CASE WHEN n % 2 = 0 THEN 'resolved' ELSE 'unresolved' END,
                       CASE WHEN n % 4 = 0 THEN now() END, CASE WHEN n % 4 = 0 THEN ?::uuid END,
                       1, now() - n * interval '1 second', now()
                  FROM generate_series(1, ?) n
                """,
                id,
                id.toString(),
                id.toString(),
                EACH,
                given.member(store, "Tom Baker", "Inbox administrator").staff().id().value(),
                2 * EACH - OF_VIEWER,
                agent.staff().id().value(),
                agent.staff().id().value(),
                2 * EACH);
        DatabaseOwner.execute(
                """
                INSERT INTO conversation_member (store_id, conversation_id, staff_id, read_messages)
                SELECT ?, md5('conversation ' || n || ?)::uuid, ?, 1 FROM generate_series(1, ?) n WHERE n % 4 < 2
                """,
                id, id.toString(), agent.staff().id().value(), 2 * EACH);
        DatabaseOwner.execute("VACUUM ANALYZE conversation, conversation_member");
    }

    @Test
    void aPageReadsHardlyMoreThanItShows() {
        for (ListView view : ListView.values()) {
            for (Plan.Mode mode : Plan.Mode.values()) {
                Plan plan = Plan.of(store, mode, ListSql.conversations(view, false), page());

                // A page of nobody's and a page of the viewer's, and of unread ones those between.
                int read = (view == ListView.UNREAD ? 2 : 1) * 2 * PAGE;
                assertThat(plan.rowsRead("conversation"))
                        .as("%s, %s, %s", view, mode, plan)
                        .isBetween((long) PAGE, (long) read);
                assertThat(plan.rowsSorted()).as("%s, %s", view, mode).isLessThanOrEqualTo(PAGE);
            }
        }
    }

    @Test
    void whetherSomethingIsUnreadIsAskedOfEachConversationAndNotOfAllThatWasRead() {
        for (Plan.Mode mode : Plan.Mode.values()) {
            SequencedMap<String, String> everything = page();
            everything.put("limit", "1000");

            Plan plan =
                    Plan.of(store, mode, ListSql.conversations(ListView.UNREAD, false), everything);

            assertThat(plan.rowsRead("conversation_member"))
                    .as("%s, %s", mode, plan)
                    .isLessThanOrEqualTo(EACH / 2);
        }
    }

    @Test
    void countsReadNothingButIndexesAndNoMoreOfThemThanTheyCount() {
        SequencedMap<String, String> values = viewer();
        values.put("tooMany", Integer.toString(TOO_MANY));
        for (ListView view :
                List.of(
                        ListView.UNRESOLVED,
                        ListView.RESOLVED,
                        ListView.MINE,
                        ListView.UNASSIGNED,
                        ListView.BLOCKED)) {
            for (Plan.Mode mode : Plan.Mode.values()) {
                Plan plan =
                        Plan.of(
                                store,
                                mode,
                                "SELECT " + ListSql.idsUnlessTooMany(view, false),
                                values);

                assertThat(plan.scansOf("conversation"))
                        .as("%s, %s, %s", view, mode, plan)
                        .containsExactly("Index Only Scan");
                assertThat(plan.rowsRead("conversation"))
                        .as("%s, %s", view, mode)
                        .isLessThanOrEqualTo(2 * TOO_MANY);
            }
        }
    }

    private SequencedMap<String, String> page() {
        SequencedMap<String, String> values = viewer();
        values.put("at", "'infinity'");
        values.put("id", "'" + new UUID(-1, -1) + "'");
        values.put("limit", Integer.toString(PAGE));
        return values;
    }

    private SequencedMap<String, String> viewer() {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("store", "'" + store.id().value() + "'");
        values.put("viewer", "'" + agent.staff().id().value() + "'");
        return values;
    }
}
