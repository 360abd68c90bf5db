package dev.shopbell.api;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many things told at once.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ImportsTest {

    private static final String CUSTOMER =
            "{\"type\": \"customer\", \"id\": \"c-%d\", \"name\": \"Anna %1$d\", \"changedAt\": \"2026-11-01T09:00:00Z\"}";
    private static final String PRODUCT =
            "{\"type\": \"product\", \"id\": \"p-1\", \"title\": \"Bowl\", \"price\": 1, \"currency\": \"EUR\", \"changedAt\": \"2026-11-01T09:00:00Z\"}";
    private static final String ORDER =
            "{\"type\": \"order\", \"id\": \"o-1\", \"number\": \"#1\", \"placedAt\": \"2026-11-01T09:00:00Z\", \"currency\": \"EUR\", \"total\": 1, \"paymentStatus\": \"paid\", \"fulfilmentStatus\": \"fulfilled\", \"lines\": [], \"changedAt\": \"2026-11-01T09:00:00Z\"}";

    @Inject Given given;
    @Inject GivenIntegration integrations;

    private final UUID id = UUID.randomUUID();
    private Store store;
    private SignedIn owner;
    private ShopSystem shop;

    @BeforeEach
    void haveAShop() {
        store = given.store();
        owner = given.owner(store);
        shop = new ShopSystem(integrations.key(owner.member()));
    }

    @Test
    void everyKindIsKeptAndCounted() {
        JsonNode report =
                shop.lines(id, 1, String.join("\r\n", CUSTOMER.formatted(1), "", PRODUCT, ORDER))
                        .json()
                        .get("dataImport");

        assertThat(report.get("lines").asLong()).isEqualTo(4);
        assertThat(report.get("customers").asLong()).isEqualTo(1);
        assertThat(report.get("products").asLong()).isEqualTo(1);
        assertThat(report.get("orders").asLong()).isEqualTo(1);
        assertThat(report.get("wrong").asLong()).isZero();
        assertThat(shop.get("/customers/c-1").json().at("/customer/name").asText())
                .isEqualTo("Anna 1");
        assertThat(shop.get("/products/p-1").status()).isEqualTo(200);
        assertThat(shop.get("/orders/o-1").status()).isEqualTo(200);
        assertThat(shop.get("/imports/" + id).json().get("dataImport")).isEqualTo(report);
    }

    @Test
    void ofWhatIsToldTwiceInOnePartTheLaterOneStays() {
        String customer =
                "{\"type\": \"customer\", \"id\": \"%s\", \"name\": \"%s\", \"changedAt\": \"2026-11-%s\"}";
        List<String> lines =
                List.of(
                        customer.formatted("c-1", "Newer", "03T09:00:00Z"),
                        customer.formatted("c-1", "Older", "01T09:00:00Z"),
                        customer.formatted("c-2", "Said first", "01T09:00:00Z"),
                        customer.formatted("c-2", "Said last", "01T09:00:00Z"));

        shop.lines(id, 1, String.join("\n", lines)).json();

        assertThat(shop.get("/customers/c-1").json().at("/customer/name").asText())
                .isEqualTo("Newer");
        assertThat(shop.get("/customers/c-2").json().at("/customer/name").asText())
                .isEqualTo("Said last");
    }

    @Test
    void anyTextStaysAsItIs() {
        List<String> names =
                List.of("NULL", "a, \\\"b\\\" {c}", "back\\\\slash", "Zo\u00eb \ud83c\udf81");
        for (int n = 0; n < names.size(); n++) {
            String line =
                    "{\"type\": \"customer\", \"id\": \"c-%d\", \"name\": \"%s\", \"changedAt\": \"2026-11-01T09:00:00Z\"}"
                            .formatted(n, names.get(n));
            shop.lines(id, n + 1, line).json();
        }

        assertThat(
                        IntStream.range(0, names.size())
                                .mapToObj(n ->
                                        shop.get("/customers/c-" + n)
                                                .json()
                                                .at("/customer/name")
                                                .asText()))
                .containsExactly("NULL", "a, \"b\" {c}", "back\\slash", "Zo\u00eb \ud83c\udf81");
    }

    @Test
    void whatIsWrongIsToldByItsLineAndTheOthersAreKept() {
        List<String> lines =
                List.of(
                        CUSTOMER.formatted(1),
                        "{",
                        "[]",
                        "{\"type\": \"cart\", \"id\": \"x\"}",
                        "{\"type\": \"customer\"}",
                        "{\"type\": 5, \"id\": \"x\"}",
                        "{\"type\": \"customer\", \"id\": \"/\", \"changedAt\": \"2026-11-01T09:00:00Z\"}",
                        "{\"type\": \"customer\", \"id\": \"c-9\"}",
                        "{\"type\": \"customer\", \"id\": \"c-9\", \"colour\": \"red\"}",
                        "{\"type\": \"customer\", \"id\": \"c-9\", \"name\": 5}",
                        "{\"type\": \"customer\", \"id\": \"c-9\", \"address\": {\"city\": []}}",
                        "{\"type\": \"customer\", \"id\": \"c-9\", \"email\": \"a@\", \"changedAt\": \"2026-11-01T09:00:00Z\"}",
                        CUSTOMER.formatted(2) + " {}",
                        CUSTOMER.formatted(2));

        JsonNode report =
                shop.lines(id, 1, String.join("\n", lines) + "\n").json().get("dataImport");

        assertThat(report.get("lines").asLong()).isEqualTo(14);
        assertThat(report.get("customers").asLong()).isEqualTo(2);
        assertThat(report.get("wrong").asLong()).isEqualTo(12);
        assertThat(report.get("mistakes"))
                .extracting(mistake ->
                        mistake.get("line").asText()
                                + " "
                                + mistake.get("code").asText()
                                + " "
                                + mistake.get("field").asText(""))
                .containsExactly(
                        "2 malformed_json ",
                        "3 wrong_type ",
                        "4 line_type_unknown type",
                        "5 invalid_value id",
                        "6 wrong_type type",
                        "7 external_id_invalid id",
                        "8 invalid_value changedAt",
                        "9 unknown_field colour",
                        "10 wrong_type name",
                        "11 wrong_type address.city",
                        "12 email_invalid email",
                        "13 malformed_json ");
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void aLineIsNoLongerThanARequestOfItsOwnCouldBe() {
        String longLine =
                CUSTOMER.formatted(1).replace("Anna 1", "A".repeat(128 * 1024)) + "\n" + PRODUCT;

        JsonNode report = shop.lines(id, 1, longLine).json().get("dataImport");

        assertThat(report.get("products").asLong()).isEqualTo(1);
        assertThat(report.at("/mistakes/0/code").asText()).isEqualTo("body_too_large");
        assertThat(customers()).isZero();
    }

    /// As large as a part may be, of lines as short as they can be.
    @Test
    void howManyBytesAPartMayHaveIsMetBeforeHowManyLines() {
        String shortest = "{\"type\":\"customer\",\"id\":\"1\"}\n";
        int lines = 1024 * 1024 / shortest.length();

        assertThat(shop.lines(id, 1, shortest.repeat(lines)).status()).isEqualTo(200);
    }

    @Test
    void everyMistakeIsToldByTheHundred() {
        JsonNode first = shop.lines(id, 1, "{\n".repeat(150)).json().get("dataImport");
        JsonNode second = shop.lines(id, 151, "[\n".repeat(150)).json().get("dataImport");

        assertThat(numbers(first)).hasSize(100).startsWith(1L).endsWith(100L);
        assertThat(numbers(second)).hasSize(100).startsWith(151L).endsWith(250L);
        assertThat(second.get("wrong").asLong()).isEqualTo(300);
        assertThat(numbers(mistakesAfter(100))).startsWith(101L).endsWith(200L);
        assertThat(numbers(mistakesAfter(250))).hasSize(50).endsWith(300L);
        assertThat(numbers(mistakesAfter(300))).isEmpty();
    }

    private JsonNode mistakesAfter(long line) {
        return shop.get("/imports/" + id + "?after=" + line).json().get("dataImport");
    }

    private static List<Long> numbers(JsonNode report) {
        return report.get("mistakes")
                .valueStream()
                .map(mistake -> mistake.get("line").asLong())
                .toList();
    }

    @Test
    void aPartOfTooManyLinesIsRefusedWhole() {
        Answer refused = shop.lines(id, 1, PRODUCT + "\n".repeat(40_001));

        assertRefused(refused, "422 too_many_entries");
        assertThat(refused.json().get("limit").asLong()).isEqualTo(40_000);
        assertThat(shop.get("/products/p-1").status()).isEqualTo(404);
        assertThat(shop.lines(id, 1, PRODUCT + "\n".repeat(40_000)).status()).isEqualTo(200);
    }

    @Test
    void oneOfWhichNothingCameForLongGoesOn() {
        shop.lines(id, 1, "");
        DatabaseOwner.execute(
                "UPDATE data_import SET changed_at = now() - interval '31 days' WHERE import_id = ?",
                id);

        JsonNode report = shop.lines(id, 1, PRODUCT + "\n{").json().get("dataImport");

        assertThat(report.get("products").asLong()).isEqualTo(1);
        assertThat(report.get("mistakes")).hasSize(1);
    }

    @Test
    void aPartThatIsSentAgainIsTakenOnceAndAGapIsRefused() {
        String first = customers(1, 3);

        shop.lines(id, 1, first);
        JsonNode again = shop.lines(id, 1, first).json().get("dataImport");
        assertThat(again.get("lines").asLong()).isEqualTo(3);

        Answer gap = shop.lines(id, 5, customers(5, 6));
        assertRefused(gap, "409 import_gap");
        assertThat(gap.json().get("next").asLong()).isEqualTo(4);

        JsonNode rest = shop.lines(id, 2, customers(2, 6)).json().get("dataImport");
        assertThat(rest.get("lines").asLong()).isEqualTo(6);
        assertThat(rest.get("customers").asLong()).isEqualTo(6);
        assertThat(customers()).isEqualTo(6);
    }

    @Test
    void aPartThatManySendAtOnceIsTakenOnce() throws Exception {
        Callable<Answer> part = () -> shop.lines(id, 1, customers(1, 50));

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> sent :
                    senders.invokeAll(IntStream.range(0, 8).mapToObj(_ -> part).toList())) {
                assertThat(sent.get().json().at("/dataImport/customers").asLong()).isEqualTo(50);
            }
        }

        assertThat(customers()).isEqualTo(50);
    }

    @Test
    void aKeyTellsOnlyOfWhatItMay() {
        ShopSystem clerk =
                new ShopSystem(integrations.key(owner.member(), Set.of(ApiScope.WRITE_CUSTOMERS)));

        JsonNode report =
                clerk.lines(id, 1, CUSTOMER.formatted(1) + "\n" + ORDER).json().get("dataImport");

        assertThat(report.get("customers").asLong()).isEqualTo(1);
        assertThat(report.at("/mistakes/0/code").asText()).isEqualTo("line_not_permitted");
        assertThat(shop.get("/orders/o-1").outcome()).isEqualTo("404 not_found");
    }

    @Test
    void tenThousandMistakesAreKeptAndAllAreCounted() {
        JsonNode report = shop.lines(id, 1, "x\n".repeat(10_050)).json().get("dataImport");

        assertThat(report.get("wrong").asLong()).isEqualTo(10_050);
        assertThat(numbers(mistakesAfter(9_990))).hasSize(10).endsWith(10_000L);
    }

    @Test
    void whatIsTooLargeOrNowhereIsRefused() {
        assertRefused(shop.lines(id, 1, " ".repeat(1024 * 1024 + 1)), "413 file_too_large");
        assertRefused(shop.lines(id, 0, CUSTOMER.formatted(1)), "400 invalid_value");
        assertRefused(shop.get("/imports/" + id), "404 not_found");
        assertRefused(shop.get("/imports/nope"), "404 not_found");
        assertThat(customers()).isZero();
    }

    @Test
    void whatIsOldIsForgottenWhenAnotherBegins() {
        shop.lines(id, 1, "x");
        DatabaseOwner.execute(
                "UPDATE data_import SET changed_at = now() - interval '31 days' WHERE import_id = ?",
                id);

        shop.lines(UUID.randomUUID(), 1, "x");

        assertRefused(shop.get("/imports/" + id), "404 not_found");
    }

    private static String customers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(CUSTOMER::formatted)
                .collect(Collectors.joining("\n"));
    }

    private long customers() {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*) FROM shop_customer WHERE store_id = ?",
                                store.id().value())
                        .getFirst());
    }
}
