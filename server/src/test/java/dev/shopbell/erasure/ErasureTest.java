package dev.shopbell.erasure;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static dev.shopbell.testkit.ShopperBrowser.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.database.Database;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever is erased leaves nothing, and does not come back by what is told late.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ErasureTest {

    private static final String EARLIER = "2026-11-01T09:00:00Z";

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject GivenIdentity identities;
    @Inject GivenIntegration integrations;
    @Inject Database database;
    @Inject Erasures erasures;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn owner;
    private StaffBrowser priya;
    private String signing;
    private ShopSystem shop;
    private VisitorSecret secret;
    private ShopperBrowser anna;

    @BeforeEach
    void annaIsACustomerWhoWrote() {
        store = given.store();
        owner = given.owner(store);
        priya = new StaffBrowser(server, owner);
        signing = identities.secret(owner.member());
        shop = new ShopSystem(integrations.key(owner.member()));
        integrations.customer(store, "c-anna", "Anna Kowalska", "anna@shop.example");
        secret = given.secret();
        anna = new ShopperBrowser(server, store, secret);
        anna.write("It arrived broken");
        signIn(secret, "c-anna");
    }

    @Test
    void nothingOfThemIsLeftAnywhere() {
        ShopperBrowser phone = new ShopperBrowser(server, store, given.secret());
        phone.write("Kingfisher");
        signIn(phone.secret(), "c-anna");
        UUID picture = UUID.randomUUID();
        var _ = files.pending(store, secret, new ConversationId(phone.conversation()), picture);
        fillEverything(phone);
        assertThat(tablesThatSay("kingfisher")).contains("message", "staff_note", "draft");
        assertThat(tablesThatSay("c-anna")).contains("customer", "shop_order", "audit_entry");

        assertThat(shop.delete("/customers/c-anna").status()).isEqualTo(204);

        assertThat(tablesThatSay("kingfisher")).isEmpty();
        assertThat(tablesThatSay("kowalska")).isEmpty();
        assertThat(tablesThatSay("anna@")).isEmpty();
        assertThat(tablesThatSay("c-anna")).isEmpty();
        assertThat(tablesThatSay(phone.conversation().toString()))
                .containsOnly("erased_conversation", "audit_entry");
        for (String table : List.of("visitor", "customer", "blob", "attachment", "cart")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT subject::text FROM audit_entry WHERE store_id = ? AND action = 'customer_erased'",
                                store.id().value()))
                .containsExactly("{\"writers\": 1}");
        assertThat(shop.delete("/customers/c-anna").status()).isEqualTo(204);
    }

    @Test
    void openChatsAndInboxesHearThatItIsGone() {
        JsonNode position = priya.inbox().get("position");
        StaffBrowser lena = new StaffBrowser(server, given.agent(store));
        try (LiveClient panel = anna.connect(1);
                LiveClient inbox = priya.connect(position)) {
            panel.next("welcome");

            shop.delete("/customers/c-anna");

            panel.next("start_over");
            JsonNode frame = inbox.next("changes", each -> !each.get("gone").isEmpty());
            assertThat(frame.at("/gone/0").asText()).isEqualTo(anna.conversation().toString());
        }
        assertThat(priya.askForThread(anna.conversation()).status()).isEqualTo(404);
        assertThat(lena.changes(position, 0).body().get("gone").toString())
                .contains(anna.conversation().toString());
        ShopperBrowser again = new ShopperBrowser(server, store, secret);
        again.write("Hello?");
        assertThat(again.thread().get("messages")).hasSize(1);
    }

    @Test
    void whoCouldNotSeeItDoesNotHearThatItIsGone() {
        JsonNode position = priya.inbox().get("position");
        priya.tryAssign(anna.conversation(), null, owner.staff().id().value());
        StaffBrowser lena = new StaffBrowser(server, given.agent(store));
        JsonNode afterwards = priya.inbox().get("position");

        shop.delete("/customers/c-anna");

        assertThat(lena.changes(afterwards, 0).body().toString())
                .doesNotContain(anna.conversation().toString());
        assertThat(priya.changes(position, 0).body().get("gone").toString())
                .contains(anna.conversation().toString());
    }

    @Test
    void whatIsToldLateDoesNotBringThemBack() {
        shop.delete("/customers/c-anna");

        assertThat(shop.put("/customers/c-anna", customer(EARLIER)).outcome())
                .isEqualTo("409 erased_since");
        assertThat(shop.put("/orders/o-1", order("\"customerId\": \"c-anna\"", EARLIER)).outcome())
                .isEqualTo("409 erased_since");
        assertThat(shop.put("/customers/c-anna/cart", cart(EARLIER)).outcome())
                .isEqualTo("409 erased_since");
        JsonNode report =
                shop.lines(
                                UUID.randomUUID(),
                                1,
                                line("customer", "c-ben", customer(EARLIER))
                                        + line("customer", "c-anna", customer(EARLIER))
                                        + line(
                                                "order",
                                                "o-1",
                                                order("\"customerId\": \"c-anna\"", EARLIER)))
                        .json()
                        .get("dataImport");
        assertThat(report.get("customers").asInt()).isEqualTo(1);
        assertThat(report.get("wrong").asInt()).isEqualTo(2);
        assertThat(report.at("/mistakes/0/line").asInt()).isEqualTo(2);
        assertThat(report.at("/mistakes/0/code").asText()).isEqualTo("erased_since");
        assertThat(report.at("/mistakes/1/line").asInt()).isEqualTo(3);
        assertThat(tablesThatSay("c-anna")).isEmpty();
    }

    @Test
    void whatChangedAfterwardsIsOfSomebodyNew() {
        shop.delete("/customers/c-anna");
        String later = Instant.now().plusSeconds(60).toString();

        assertThat(shop.put("/customers/c-anna", customer(later)).status()).isEqualTo(200);
        assertThat(shop.put("/orders/o-1", order("\"customerId\": \"c-anna\"", later)).status())
                .isEqualTo(200);
        VisitorSecret tablet = given.secret();
        signIn(tablet, "c-anna");
        ShopperBrowser again = new ShopperBrowser(server, store, tablet);
        again.write("Hello again");
        assertThat(again.thread().get("messages")).hasSize(1);
    }

    @Test
    void whoeverIsLinkedByHandIsOnlyLinkedNoMore() {
        ShopperBrowser bea = new ShopperBrowser(server, store, given.secret());
        bea.write("It is me, Anna");
        DatabaseOwner.execute(
                """
                UPDATE customer SET shop_customer_id = 'c-anna', linked_by = 'staff'
                 WHERE (store_id, customer_id) = (SELECT store_id, customer_id FROM conversation
                                                   WHERE conversation_id = ?)
                """,
                bea.conversation());

        shop.delete("/customers/c-anna");

        assertThat(bea.thread().get("messages")).hasSize(1);
        assertThat(tablesThatSay("c-anna")).isEmpty();
    }

    @Test
    void whoeverHasProvenTheVeryAddressIsNotOnlyLinked() {
        integrations.customer(store, "c-bea", "Bea", "bea@shop.example");
        ShopperBrowser bea = new ShopperBrowser(server, store, given.secret());
        bea.write("Puffin");
        DatabaseOwner.execute(
                """
                UPDATE customer
                   SET shop_customer_id = 'c-bea', linked_by = 'staff', email = 'bea@shop.example',
                       proven_email = 'bea@shop.example', email_verified_at = now()
                 WHERE (store_id, customer_id) = (SELECT store_id, customer_id FROM conversation
                                                   WHERE conversation_id = ?)
                """,
                bea.conversation());

        shop.delete("/customers/c-bea");

        assertThat(tablesThatSay("puffin")).isEmpty();
        assertThat(anna.thread().get("messages")).hasSize(1);
    }

    @Test
    void ordersWithoutAnAccountGoOnlyWhereTheAddressIsTheirs() {
        integrations.customer(store, "c-ben", "Ben", "ben@shop.example");
        shop.put("/orders/o-1", order("\"email\": \"c-anna@example.com\"", EARLIER));
        shop.put("/orders/o-2", order("\"email\": \"ben@shop.example\"", EARLIER));
        shop.put("/orders/o-3", order("\"customerId\": \"c-ben\"", EARLIER));

        shop.delete("/customers/c-anna");
        shop.delete("/customers/c-ben");

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT external_id FROM shop_order WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("o-2");
        assertThat(
                        shop.put("/orders/o-1", order("\"email\": \"c-anna@example.com\"", EARLIER))
                                .outcome())
                .isEqualTo("409 erased_since");
    }

    @Test
    void anotherStoresKeyErasesNothingHere() {
        ShopSystem nextDoor = new ShopSystem(integrations.key(given.owner(given.store()).member()));

        assertThat(nextDoor.delete("/customers/c-anna").status()).isEqualTo(204);

        assertThat(anna.thread().get("messages")).hasSize(1);
        assertThat(shop.get("/customers/c-anna").status()).isEqualTo(200);
        assertThat(shop.put("/customers/c-anna", customer(EARLIER)).status()).isEqualTo(200);
    }

    @Test
    void whatWasBegunIsFinishedThoughWhoBeganItDied() {
        ShopperBrowser phone = new ShopperBrowser(server, store, given.secret());
        phone.write("On my way");
        signIn(phone.secret(), "c-anna");
        DatabaseOwner.execute(
                """
                INSERT INTO message (store_id, conversation_id, seq, client_id, kind, body, event, sent_at, feed_seq)
                SELECT store_id, conversation_id, last_seq + n, gen_random_uuid(), 'event', '', '{"type": "blocked"}',
                       now(), feed_seq
                  FROM conversation, generate_series(1, 5000) AS n
                 WHERE conversation_id = ?
                """,
                anna.conversation());
        boolean _ =
                database.inStore(
                        store.id(),
                        tx ->
                                !erasures.begin(
                                                tx,
                                                store.id(),
                                                new Actor(UUID.randomUUID(), "Shop"),
                                                ExternalId.checked("c-anna", "id"))
                                        .isEmpty());
        // Whoever comes back before it is finished is somebody new, and takes nothing along.
        signIn(secret, "c-anna");
        signIn(phone.secret(), "c-anna");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("conversation") == 0 && count("customer") == 1);
        assertThat(count("message")).isZero();
    }

    /// Whoever adds a table that refers to one of these says there what becomes of it.
    @Test
    void everyTableThatRefersToWhatIsErasedGoesWithIt() {
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT c.conrelid::regclass || ' ' || c.conname
                                  FROM pg_constraint c
                                 WHERE c.contype = 'f'
                                   AND c.confrelid IN ('conversation'::regclass, 'message'::regclass, 'customer'::regclass)
                                   AND c.confdeltype <> 'c'
                                   AND c.conrelid <> 'conversation'::regclass
                                   AND NOT EXISTS (
                                       SELECT FROM pg_proc p
                                        WHERE p.proname IN ('erase_part_of_conversation', 'erase_customer')
                                          AND p.prosrc LIKE '%DELETE FROM ' || c.conrelid::regclass || ' %')
                                """))
                .isEmpty();
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT a.attrelid::regclass::text
                                  FROM pg_attribute a
                                  JOIN pg_class t ON t.oid = a.attrelid AND t.relkind = 'r'
                                 WHERE t.relnamespace = 'public'::regnamespace
                                   AND a.attname IN ('conversation_id', 'customer_id')
                                   AND a.attrelid::regclass::text NOT IN
                                       ('conversation', 'customer', 'erased_conversation', 'shop_order', 'shop_cart')
                                   AND NOT EXISTS (SELECT FROM pg_constraint c
                                                    WHERE c.contype = 'f' AND c.conrelid = a.attrelid
                                                      AND c.confrelid IN ('conversation'::regclass, 'customer'::regclass))
                                """))
                .isEmpty();
    }

    private void fillEverything(ShopperBrowser phone) {
        priya.answer(phone.conversation(), "Kingfisher blue?");
        priya.draft(phone.conversation(), "staff", "Kingfisher or");
        priya.read(phone.conversation(), 1);
        phone.cart("EUR", item("Kingfisher bowl", 4200, 1));
        phone.writeWith(
                UUID.randomUUID(),
                Map.of("page", Map.of("url", Given.ORIGIN + "/kingfisher", "title", "Kingfisher")));
        shop.put("/orders/o-9", order("\"customerId\": \"c-anna\"", EARLIER));
        shop.put("/customers/c-anna/cart", cart(EARLIER));
        DatabaseOwner.execute(
                """
                INSERT INTO staff_note (store_id, staff_note_id, customer_id, body, author_id, created_at, edited_by, edited_at)
                SELECT store_id, gen_random_uuid(), customer_id, 'Likes the kingfisher', ?, now(), ?, now()
                  FROM conversation WHERE conversation_id = ?
                """,
                owner.staff().id().value(),
                owner.staff().id().value(),
                phone.conversation());
        DatabaseOwner.execute(
                """
                INSERT INTO audit_entry (store_id, audit_id, at, actor_id, actor_name, action, subject)
                VALUES (?, gen_random_uuid(), now(), NULL, NULL, 'customer_linked',
                        jsonb_build_object('conversation', ?, 'shopCustomer', 'c-anna'))
                """,
                store.id().value(),
                phone.conversation().toString());
    }

    private void signIn(VisitorSecret visitor, String customer) {
        Http.Answer shown =
                identify(
                        store,
                        visitor,
                        Tokens.hs256(
                                signing,
                                Tokens.claims(
                                        store.key(),
                                        customer,
                                        customer + "@example.com",
                                        "Anna Kowalska")));
        assertThat(shown.outcome()).as(shown.body()).isEqualTo("204");
    }

    private static String customer(String changedAt) {
        return "{\"name\": \"Anna\", \"changedAt\": \"%s\"}".formatted(changedAt);
    }

    private static String order(String whose, String changedAt) {
        return """
        {%s, "number": "#1", "placedAt": "2026-11-01T09:00:00Z", "currency": "EUR", "total": 1,
         "paymentStatus": "paid", "fulfilmentStatus": "fulfilled", "lines": [], "changedAt": "%s"}
        """
                .formatted(whose, changedAt)
                .replace("\n", "");
    }

    private static String cart(String changedAt) {
        return "{\"currency\": \"EUR\", \"items\": [], \"changedAt\": \"%s\"}".formatted(changedAt);
    }

    private static String line(String type, String id, String told) {
        return "{\"type\": \"%s\", \"id\": \"%s\", %s\n".formatted(type, id, told.substring(1));
    }

    private long count(String table) {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*)::text FROM %s WHERE store_id = ?".formatted(table),
                                store.id().value())
                        .getFirst());
    }

    /// Those of this store's tables in which somewhere it says so.
    private List<String> tablesThatSay(String word) {
        return DatabaseOwner.tenantTables().stream()
                .filter(table ->
                        !DatabaseOwner.ask(
                                        "SELECT 1::text FROM %s t WHERE store_id = ? AND t::text ILIKE ? LIMIT 1"
                                                .formatted(table),
                                        store.id().value(),
                                        "%" + word + "%")
                                .isEmpty())
                .toList();
    }
}
