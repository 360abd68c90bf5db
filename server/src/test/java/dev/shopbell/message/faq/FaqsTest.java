package dev.shopbell.message.faq;

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

/// Keeping FAQs, and what shoppers get of them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FaqsTest {

    @Inject Given given;

    private Store store;
    private SignedIn lena;

    @BeforeEach
    void haveAStore() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
    }

    @Test
    void whatAnAdministratorWritesShoppersRead() {
        UUID id = UUID.randomUUID();

        assertThat(save(id, "en", " Is it\nsafe? ", " Yes.\nAlways. ", true).outcome())
                .isEqualTo("200");

        JsonNode read = shopper("en").getFirst();
        assertThat(read.get("question").asText()).isEqualTo("Is it safe?");
        assertThat(read.get("answer").asText()).isEqualTo("Yes.\nAlways.");
        assertThat(read.get("language").asText()).isEqualTo("en");
        save(id, "en", "Is it safe?", "No.", true);
        assertThat(shopper("en").getFirst().get("answer").asText()).isEqualTo("No.");
    }

    @Test
    void aStoreWithoutAnyHasNoneForShoppers() {
        assertThat(shopper("en")).isEmpty();
        save(UUID.randomUUID(), "en", "Hidden?", "Yes", false);
        assertThat(shopper("en")).isEmpty();
        assertThat(all()).hasSize(1);
    }

    @Test
    void aShopperGetsTheirLanguageAndElseThatOfTheFirst() {
        save(UUID.randomUUID(), "pl", "Gdzie paczka?", "W drodze", true);
        save(UUID.randomUUID(), "ar", "أين طلبي؟", "في الطريق", true);
        save(UUID.randomUUID(), "de", "Wo?", "Dort", false);

        assertThat(questions("ar")).containsExactly("أين طلبي؟");
        assertThat(questions("AR-EG")).containsExactly("أين طلبي؟");
        assertThat(questions("pl-PL")).containsExactly("Gdzie paczka?");
        for (String other : List.of("en", "de", "", "zz", "<script>", "p", "%F0%9F%99%82")) {
            assertThat(questions(other)).as(other).containsExactly("Gdzie paczka?");
        }
    }

    @Test
    void theFirstFiveOfTheOrderAreShown() {
        List<UUID> ids =
                IntStream.range(0, 7)
                        .mapToObj(n -> {
                            UUID id = UUID.randomUUID();
                            save(id, "en", "No " + n, "x", n != 1);
                            return id;
                        })
                        .toList();
        assertThat(questions("en")).containsExactly("No 0", "No 2", "No 3", "No 4", "No 5");

        Answer answer = arrange(List.of(ids.get(6), UUID.randomUUID(), ids.get(1)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(questions("en")).containsExactly("No 6", "No 0", "No 2", "No 3", "No 4");
        assertThat(all())
                .extracting(each -> each.get("question").asText())
                .startsWith("No 6", "No 1");
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        assertThat(refused("en", " ", "x")).isEqualTo("422 question_empty question");
        assertThat(refused("en", "q".repeat(121), "x")).isEqualTo("422 question_too_long question");
        assertThat(refused("en", "Q", "\n")).isEqualTo("422 answer_empty answer");
        assertThat(refused("en", "Q", "a".repeat(601))).isEqualTo("422 answer_too_long answer");
        assertThat(refused("xx", "Q", "a")).isEqualTo("422 language_unknown language");
        assertThat(refused("EN", "Q", "a")).isEqualTo("422 language_unknown language");
        String longest = "🙂".repeat(600);
        assertThat(save(UUID.randomUUID(), "en", "🙂".repeat(120), longest, true).outcome())
                .isEqualTo("200");
    }

    @Test
    void aStoreHasTwoHundredAndNoMore() {
        DatabaseOwner.execute(
                """
                INSERT INTO faq
                       (store_id, faq_id, language, question, answer, shown, position, created_by, changed_at)
                SELECT ?, gen_random_uuid(), 'en', 'Q', 'A', true, n, ?, now() FROM generate_series(1, 199) n
                """,
                store.id().value(),
                lena.staff().id().value());

        UUID last = UUID.randomUUID();
        assertThat(save(last, "en", "Q", "A", true).outcome()).isEqualTo("200");
        assertThat(save(UUID.randomUUID(), "en", "Q", "A", true).outcome())
                .isEqualTo("409 faqs_too_many");
        assertThat(save(last, "en", "Q", "B", true).outcome()).isEqualTo("200");
    }

    @Test
    void everyChangeIsInTheAuditTrailOnce() {
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        save(id, "en", "Safe?", "Yes", true);
        save(id, "en", "Safe?", "Yes", true);
        save(id, "en", "Safe?", "Yes", false);
        save(other, "en", "Gift?", "Yes", true);
        arrange(List.of(other, id));
        arrange(List.of(other, id));
        assertThat(delete(id).body()).isEqualTo("{\"faq\":null}");
        assertThat(delete(id).status()).isEqualTo(200);

        assertThat(audited())
                .containsExactly(
                        "faq_made Lena Berg Safe?",
                        "faq_changed Lena Berg Safe?",
                        "faq_made Lena Berg Gift?",
                        "faqs_arranged Lena Berg null",
                        "faq_removed Lena Berg Safe?");
    }

    @Test
    void anotherStoresAreNotShown() {
        save(UUID.randomUUID(), "en", "Safe?", "Yes", true);

        Store next = given.store();

        assertThat(Http.get("/api/widget/" + next.key() + "/faqs").send().body())
                .isEqualTo("{\"faqs\":[]}");
        assertThat(Http.get("/api/widget/000000000000000000000000/faqs").send().outcome())
                .isEqualTo("404 store_not_found");
    }

    private String refused(String language, String question, String answer) {
        Answer refusal = save(UUID.randomUUID(), language, question, answer, true);
        return refusal.outcome() + " " + refusal.field();
    }

    private List<JsonNode> all() {
        return Http.get(of("/faqs")).as(lena).send().json().get("faqs").valueStream().toList();
    }

    private List<JsonNode> shopper(String language) {
        return Http.get(
                        "/api/widget/"
                                + store.key()
                                + "/faqs?language="
                                + language.replace("<", "%3C").replace(">", "%3E"))
                .send()
                .json()
                .get("faqs")
                .valueStream()
                .toList();
    }

    private List<String> questions(String language) {
        return shopper(language).stream().map(each -> each.get("question").asText()).toList();
    }

    private Answer save(UUID id, String language, String question, String answer, boolean shown) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("language", language)
                        .put("question", question)
                        .put("answer", answer)
                        .put("shown", shown)
                        .toString();
        return Http.put(of("/faqs/" + id), body).as(lena).send();
    }

    private Answer delete(UUID id) {
        return Http.of("DELETE", of("/faqs/" + id)).as(lena).send();
    }

    private Answer arrange(List<UUID> order) {
        String ids = order.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        return Http.put(of("/faq-order"), "{\"order\": [%s]}".formatted(ids)).as(lena).send();
    }

    private String of(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }

    private List<String> audited() {
        return DatabaseOwner.ask(
                """
                SELECT action || ' ' || actor_name || ' ' || COALESCE(subject ->> 'faq', 'null')
                  FROM audit_entry WHERE store_id = ? ORDER BY audit_id
                """,
                store.id().value());
    }
}
