package dev.shopbell.inbox.card;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.Plan;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What staff find of what the store sells.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProductSearchTest {

    private static final int MANY = 50_000;

    /// Blocks of 8 kB, with those of planning; a walk through all takes more than ten thousand.
    private static final long FEW_BLOCKS = 1_000;

    @Inject Given given;
    @Inject GivenIntegration shop;

    private Store store;
    private SignedIn priya;

    @BeforeEach
    void aShop() {
        store = given.store();
        priya = given.agent(store);
    }

    @Test
    void wordsAreFoundWhateverTheirAccentsAndTheLastMayGoOn() {
        shop.product(store, "p-1", "Café bowl, ash");
        shop.product(store, "p-2", "Ash plate");
        shop.product(given.store(), "p-3", "Ash bowl of somebody else");

        assertThat(found("?q=cafe+bo")).containsExactly("p-1");
        assertThat(found("?q=ASH")).containsExactly("p-2", "p-1");
        assertThat(found("?q=sh")).isEmpty();
        assertThat(found("?q=%26%26")).isEmpty();
        assertThat(found("")).hasSize(2);
    }

    @Test
    void whatIsSoldOutComesLast() {
        shop.product(store, "p-1", "A bowl");
        shop.product(store, "p-2", "B bowl");
        DatabaseOwner.execute(
                "UPDATE product SET available = false WHERE store_id = ? AND external_id = 'p-1'",
                store.id().value());

        assertThat(found("?q=bowl")).containsExactly("p-2", "p-1");
    }

    @Test
    void aProductIsFoundByTheAddressOfItsPage() {
        shop.product(store, "p-1", "Bowl", "https://shop.example/bowl", null);
        shop.product(store, "p-2", "Mug", "https://shop.example/?p=2", null);

        assertThat(foundAt("https://shop.example/bowl?utm=mail#top")).containsExactly("p-1");
        assertThat(foundAt("https://shop.example/?p=2#top")).containsExactly("p-2");
        assertThat(foundAt("https://shop.example/")).isEmpty();
        assertRefused(
                ask(priya, "?url=https://a.example/" + "a".repeat(2_000)), "400 invalid_value");
    }

    @Test
    void aStoreThatSellsALotIsNotLookedThrough() {
        DatabaseOwner.execute(
                """
                INSERT INTO product (store_id, external_id, title, url, price, currency, available, variants, changed_at)
                SELECT ?, 'p-' || n, 'Common thing ' || CASE WHEN n % 5000 = 0 THEN 'scarce ' ELSE 'plain ' END || n,
                       'https://shop.example/' || n, 100, 'EUR', true, '[]', now()
                  FROM generate_series(1, ?) n
                """,
                store.id().value(), MANY);
        DatabaseOwner.execute("VACUUM ANALYZE product");

        for (String query : List.of("scarce", "scar:*")) {
            Plan plan = named(query);
            System.out.printf("%s: %,d blocks%n", query, plan.blocks());
            assertThat(plan.blocks()).as(query).isLessThan(FEW_BLOCKS);
        }
        assertThat(found("?q=scarce")).hasSize(10);
        assertThat(found("?q=common+thing")).hasSize(20);
        assertThat(found("?q=c")).hasSize(20);
        assertThat(found("")).hasSize(20);
        Plan byAddress =
                Plan.of(
                        store,
                        Plan.Mode.force_generic_plan,
                        """
                        SELECT p.external_id FROM product p
                         WHERE p.store_id = :store
                           AND p.url_hash = ANY (ARRAY(SELECT hashtextextended(u.url, 0) FROM unnest(CAST(:urls AS text[])) AS u (url)))
                           AND p.url = ANY (CAST(:urls AS text[]))
                        """,
                        values(
                                Map.of(
                                        "store",
                                        "'%s'::uuid".formatted(store.id().value()),
                                        "urls",
                                        "ARRAY['https://shop.example/77']")));
        assertThat(byAddress.blocks()).isLessThan(FEW_BLOCKS);
    }

    private Plan named(String query) {
        return Plan.of(
                store,
                Plan.Mode.force_generic_plan,
                "SELECT p.external_id FROM search_products(:query, 20) p",
                values(Map.of("query", "'%s'::tsquery".formatted(query))));
    }

    private static SequencedMap<String, String> values(Map<String, String> values) {
        return new LinkedHashMap<>(values);
    }

    private List<String> foundAt(String url) {
        return found("?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }

    private List<String> found(String asked) {
        JsonNode answer = ask(priya, asked).json();
        return answer.path("products").valueStream().map(each -> each.get("id").asText()).toList();
    }

    private Answer ask(SignedIn who, String asked) {
        return Http.get("/api/staff/stores/%s/products%s".formatted(store.id().value(), asked))
                .as(who)
                .send();
    }
}
