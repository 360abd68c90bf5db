package dev.shopbell.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.commerce.Orders;
import dev.shopbell.commerce.Products;
import dev.shopbell.commerce.ShopCustomers;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.presence.Presence;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Overheard;
import dev.shopbell.testkit.OverheardPostgres;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How many statements a page takes: as many for a store with sixty conversations as for one with
/// two, and for a thread of two hundred messages as for one of two. BEGIN, COMMIT and the setting
/// of the store are counted, too; who asks is known already.
@QuarkusTest
@QuarkusTestResource(value = OverheardPostgres.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

    private static final int FEW = 2;
    private static final int MANY = 60;
    private static final int LONG = 200;

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Presence presence;
    @Inject GivenIntegration integrations;
    @Inject ShopCustomers customers;
    @Inject Products products;
    @Inject Orders orders;
    @TestHTTPResource URI server;
    Queue<List<List<String>>> transactions;

    private Overheard line;
    private Shop small;
    private Shop large;

    private static final int TIMES = 3;

    /// A store as its staff member and one of its shoppers see it.
    private record Shop(StaffBrowser priya, ShopperBrowser anna, JsonNode before) {}

    @BeforeEach
    void openTheStores() throws InterruptedException {
        if (line == null) {
            small = shop(FEW, FEW);
            large = shop(MANY, LONG);
            line = Overheard.afterSilence(transactions);
        }
    }

    @Test
    void theListTakesAFixedNumber() {
        assertThat(statements(shop -> shop.priya().list("all"))).containsExactly(5, 5);
        assertThat(statements(shop -> shop.priya().list("unread"))).containsExactly(5, 5);
        assertThat(statements(shop -> shop.priya().list("unresolved"))).containsExactly(5, 5);
    }

    @Test
    void theInboxTakesAFixedNumber() {
        assertThat(statements(shop -> shop.priya().inbox())).containsExactly(10, 10);
    }

    @Test
    void whatOneHasDoneTodayTakesAFixedNumber() {
        assertThat(statements(shop -> shop.priya().today())).containsExactly(4, 4);
    }

    @Test
    void aThreadTakesAFixedNumber() {
        assertThat(statements(shop -> shop.priya().thread(shop.anna().conversation())))
                .containsExactly(5, 5);
        assertThat(
                        statements(shop ->
                                shop.priya().messagesAfter(shop.anna().conversation(), 0, 200)))
                .containsExactly(5, 5);
    }

    /// Also where there is nothing to tell.
    @Test
    void whatWasSaidBeforeTakesAFixedNumber() {
        for (String part : List.of("/history", "/continuation")) {
            assertThat(
                            statements(shop ->
                                    shop.priya()
                                            .ask(
                                                    "GET",
                                                    "/conversations/"
                                                            + shop.anna().conversation()
                                                            + part,
                                                    null)
                                            .body()))
                    .containsExactly(5, 5);
        }
    }

    /// For somebody who bought two things, and for somebody who bought sixty.
    @Test
    void aProfileTakesAFixedNumber() {
        assertThat(profile("")).containsExactly(5, 5);
        assertThat(profile("/orders")).containsExactly(6, 6);
        assertThat(profile("/threads")).containsExactly(5, 5);
        assertThat(profile("/notes")).containsExactly(5, 5);
        assertThat(profile("/pages")).containsExactly(5, 5);
    }

    private List<Integer> profile(String part) {
        return statements(shop ->
                shop.priya()
                        .ask(
                                "GET",
                                "/conversations/%s/profile%s"
                                        .formatted(shop.anna().conversation(), part),
                                null)
                        .body());
    }

    @Test
    void aSearchTakesAFixedNumber() {
        assertThat(statements(shop -> shop.priya().search("hello", "all", "", 100)))
                .containsExactly(7, 7);
        assertThat(statements(shop -> shop.priya().search("quagga", "all", "", 100)))
                .containsExactly(6, 6);
    }

    @Test
    void suggestionsTakeAFixedNumber() {
        assertThat(statements(shop -> shop.priya().suggestions(shop.anna().conversation())))
                .containsExactly(5, 5);
        assertThat(statements(shop -> shop.priya().quickReplies())).containsExactly(4, 4);
    }

    @Test
    void aCartTakesAFixedNumber() {
        assertThat(
                        statements(shop ->
                                shop.priya()
                                        .ask(
                                                "GET",
                                                "/conversations/"
                                                        + shop.anna().conversation()
                                                        + "/cart",
                                                null)
                                        .body()))
                .containsExactly(5, 5);
    }

    @Test
    void whatChangedTakesAFixedNumber() {
        assertThat(statements(shop -> shop.priya().changes(shop.before(), 0).body()))
                .containsExactly(6, 6);
    }

    @Test
    void aShoppersThreadTakesAFixedNumber() {
        assertThat(statements(shop -> shop.anna().thread())).containsExactly(6, 6);
        assertThat(statements(shop -> shop.anna().messagesAfter(0, 200))).containsExactly(6, 6);
    }

    /// As many for three hundred customers as for one.
    @Test
    void whatStoresSystemsTellAndAskTakesAFixedNumber() {
        Store store = given.store();
        Consumer<String> told = id -> integrations.customer(store, id, "Anna", "anna@example.com");

        // Two of them ask whether it is somebody who was erased.
        assertThat(line.statementsOf(() -> told.accept("c-1"))).hasSize(7);
        int one = line.statementsOf(() -> customers.after(store.id(), null, null, 100)).size();
        IntStream.range(0, 300).forEach(n -> told.accept("c-" + n));
        int many = line.statementsOf(() -> customers.after(store.id(), null, null, 100)).size();

        assertThat(List.of(one, many)).containsExactly(4, 4);
        for (int n = 0; n < 60; n++) {
            integrations.product(store, "p-" + n, "Bowl");
            integrations.order(store, "o-" + n, "#" + n, "c-1", "Bowl");
        }
        assertThat(line.statementsOf(() -> products.after(store.id(), null, 100))).hasSize(4);
        assertThat(line.statementsOf(() -> orders.after(store.id(), null, null, 100))).hasSize(4);
        assertThat(line.statementsOf(() -> products.named(store.id(), List.of("bowl"), true, 20)))
                .hasSize(4);
        ShopSystem system = new ShopSystem(integrations.key(given.owner(store).member()));
        system.get("/store"); // its use is noted once a minute
        IntStream.range(0, 60).forEach(n -> given.firstMessage(store, given.secret(), "Hello"));
        assertThat(line.statementsOf(() -> system.get("/conversations?limit=1"))).hasSize(4);
        assertThat(line.statementsOf(() -> system.get("/conversations?limit=60"))).hasSize(4);
    }

    private List<Integer> statements(Function<Shop, JsonNode> page) {
        return List.of(statements(small, page), statements(large, page));
    }

    /// The fewest of a few times: a job that happened to run meanwhile only adds to them.
    private int statements(Shop shop, Function<Shop, JsonNode> page) {
        var _ = page.apply(shop);
        return IntStream.range(0, TIMES).map(_ -> statementsOnce(shop, page)).min().orElseThrow();
    }

    private int statementsOnce(Shop shop, Function<Shop, JsonNode> page) {
        AtomicReference<JsonNode> shown = new AtomicReference<>();
        List<String> statements = line.statementsOf(() -> shown.set(page.apply(shop)));
        assertThat(shown.get()).isNotEmpty();
        return statements.size();
    }

    /// Everything that customers said, so that a statement for each would be noticed.
    private static void carryAPictureEach(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO attachment
                       (store_id, conversation_id, attachment_id, seq, place, kind, name, media_type, byte_size, width,
                        height, animated, upload_hash, content_blob, created_at)
                SELECT m.store_id, m.conversation_id, gen_random_uuid(), m.seq, 1, 'image', 'parcel.png', 'image/png', 1, 1,
                       1, false, 'x', gen_random_uuid(), now()
                  FROM message m
                 WHERE m.store_id = ? AND m.kind = 'customer'
                """,
                store.id().value());
        DatabaseOwner.execute(
                "UPDATE message SET attachments = 1 WHERE store_id = ? AND kind = 'customer'",
                store.id().value());
    }

    /// Conversations of every kind, each customer Online, and one of the threads so long.
    private Shop shop(int conversations, int messages) {
        Store store = given.store();
        StaffBrowser priya = new StaffBrowser(server, given.agent(store));
        JsonNode before = priya.inbox().get("position");
        for (int customer = 0; customer < conversations; customer++) {
            ConversationId id =
                    given.firstMessage(store, given.secret(), "Hello?").conversation().id();
            presence.arrived(store.id(), id);
            switch (customer % 3) {
                case 0 -> priya.answer(id.value(), "Good morning!");
                case 1 ->
                        deeds.assign(
                                store, id.value(), priya.member().staff(), priya.member().staff());
                default -> priya.note(id.value(), "A regular");
            }
        }
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        for (int message = 0; message < messages; message++) {
            anna.write("Message " + message);
        }
        carryAPictureEach(store);
        for (int order = 0; order < conversations; order++) {
            integrations.order(store, "o-" + order, "#" + order, "c-1", "Bowl");
        }
        DatabaseOwner.execute(
                """
                UPDATE customer SET shop_customer_id = 'c-1', linked_by = 'staff'
                 WHERE store_id = ?
                """,
                store.id().value());
        return new Shop(priya, anna, before);
    }
}
