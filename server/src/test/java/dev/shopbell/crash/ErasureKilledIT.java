package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.Opened.StoreAt;
import dev.shopbell.crash.Wire.Caller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server and PostgreSQL are killed in the middle of erasing somebody: nobody has to ask again for
/// the rest to go, and nobody reads meanwhile what is left of it.
@Tag("crash")
class ErasureKilledIT {

    private static final String ANNA = "A".repeat(43);
    private static final String BEN = "B".repeat(43);

    // So many that nobody erases them between two looks.
    private static final int LINES = 200_000;

    private final UUID annas = UUID.randomUUID();
    private final UUID bens = UUID.randomUUID();

    @TempDir private Path data;

    @Test
    void whatWasBegunIsFinishedAfterARestart() throws Exception {
        try (Shop shop = Shop.in(data);
                ExecutorService system = Executors.newVirtualThreadPerTaskExecutor()) {
            shop.start();
            Opened opened = Opened.in(shop);
            StoreAt store = opened.stores().getFirst();
            write(shop, store, annas, ANNA);
            write(shop, store, bens, BEN);
            annaIsACustomerWhoWroteALot(shop);
            Caller key = key(shop, opened);

            var _ = system.submit(() -> shop.wire().delete("/api/v1/customers/c-anna", key));
            soon().until(() -> isBetween(lines(shop), 1, LINES));
            Killing.BOTH.strike(shop);

            assertThat(lines(shop)).isBetween(1, LINES);
            assertThat(reading(shop, store, ANNA)).isEqualTo(401);
            shop.clockMovesOn();
            soon().until(() -> left(shop, annas).equals(List.of("0")));
            assertThat(shop.ask("SELECT shop_customer_id FROM customer")).containsOnlyNulls();
            assertThat(shop.ask("SELECT count(*) FROM customer")).containsExactly("1");
            assertThat(left(shop, bens)).isNotEqualTo(List.of("0"));
            assertThat(reading(shop, store, BEN)).isEqualTo(200);
        }
    }

    private static boolean isBetween(int number, int low, int high) {
        return number >= low && number < high;
    }

    private void write(Shop shop, StoreAt store, UUID conversation, String secret)
            throws IOException {
        ObjectNode body = Wire.JSON.createObjectNode().put("text", "Where is my order?");
        body.putObject("contact").put("email", "anna@example.com");
        String path =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), conversation, UUID.randomUUID());
        shop.wire().put(path, Caller.shopper(secret), body).expected();
    }

    private void annaIsACustomerWhoWroteALot(Shop shop) {
        shop.change(
                """
                UPDATE customer SET shop_customer_id = 'c-anna', linked_by = 'token'
                 WHERE customer_id = (SELECT customer_id FROM conversation WHERE conversation_id = '%s')
                """
                        .formatted(annas));
        shop.change(
                """
                INSERT INTO message (store_id, conversation_id, seq, client_id, kind, body, event, sent_at, feed_seq)
                SELECT store_id, conversation_id, last_seq + n, gen_random_uuid(), 'event', '', '{"type": "blocked"}',
                       now(), feed_seq
                  FROM conversation, generate_series(1, %d) AS n
                 WHERE conversation_id = '%s'
                """
                        .formatted(LINES, annas));
    }

    private static Caller key(Shop shop, Opened opened) throws IOException {
        ObjectNode wanted = Wire.JSON.createObjectNode().put("name", "Shop");
        wanted.putArray("scopes").add("write_customers");
        String path =
                "/api/staff/stores/%s/api-keys/%s"
                        .formatted(opened.stores().getFirst().id(), UUID.randomUUID());
        String secret =
                shop.wire().put(path, opened.owner(), wanted).expected().get("secret").asText();
        return Caller.system(secret);
    }

    private static int reading(Shop shop, StoreAt store, String secret) throws IOException {
        String path = "/api/widget/%s/conversation/messages?after=0&limit=1".formatted(store.key());
        return shop.wire().get(path, Caller.shopper(secret)).status();
    }

    private int lines(Shop shop) {
        return Integer.parseInt(left(shop, annas).getFirst());
    }

    private static List<String> left(Shop shop, UUID conversation) {
        return shop.ask(
                "SELECT count(*) FROM message WHERE conversation_id = '%s'"
                        .formatted(conversation));
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(2));
    }
}
