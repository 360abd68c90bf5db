package dev.shopbell.erasure;

import static dev.shopbell.erasure.ErasingShop.EARLIER;
import static dev.shopbell.erasure.ErasingShop.cart;
import static dev.shopbell.erasure.ErasingShop.customer;
import static dev.shopbell.erasure.ErasingShop.order;
import static dev.shopbell.testkit.ShopperBrowser.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.FullStores;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever is erased leaves nothing, and does not come back by what is told late.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ErasureTest {

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject GivenIdentity identities;
    @Inject GivenIntegration integrations;
    @Inject FullStores full;
    @Inject Database database;
    @Inject Erasures erasures;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn owner;
    private StaffBrowser priya;
    private ErasingShop shop;
    private VisitorSecret secret;
    private ShopperBrowser anna;

    @BeforeEach
    void annaIsACustomerWhoWrote() {
        shop = ErasingShop.open(given, identities, integrations);
        store = shop.store();
        owner = shop.owner();
        priya = new StaffBrowser(server, owner);
        integrations.customer(store, "c-anna", "Anna Kowalska", "anna@shop.example");
        secret = given.secret();
        anna = new ShopperBrowser(server, store, secret);
        anna.write("It arrived broken");
        shop.signIn(secret, "c-anna");
    }

    @Test
    void nothingOfThemIsLeftAnywhere() {
        ShopperBrowser phone = new ShopperBrowser(server, store, given.secret());
        phone.write("Kingfisher");
        shop.signIn(phone.secret(), "c-anna");
        UUID picture = UUID.randomUUID();
        var _ = files.pending(store, secret, new ConversationId(phone.conversation()), picture);
        fillEverything(phone);
        assertThat(shop.tablesThatSay("kingfisher")).contains("message", "staff_note", "draft");
        assertThat(shop.tablesThatSay("c-anna")).contains("customer", "shop_order", "audit_entry");

        assertThat(shop.system().delete("/customers/c-anna").status()).isEqualTo(204);

        assertThat(shop.tablesThatSay("kingfisher")).isEmpty();
        assertThat(shop.tablesThatSay("kowalska")).isEmpty();
        assertThat(shop.tablesThatSay("anna@")).isEmpty();
        assertThat(shop.tablesThatSay("c-anna")).isEmpty();
        assertThat(shop.tablesThatSay(phone.conversation().toString()))
                .containsOnly("erased_conversation", "audit_entry");
        for (String table : List.of("visitor", "customer", "blob", "attachment", "cart")) {
            assertThat(shop.count(table)).as(table).isZero();
        }
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT subject::text FROM audit_entry WHERE store_id = ? AND action = 'customer_erased'",
                                store.id().value()))
                .containsExactly("{\"writers\": 1}");
        assertThat(shop.system().delete("/customers/c-anna").status()).isEqualTo(204);
    }

    /// Whatever may happen to somebody has happened to this one.
    @Test
    void whereThereIsARowInEveryTableNoneIsLeftOfThem() {
        Store everything = full.store();
        SignedIn manager = given.member(everything, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        DatabaseOwner.execute(
                "UPDATE customer SET shop_customer_id = 'c-1', linked_by = 'token' WHERE store_id = ?",
                everything.id().value());

        new ShopSystem(integrations.key(manager.member())).delete("/customers/c-1");

        assertThat(
                        namesOfSomebody()
                                .filter(column ->
                                        !DatabaseOwner.ask(
                                                        "SELECT 1::text FROM %s WHERE store_id = ? AND %s IS NOT NULL LIMIT 1"
                                                                .formatted(
                                                                        column.split("\\.")[0],
                                                                        column),
                                                        everything.id().value())
                                                .isEmpty()))
                .containsExactly("erased_conversation.conversation_id");
    }

    /// `table.column`, of every column that says whose a row is.
    private static Stream<String> namesOfSomebody() {
        return DatabaseOwner.ask(
                """
                SELECT t.relname || '.' || a.attname
                  FROM pg_attribute a
                  JOIN pg_class t ON t.oid = a.attrelid AND t.relkind = 'r'
                 WHERE t.relnamespace = 'public'::regnamespace
                   AND a.attname IN ('conversation_id', 'customer_id')
                 ORDER BY 1
                """)
                .stream();
    }

    @Test
    void openChatsAndInboxesHearThatItIsGone() {
        JsonNode position = priya.inbox().get("position");
        StaffBrowser lena = new StaffBrowser(server, given.agent(store));
        try (LiveClient panel = anna.connect(1);
                LiveClient inbox = priya.connect(position)) {
            panel.next("welcome");

            shop.system().delete("/customers/c-anna");

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

        shop.system().delete("/customers/c-anna");

        assertThat(lena.changes(afterwards, 0).body().toString())
                .doesNotContain(anna.conversation().toString());
        assertThat(priya.changes(position, 0).body().get("gone").toString())
                .contains(anna.conversation().toString());
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

        shop.system().delete("/customers/c-anna");

        assertThat(bea.thread().get("messages")).hasSize(1);
        assertThat(shop.tablesThatSay("c-anna")).isEmpty();
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

        shop.system().delete("/customers/c-bea");

        assertThat(shop.tablesThatSay("puffin")).isEmpty();
        assertThat(anna.thread().get("messages")).hasSize(1);
    }

    @Test
    void anotherStoresKeyErasesNothingHere() {
        ShopSystem nextDoor = new ShopSystem(integrations.key(given.owner(given.store()).member()));

        assertThat(nextDoor.delete("/customers/c-anna").status()).isEqualTo(204);

        assertThat(anna.thread().get("messages")).hasSize(1);
        assertThat(shop.system().get("/customers/c-anna").status()).isEqualTo(200);
        assertThat(shop.system().put("/customers/c-anna", customer(EARLIER)).status())
                .isEqualTo(200);
    }

    @Test
    void whatWasBegunIsFinishedThoughWhoBeganItDied() {
        ShopperBrowser phone = new ShopperBrowser(server, store, given.secret());
        phone.write("On my way");
        shop.signIn(phone.secret(), "c-anna");
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
        shop.signIn(secret, "c-anna");
        shop.signIn(phone.secret(), "c-anna");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> shop.count("conversation") == 0 && shop.count("customer") == 1);
        assertThat(shop.count("message")).isZero();
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
        shop.system().put("/orders/o-9", order("\"customerId\": \"c-anna\"", EARLIER));
        shop.system().put("/customers/c-anna/cart", cart(EARLIER));
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
}
