package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.StaffId;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happened in a store, each of its staff finds and counts exactly what is theirs to see.
/// What that is, is asked of the database in plain words, past every index and function.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RandomHistoriesTest {

    private static final int DEEDS = 120;
    private static final int SHOPPERS = 12;
    private static final List<String> WORDS =
            List.of("mug", "mugs", "lamp", "Żółw", "linen", "oak", "ash", "kettle");
    private static final List<String> SOUGHT =
            List.of("mug", "mugs", "lam", "zolw", "oak ash", "ket");

    /// What each view holds, of conversation `c` and what the viewer `m` has read of it.
    private static final Map<String, String> VIEWS =
            Map.of(
                    "all",
                    "true",
                    "unresolved",
                    "c.status = 'unresolved'",
                    "resolved",
                    "c.status = 'resolved' AND c.blocked_at IS NULL",
                    "mine",
                    "c.status = 'unresolved' AND c.assignee_id IS NOT NULL",
                    "unassigned",
                    "c.status = 'unresolved' AND c.assignee_id IS NULL",
                    "blocked",
                    "c.blocked_at IS NOT NULL",
                    "unread",
                    """
                    c.status = 'unresolved'
                    AND (m.marked_unread
                         OR c.customer_messages - GREATEST(c.cleared_messages, COALESCE(m.read_messages, 0)) > 0)
                    """);

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private final List<StaffBrowser> staff = new ArrayList<>();
    private final List<ShopperBrowser> shoppers = new ArrayList<>();
    private final Set<UUID> blocked = new HashSet<>();
    private Store store;
    private SplittableRandom random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void searchAndCountsAgreeWithTheDatabase(long seed) {
        random = new SplittableRandom(seed);
        store = given.store();
        staff.add(new StaffBrowser(server, given.agent(store)));
        staff.add(
                new StaffBrowser(server, given.member(store, "Tom Baker", "Inbox administrator")));
        staff.add(new StaffBrowser(server, given.owner(store)));

        for (int deed = 1; deed <= DEEDS; deed++) {
            something();
            if (deed % 60 == 0) {
                staff.forEach(this::assertFindsAndCounts);
            }
        }
    }

    private void something() {
        if (shoppers.isEmpty() || (shoppers.size() < SHOPPERS && random.nextInt(5) == 0)) {
            ShopperBrowser shopper = new ShopperBrowser(server, store, given.secret());
            shopper.write(text());
            shoppers.add(shopper);
            return;
        }
        ShopperBrowser shopper = shoppers.get(random.nextInt(shoppers.size()));
        UUID conversation = shopper.conversation();
        StaffBrowser somebody = staff.get(random.nextInt(staff.size()));
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> {
                if (!blocked.contains(conversation)) {
                    shopper.write(text());
                }
            }
            case 3 -> somebody.tryToAnswer(conversation, text());
            case 4 -> somebody.tryStatus(conversation, "resolved");
            case 5 -> somebody.tryToRead(conversation, 1 + random.nextInt(3));
            case 6 -> somebody.markUnread(conversation);
            case 7 -> {
                if (somebody.block(conversation).status() == 200) {
                    blocked.add(conversation);
                }
            }
            case 8 -> {
                if (somebody.unblock(conversation).status() == 200) {
                    blocked.remove(conversation);
                }
            }
            default -> deeds.assign(store, conversation, somebody.member().staff(), anybody());
        }
    }

    private StaffId anybody() {
        int who = random.nextInt(staff.size() + 1);
        return who == staff.size() ? null : staff.get(who).member().staff();
    }

    private String text() {
        StringBuilder text = new StringBuilder("So");
        for (int word = random.nextInt(4); word >= 0; word--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private void assertFindsAndCounts(StaffBrowser person) {
        VIEWS.forEach((view, condition) -> {
            for (String typed : SOUGHT) {
                assertThat(found(person, typed, view))
                        .as("%s in %s", typed, view)
                        .isEqualTo(told(person, typed, condition));
            }
        });
        JsonNode inbox = person.inbox();
        assertThat(inbox.get("unread").findValuesAsText("conversation"))
                .isEqualTo(conversations(person, VIEWS.get("unread")));
        inbox.get("views")
                .properties()
                .forEach(view ->
                        assertThat(texts(view.getValue()))
                                .as(view.getKey())
                                .isEqualTo(conversations(person, VIEWS.get(view.getKey()))));
        VIEWS.forEach((view, condition) ->
                assertThat(texts(person.list(view).at("/conversations").findValues("version")))
                        .as(view)
                        .hasSameSizeAs(conversations(person, condition)));
    }

    private static List<String> texts(Iterable<JsonNode> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static List<String> found(StaffBrowser person, String typed, String view) {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = person.search(typed, view, cursor, 7);
            for (JsonNode hit : page.get("hits")) {
                keys.add(
                        hit.at("/conversation/id").asText()
                                + " "
                                + hit.at("/message/seq").asText());
            }
            cursor = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!cursor.isEmpty());
        return keys;
    }

    private List<String> told(StaffBrowser person, String typed, String condition) {
        StringBuilder words = new StringBuilder();
        String[] typedWords = typed.split(" ");
        for (int n = 0; n < typedWords.length; n++) {
            String end = n == typedWords.length - 1 ? "" : "( |$)";
            words.append(
                    " AND translate(lower(t.body), 'żół', 'zol') ~ '(^| )%s%s'"
                            .formatted(typedWords[n], end));
        }
        return DatabaseOwner.ask(
                """
                SELECT t.conversation_id || ' ' || t.seq
                  FROM message t
                  JOIN conversation c USING (store_id, conversation_id)
                  LEFT JOIN conversation_member m
                    ON m.store_id = c.store_id AND m.conversation_id = c.conversation_id AND m.staff_id = ?
                 WHERE t.store_id = ? AND (c.assignee_id IS NULL OR c.assignee_id = ?) AND t.kind <> 'event'
                   AND (%s) %s
                 ORDER BY t.sent_at DESC, t.conversation_id DESC, t.seq DESC
                """
                        .formatted(condition, words),
                person.member().staff().value(),
                store.id().value(),
                person.member().staff().value());
    }

    private List<String> conversations(StaffBrowser person, String condition) {
        return DatabaseOwner.ask(
                """
                SELECT c.conversation_id
                  FROM conversation c
                  LEFT JOIN conversation_member m
                    ON m.store_id = c.store_id AND m.conversation_id = c.conversation_id AND m.staff_id = ?
                 WHERE c.store_id = ? AND (c.assignee_id IS NULL OR c.assignee_id = ?) AND (%s)
                 ORDER BY c.last_activity_at DESC, c.conversation_id DESC
                """
                        .formatted(condition),
                person.member().staff().value(),
                store.id().value(),
                person.member().staff().value());
    }
}
