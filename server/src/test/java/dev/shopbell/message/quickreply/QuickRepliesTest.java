package dev.shopbell.message.quickreply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Making, changing, ordering, counting, importing and exporting quick replies.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class QuickRepliesTest {

    @Inject Given given;

    private Store store;
    private SignedIn lena;
    private SignedIn priya;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        priya = given.agent(store);
    }

    @Test
    void anAdministratorMakesOneAndEverybodyWhoAnswersHasIt() {
        UUID id = UUID.randomUUID();

        Answer made =
                save(id, "  Damaged on\narrival ", "/Replace", "Sorry, {customer.first_name}.");

        assertThat(made.outcome()).isEqualTo("200");
        JsonNode seen = all(priya).getFirst();
        assertThat(seen.get("title").asText()).isEqualTo("Damaged on arrival");
        assertThat(seen.get("shortcut").asText()).isEqualTo("replace");
        assertThat(seen.get("text").asText()).isEqualTo("Sorry, {customer.first_name}.");
        assertThat(seen.get("uses").asInt()).isZero();
    }

    @Test
    void theSameAgainChangesNothingAndAnotherTextIsAChange() {
        UUID id = UUID.randomUUID();
        save(id, "Returns", "return", "30 days");
        save(id, "Returns", "return", "30 days");
        save(id, "Returns", "return", "60 days");

        assertThat(all(priya)).hasSize(1);
        assertThat(all(priya).getFirst().get("text").asText()).isEqualTo("60 days");
        assertThat(audited())
                .containsExactly(
                        "quick_reply_made Lena Berg Returns",
                        "quick_reply_changed Lena Berg Returns");
    }

    @Test
    void aShortcutNamesOneHoweverItIsSpelt() {
        UUID first = UUID.randomUUID();
        save(first, "Size", "größe", "Medium");

        Answer taken = save(UUID.randomUUID(), "Other", "GRÖSSE".replace("SS", "ß"), "Large");
        assertThat(taken.outcome()).isEqualTo("409 shortcut_taken");
        assertThat(taken.field()).isEqualTo("shortcut");
        assertThat(save(UUID.randomUUID(), "Other", "gro\u0308ße", "Large").outcome())
                .isEqualTo("409 shortcut_taken");
        assertThat(save(first, "Size", "GrÖße", "Small").outcome()).isEqualTo("200");
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        assertThat(refused(" ", "a", "x")).isEqualTo("422 title_empty title");
        for (String turning : List.of("t\u202egnp", "\u2067t", "t\u2069")) {
            assertThat(refused(turning, "a", "x")).isEqualTo("422 title_invalid title");
        }
        assertThat(refused("a".repeat(81), "a", "x")).isEqualTo("422 title_too_long title");
        assertThat(refused("A", "two words", "x")).isEqualTo("422 shortcut_invalid shortcut");
        assertThat(refused("A", "", "x")).isEqualTo("422 shortcut_invalid shortcut");
        assertThat(refused("A", "a".repeat(33), "x")).isEqualTo("422 shortcut_invalid shortcut");
        assertThat(refused("A", "a", " \n")).isEqualTo("422 text_empty text");
        assertThat(refused("A", "a", "x".repeat(10_001))).isEqualTo("422 text_too_long text");
        assertThat(refused("A", "a", "{customer.fist_name}"))
                .isEqualTo("422 variable_unknown text");
        assertThat(refused("A", "a", "{customer.}")).isEqualTo("422 variable_unknown text");
        assertThat(save(UUID.randomUUID(), "A", "a", "{anything} {else}").outcome())
                .isEqualTo("200");
    }

    @Test
    void aStoreHasFiveHundredAndNoMore() {
        DatabaseOwner.execute(
                """
                INSERT INTO quick_reply
                       (store_id, quick_reply_id, title, shortcut, body, position, created_by, changed_at)
                SELECT ?, gen_random_uuid(), 'A', 'a' || n, 'x', n, ?, now() FROM generate_series(1, 499) n
                """,
                store.id().value(),
                lena.staff().id().value());

        UUID last = UUID.randomUUID();
        assertThat(save(last, "A", "last", "x").outcome()).isEqualTo("200");
        assertThat(save(UUID.randomUUID(), "A", "more", "x").outcome())
                .isEqualTo("409 quick_replies_too_many");
        assertThat(save(last, "A", "last", "still mine").outcome()).isEqualTo("200");
        JsonNode imported = read("title,shortcut,text\nA,last,y\nB,b,y\nC,c,y\n", false).json();
        assertThat(imported.at("/mistakes").toString())
                .isEqualTo("[{\"line\":3,\"code\":\"quick_replies_too_many\",\"field\":null}]");
    }

    @Test
    void deletingIsSafeToRepeat() {
        UUID id = UUID.randomUUID();
        save(id, "Returns", "return", "30 days");
        use(priya, id, UUID.randomUUID());

        assertThat(delete(id).body()).isEqualTo("{\"quickReply\":null}");
        assertThat(delete(id).status()).isEqualTo(200);
        assertThat(all(priya)).isEmpty();
        assertThat(use(priya, id, UUID.randomUUID()).outcome()).isEqualTo("404 not_found");
    }

    @Test
    void aMessageCountsOnceForItsWriterAndForTheStore() {
        UUID id = UUID.randomUUID();
        save(id, "Returns", "return", "30 days");
        UUID message = UUID.randomUUID();

        use(priya, id, message);
        use(priya, id, message);
        use(priya, id, UUID.randomUUID());
        Answer byLena = use(lena, id, UUID.randomUUID());

        assertThat(byLena.json().at("/quickReply/uses").asInt()).isEqualTo(3);
        assertThat(byLena.json().at("/quickReply/ownUses").asInt()).isEqualTo(1);
        assertThat(all(priya).getFirst().get("ownUses").asInt()).isEqualTo(2);
    }

    @Test
    void theOrderIsTheStoresAndWhatIsNotNamedFollows() {
        List<UUID> ids =
                IntStream.range(0, 4)
                        .mapToObj(n -> {
                            UUID id = UUID.randomUUID();
                            save(id, "No " + n, "no-" + n, "x");
                            return id;
                        })
                        .toList();

        Answer answer = arrange(List.of(ids.get(2), UUID.randomUUID(), ids.get(0)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(all(priya))
                .extracting(each -> each.get("title").asText())
                .containsExactly("No 2", "No 0", "No 1", "No 3");
    }

    @Test
    void agentsChangeNothing() {
        assertThat(
                        Http.put(path("/" + UUID.randomUUID()), body("A", "a", "x"))
                                .as(priya)
                                .send()
                                .outcome())
                .isEqualTo("403 not_permitted");
        assertThat(all(priya)).isEmpty();
    }

    @Test
    void oneMistakeInAFileKeepsAllOfItOut() {
        save(UUID.randomUUID(), "Returns", "return", "30 days");
        String csv = "title,shortcut,text\nReturns,return,60 days\nGift,gift,We wrap\n";

        JsonNode wrong = read(csv + "Bad,b b,x\n,c,x\n", false).json();
        assertThat(wrong.get("mistakes")).hasSize(2);
        assertThat(wrong.at("/mistakes/0/line").asInt()).isEqualTo(4);
        assertThat(all(priya)).hasSize(1);

        JsonNode tried = read(csv, true).json();
        assertThat(tried.get("added").asInt()).isEqualTo(1);
        assertThat(tried.get("changed").asInt()).isEqualTo(1);
        assertThat(all(priya)).hasSize(1);

        read(csv, false);
        assertThat(all(priya))
                .extracting(each -> each.get("text").asText())
                .containsExactly("60 days", "We wrap");
        assertThat(audited()).contains("quick_replies_imported Lena Berg null");
    }

    @Test
    void aFileMayBeLargerThanOtherBodies() {
        StringBuilder csv = new StringBuilder("title,shortcut,text\n");
        for (int n = 0; n < 100; n++) {
            csv.append("No ").append(n).append(",no-").append(n).append(',');
            csv.append("word ".repeat(1_990)).append('\n');
        }

        JsonNode done = read(csv.toString(), false).json();

        assertThat(done.toString()).isEqualTo("{\"added\":100,\"changed\":0,\"mistakes\":[]}");
        assertThat(read(csv.append("x".repeat(100_000)).toString(), true).outcome())
                .isEqualTo("413 body_too_large");
    }

    @Test
    void whatIsExportedIsImportedAgainWithoutAChange() {
        save(UUID.randomUUID(), "=cmd", "formula", "-1\n\"quoted\", or not; 'so'");
        save(UUID.randomUUID(), "مرحبا", "ahlan", "@first {customer.name}");

        Answer file = Http.get(of("/quick-reply-export")).as(lena).send();

        assertThat(file.header("Content-Type").orElseThrow())
                .matches("text/csv; ?charset=(?i)utf-8");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        JsonNode again = read(file.body(), false).json();
        assertThat(again.toString()).isEqualTo("{\"added\":0,\"changed\":0,\"mistakes\":[]}");
    }

    private String refused(String title, String shortcut, String text) {
        Answer answer = save(UUID.randomUUID(), title, shortcut, text);
        return answer.outcome() + " " + answer.field();
    }

    private List<JsonNode> all(SignedIn person) {
        return Http.get(path(""))
                .as(person)
                .send()
                .json()
                .get("quickReplies")
                .valueStream()
                .toList();
    }

    private Answer save(UUID id, String title, String shortcut, String text) {
        return Http.put(path("/" + id), body(title, shortcut, text)).as(lena).send();
    }

    private Answer delete(UUID id) {
        return Http.of("DELETE", path("/" + id)).as(lena).send();
    }

    private Answer use(SignedIn person, UUID id, UUID message) {
        return Http.post(path("/" + id + "/used"), "{\"message\": \"%s\"}".formatted(message))
                .as(person)
                .send();
    }

    private Answer arrange(List<UUID> order) {
        String ids = order.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        return Http.put(of("/quick-reply-order"), "{\"order\": [%s]}".formatted(ids))
                .as(lena)
                .send();
    }

    private Answer read(String csv, boolean dryRun) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("csv", csv)
                        .put("dryRun", dryRun)
                        .toString();
        return Http.post(of("/quick-reply-import"), body).as(lena).send();
    }

    private static String body(String title, String shortcut, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("shortcut", shortcut)
                .put("text", text)
                .toString();
    }

    private String path(String below) {
        return of("/quick-replies" + below);
    }

    private String of(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }

    private List<String> audited() {
        return DatabaseOwner.ask(
                """
                SELECT action || ' ' || actor_name || ' ' || COALESCE(subject ->> 'quickReply', 'null')
                  FROM audit_entry WHERE store_id = ? ORDER BY audit_id
                """,
                store.id().value());
    }
}
