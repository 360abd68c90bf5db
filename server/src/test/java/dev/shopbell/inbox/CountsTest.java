package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the inbox says of how many conversations there are, whatever of them a page has loaded.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CountsTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private StaffBrowser tom;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom = new StaffBrowser(server, given.member(store, "Tom Baker", "Inbox administrator"));
    }

    @Test
    void theInboxNamesWhatIsUnresolvedAndWhatIsResolved() {
        UUID open = written("Hello?");
        UUID done = written("Thank you");
        deeds.resolve(store, done, priya.member().staff());

        JsonNode inbox = priya.inbox();

        assertThat(ids(inbox.at("/views/unresolved"))).containsExactly(open.toString());
        assertThat(ids(inbox.at("/views/resolved"))).containsExactly(done.toString());
    }

    @Test
    void eachViewNamesWhatItsListShows() {
        UUID open = written("Hello?");
        UUID done = written("Thank you");
        UUID spam = written("Buy this");
        UUID mine = written("Are you there?");
        deeds.resolve(store, done, priya.member().staff());
        deeds.assign(store, mine, priya.member().staff(), priya.member().staff());
        priya.block(spam);

        JsonNode views = priya.inbox().get("views");

        assertThat(ids(views.get("unassigned"))).containsExactly(open.toString());
        assertThat(ids(views.get("mine"))).containsExactly(mine.toString());
        assertThat(ids(views.get("blocked"))).containsExactly(spam.toString());
        for (String view : List.of("unresolved", "resolved", "mine", "unassigned", "blocked")) {
            assertThat(ids(priya.list(view).get("conversations"), "id"))
                    .as(view)
                    .isEqualTo(ids(views.get(view)));
        }
        assertThat(ids(priya.list("all").get("conversations"), "id"))
                .containsExactly(
                        mine.toString(), spam.toString(), done.toString(), open.toString());
    }

    @Test
    void whatIsAssignedToAnotherOrIsAnotherStoresCountsForNobodyElse() {
        UUID mine = written("Hello?");
        UUID theirs = written("Hello, Tom?");
        deeds.assign(store, theirs, tom.member().staff(), tom.member().staff());
        Store another = given.store();
        given.firstMessage(another, given.secret(), "Elsewhere");

        assertThat(ids(priya.inbox().at("/views/unresolved"))).containsExactly(mine.toString());
        assertThat(ids(tom.inbox().at("/views/unresolved")))
                .containsExactlyInAnyOrder(mine.toString(), theirs.toString());
    }

    @Test
    void countingStopsAtAThousand() {
        UUID example = written("Hello?");
        manyLike(example, 1_000, "resolved");

        JsonNode manyResolved = priya.inbox();
        assertThat(manyResolved.at("/views/resolved").isNull()).isTrue();
        assertThat(ids(manyResolved.at("/views/unresolved"))).containsExactly(example.toString());

        manyLike(example, 1_000, "unresolved");

        JsonNode manyOfBoth = priya.inbox();
        assertThat(manyOfBoth.at("/views/unresolved").isNull()).isTrue();
        assertThat(manyOfBoth.at("/views/unassigned").isNull()).isTrue();
        assertThat(manyOfBoth.at("/views/mine")).isEmpty();
        assertThat(manyOfBoth.at("/views/blocked")).isEmpty();
    }

    @Test
    void thePreviewSaysWhichOfTheStaffSpokeLast() {
        UUID conversation = written("Hello?");

        JsonNode preview = priya.answer(conversation, "Hello!").at("/conversation/preview");

        assertThat(preview.at("/author/id").asText())
                .isEqualTo(priya.member().staff().value().toString());
        assertThat(preview.at("/author/name").asText()).isEqualTo("Priya Nair");
    }

    private UUID written(String text) {
        ShopperBrowser shopper = new ShopperBrowser(server, store, given.secret());
        shopper.write(text);
        return shopper.conversation();
    }

    private void manyLike(UUID example, int count, String status) {
        DatabaseOwner.execute(
                """
                WITH example AS (
                    SELECT store_id, last_activity_at FROM conversation WHERE conversation_id = ?
                ), writer AS (
                    INSERT INTO customer (store_id, customer_id, created_at)
                    SELECT store_id, gen_random_uuid(), last_activity_at
                      FROM example, generate_series(1, ?)
                 RETURNING store_id, customer_id, created_at
                )
                INSERT INTO conversation
                       (store_id, conversation_id, customer_id, status, last_activity_at, created_at)
                SELECT store_id, gen_random_uuid(), customer_id, ?, created_at, created_at
                  FROM writer
                """,
                example,
                count,
                status);
    }

    private static List<String> ids(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.get(member).asText())
                .toList();
    }

    private static List<String> ids(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
