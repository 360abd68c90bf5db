package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What staff keep about a customer.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StaffNotesTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private final UUID note = UUID.randomUUID();
    private StaffedStore shop;

    @BeforeEach
    void aCustomerHasWritten() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void aNoteSaysWhoWroteItAndWhoChangedItLast() {
        written(save(shop.priya(), "Gift buyer.", 0));
        JsonNode changed = written(save(shop.tom(), "  Gift buyer. Plain paper.\n", 1));

        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(changed.get("text").asText()).isEqualTo("Gift buyer. Plain paper.");
        assertThat(changed.at("/author/name").asText()).isEqualTo("Priya Nair");
        assertThat(changed.at("/editedBy/name").asText()).isEqualTo("Tom Okafor");
        assertThat(notes(shop.priya())).hasSize(1);
        assertThat(notes(shop.priya()).get(0)).isEqualTo(changed);
        assertThat(shop.anna().thread().toString()).doesNotContain("Gift");
    }

    @Test
    void whoHasNotReadTheLastVersionOverwritesNothing() {
        written(save(shop.priya(), "Gift buyer.", 0));
        written(save(shop.tom(), "Gift buyer, twice a year.", 1));

        assertRefused(
                save(shop.priya(), "Gift buyer. No logo.", 1), "409 staff_note_changed_meanwhile");
        assertRefused(remove(shop.priya(), 1), "409 staff_note_changed_meanwhile");
        assertRefused(save(shop.priya(), "Another", 0), "409 staff_note_changed_meanwhile");

        assertThat(notes(shop.priya()).at("/0/text").asText())
                .isEqualTo("Gift buyer, twice a year.");
    }

    @Test
    void ofTwoWhoSaveTheSameVersionAtOnceOneIsTold() throws Exception {
        written(save(shop.priya(), "Gift buyer.", 0));
        List<Callable<Answer>> saves =
                List.of(
                        () -> save(shop.priya(), "Gift buyer. No logo.", 1),
                        () -> save(shop.tom(), "Gift buyer. Plain paper.", 1));

        List<Integer> outcomes = new ArrayList<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> save : both.invokeAll(saves)) {
                outcomes.add(save.get().status());
            }
        }

        assertThat(outcomes).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void savingAgainIsHarmless() {
        JsonNode first = written(save(shop.priya(), "Gift buyer.", 0));
        assertThat(written(save(shop.priya(), "Gift buyer.", 0))).isEqualTo(first);

        JsonNode second = written(save(shop.priya(), "Gift buyer!", 1));
        assertThat(written(save(shop.priya(), "Gift buyer!", 1))).isEqualTo(second);
    }

    @Test
    void aNoteIsRemovedAndStaysSo() {
        written(save(shop.priya(), "Gift buyer.", 0));

        assertThat(remove(shop.tom(), 1).body().get("notes")).isEmpty();
        assertThat(remove(shop.tom(), 1).status()).isEqualTo(200);

        assertRefused(save(shop.priya(), "Gift!", 1), "409 staff_note_changed_meanwhile");
        assertThat(notes(shop.priya())).isEmpty();
    }

    @Test
    void aNoteIsNeitherEmptyNorABook() {
        assertRefused(save(shop.priya(), " \n ", 0), "422 staff_note_empty");
        assertRefused(save(shop.priya(), "x".repeat(2001), 0), "422 staff_note_too_long");
        assertRefused(save(shop.priya(), "a\u0000b", 0), "422 staff_note_invalid");
        written(save(shop.priya(), "🙂".repeat(2000), 0));
    }

    @Test
    void aCustomerHasFiftyNotesAtMost() {
        DatabaseOwner.execute(
                """
                INSERT INTO staff_note
                       (store_id, staff_note_id, customer_id, body, author_id, created_at, edited_by, edited_at)
                SELECT c.store_id, gen_random_uuid(), c.customer_id, 'Buys bowls', ?, now(), ?, now()
                  FROM conversation c CROSS JOIN generate_series(1, 50)
                 WHERE c.store_id = ?
                """,
                shop.priya().member().staff().value(),
                shop.priya().member().staff().value(),
                shop.store().id().value());

        assertRefused(save(shop.priya(), "One more", 0), "422 staff_notes_too_many");
    }

    @Test
    void theNoteOfAnotherCustomerIsNotFoundByItsId() {
        written(save(shop.priya(), "Gift buyer.", 0));
        ShopperBrowser ben = new ShopperBrowser(server, shop.store(), given.secret());
        ben.write("Hello?");

        Answer answer =
                shop.priya()
                        .ask(
                                "PUT",
                                "/conversations/%s/profile/notes/%s"
                                        .formatted(ben.conversation(), note),
                                Map.of("text", "Gift", "version", 1));

        assertRefused(answer, "404 not_found");
        assertThat(notes(shop.priya()).at("/0/text").asText()).isEqualTo("Gift buyer.");
    }

    @Test
    void whatOnePersonTypesInOneGoIsOneChangeInTheAuditTrail() {
        written(save(shop.priya(), "G", 0));
        written(save(shop.priya(), "Gi", 1));
        written(save(shop.priya(), "Gift", 2));
        written(save(shop.tom(), "Gift buyer", 3));
        remove(shop.tom(), 4);

        JsonNode entries = shop.lena().ask("GET", "/audit", null).body().get("entries");
        assertThat(entries.findValuesAsText("action"))
                .containsExactly("staff_note_removed", "staff_note_changed", "staff_note_written");
        assertThat(entries.toString()).doesNotContain("Gift").contains(note.toString());
    }

    @Test
    void aColleagueHearsOfIt() {
        LiveClient toms = shop.tom().connect(shop.tom().inbox().get("position"));
        toms.next("changes");

        written(save(shop.priya(), "Gift buyer.", 0));

        assertThat(toms.next("profile").get("conversation").asText())
                .isEqualTo(shop.conversation().toString());
        toms.close();
    }

    private Answer save(StaffBrowser by, String text, long version) {
        return by.ask("PUT", path("/" + note), Map.of("text", text, "version", version));
    }

    private Answer remove(StaffBrowser by, long version) {
        return by.ask("DELETE", path("/%s?version=%d".formatted(note, version)), null);
    }

    private JsonNode notes(StaffBrowser browser) {
        return browser.ask("GET", path(""), null).body().get("notes");
    }

    private String path(String below) {
        return "/conversations/%s/profile/notes%s".formatted(shop.conversation(), below);
    }

    private static JsonNode written(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("note");
    }
}
