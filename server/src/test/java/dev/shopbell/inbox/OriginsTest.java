package dev.shopbell.inbox;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose pages may show a store's chat.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OriginsTest {

    /// Of a store as tests open it.
    private static final String SHOP = "http://shop.localhost:8081";

    @Inject Given given;

    private Store store;
    private SignedIn owner;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        owner = given.owner(store);
    }

    @Test
    void theListIsKeptInItsOrderAndTidied() {
        Answer answer =
                change(
                        "https://www.shop.example/a/page?q=1",
                        " HTTPS://Shop.Example:443 ",
                        "https://www.shop.example",
                        "http://localhost:3000/");

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(origins(answer))
                .containsExactly(
                        "https://www.shop.example",
                        "https://shop.example",
                        "http://localhost:3000");
        assertThat(origins(read())).isEqualTo(origins(answer));
    }

    @Test
    void onlyTheirPagesMayFrameTheChat() {
        change("https://a.example", "https://b.example");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> framedBy().contains("https://a.example https://b.example"));
        assertThat(framedBy()).doesNotContain(SHOP);
    }

    @Test
    void whatIsNoOriginNoneAndTooManyAreRefusedAndChangeNothing() {
        for (String wrong :
                List.of(
                        "",
                        "shop.example",
                        "ftp://shop.example",
                        "javascript:alert(1)",
                        "https://",
                        "https://user:secret@shop.example",
                        "https://*.shop.example",
                        "https://shop.example;script-src *")) {
            assertRefused(change("https://a.example", wrong), "422 origin_invalid");
        }
        assertRefused(change(), "422 origin_missing");
        assertRefused(
                change(
                        IntStream.rangeClosed(0, 20)
                                .mapToObj(n -> "https://" + n + ".example")
                                .toArray(String[]::new)),
                "422 too_many_origins");
        assertThat(origins(read())).containsExactly(SHOP);
        assertThat(told()).isZero();
    }

    @Test
    void aChangeIsToldInTheAuditTrailAndTheSameAgainIsNot() {
        change("https://a.example");
        change("https://a.example");
        change("https://a.example", "https://b.example");

        assertThat(told()).isEqualTo(2);
    }

    @Test
    void manyChangesAtOnceEndWithOneOfThem() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> changes = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                String own = "https://" + n + ".example";
                changes.add(people.submit(() -> change("https://a.example", own)));
            }
            for (Future<Answer> change : changes) {
                assertThat(change.get().outcome()).isEqualTo("200");
            }
        }
        assertThat(origins(read())).hasSize(2).startsWith("https://a.example");
    }

    @Test
    void onlyWhoAdministersTheInboxMayAndAnotherStoreStaysAsItIs() {
        Store nextDoor = given.store();
        change("https://a.example");

        assertRefused(
                Http.put(path(store), body("https://b.example")).as(given.agent(store)).send(),
                "403 not_permitted");
        assertRefused(
                Http.put(path(nextDoor), body("https://b.example")).as(owner).send(),
                "404 not_found");
        assertThat(origins(Http.get(path(nextDoor)).as(given.owner(nextDoor)).send()))
                .containsExactly(SHOP);
    }

    private Answer change(String... origins) {
        return Http.put(path(store), body(origins)).as(owner).send();
    }

    private Answer read() {
        return Http.get(path(store)).as(owner).send();
    }

    private String framedBy() {
        return Http.get("/widget/" + store.key() + "/panel")
                .send()
                .header("Content-Security-Policy")
                .orElse("");
    }

    private int told() {
        return DatabaseOwner.ask(
                        "SELECT 1 FROM audit_entry WHERE store_id = ? AND action = 'origins_changed'",
                        store.id().value())
                .size();
    }

    private static List<String> origins(Answer answer) {
        return answer.json().get("origins").valueStream().map(origin -> origin.asText()).toList();
    }

    private static String path(Store store) {
        return "/api/staff/stores/%s/settings/origins".formatted(store.id().value());
    }

    private static String body(String... origins) {
        return List.of(origins).stream()
                .map(origin -> "\"" + origin + "\"")
                .collect(Collectors.joining(",", "{\"origins\": [", "]}"));
    }
}
