package dev.shopbell.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.Labels;
import dev.shopbell.message.DraftText;
import dev.shopbell.message.Drafts;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.faq.FaqId;
import dev.shopbell.message.faq.FaqLanguage;
import dev.shopbell.message.faq.FaqText;
import dev.shopbell.message.faq.Faqs;
import dev.shopbell.message.quickreply.QuickReplies;
import dev.shopbell.message.quickreply.QuickReplyId;
import dev.shopbell.message.quickreply.QuickReplyPictures;
import dev.shopbell.message.quickreply.QuickReplyText;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.profile.StaffNoteId;
import dev.shopbell.profile.StaffNoteText;
import dev.shopbell.profile.StaffNotes;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenEmailAccount;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.GivenWebhook;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The second wall between stores: what PostgreSQL itself does not let the server see or write.
/// Tables are read from the catalogue, so that a new one without the wall fails here.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RowLevelSecurityTest {

    /// Tables that belong to no store, each for a reason.
    private static final List<String> OF_NO_STORE =
            List.of(
                    "account_mail", // mails to people about their accounts
                    "flyway_schema_history", // how far the schema is
                    "installation", // which history this is
                    "job", // what is to be done
                    "mailbox_position", // how far mail was read that may be for any store
                    "password_reset", // of a person, like their sessions
                    "push_key", // of the installation
                    "staff", // a person may work for several stores
                    "staff_session");

    /// Functions that run as the owner. Each has its store or person as a parameter, or finds in
    /// the store that is set only.
    private static final List<String> AS_THE_OWNER =
            List.of(
                    "api_key_with_secret",
                    "erase_customer",
                    "erase_part_of_conversation",
                    "every_store",
                    "feed_positions",
                    "forget_in_the_audit_trail",
                    "is_address_in_test",
                    "mail_with_id",
                    "mails_of_conversation",
                    "mails_with_message_id",
                    "memberships_of",
                    "search_messages",
                    "search_people",
                    "search_products",
                    "store_at_address",
                    "store_of_email_check",
                    "store_of_invitation",
                    "store_with_key",
                    "stores_with_mailboxes",
                    "take_browsers_away",
                    "webhooks_due");

    private static final String PROCESS = "SELECT pg_backend_pid()::text";
    private static final int REFUSED = -1;

    @Inject Given given;
    @Inject Labels labels;
    @Inject Deeds deeds;
    @Inject Handlings handlings;
    @Inject Database database;
    @Inject Drafts drafts;
    @Inject QuickReplies quickReplies;
    @Inject QuickReplyPictures pictures;
    @Inject Faqs faqs;
    @Inject GivenEmailAccount accounts;
    @Inject GivenIntegration integrations;
    @Inject StaffNotes notes;
    @Inject DataSource pool;

    private Store ours;
    private Store theirs;

    @BeforeEach
    void twoStoresWithARowInEveryTable() {
        ours = storeWithARowInEveryTable();
        theirs = storeWithARowInEveryTable();
    }

    @Test
    void everyTableIsBehindTheWallOrOfNoStore() {
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT c.relname
                                  FROM pg_class c
                                 WHERE c.relnamespace = 'public'::regnamespace
                                   AND c.relkind IN ('r', 'p')
                                   AND NOT (c.relrowsecurity
                                            AND EXISTS (SELECT FROM pg_policy p
                                                         WHERE p.polrelid = c.oid))
                                 ORDER BY 1
                                """))
                .isEqualTo(OF_NO_STORE);
        assertThat(DatabaseOwner.tenantTables())
                .doesNotContainAnyElementsOf(OF_NO_STORE)
                .contains("message", "conversation", "customer", "store");
    }

    @Test
    void theWallIsTheSameInEveryTable() {
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT DISTINCT polcmd::text || ' ' || polpermissive || ' ' || polroles::text || ' '
                                       || pg_get_expr(polqual, polrelid) || ' '
                                       || COALESCE(pg_get_expr(polwithcheck, polrelid), '=')
                                  FROM pg_policy
                                """))
                .containsExactly(
                        "* true {0} (store_id = (NULLIF(current_setting('shopbell.store'::text, true), ''::text))::uuid) =");
    }

    @Test
    void aViewSeesNoMoreThanWhoLooksThroughIt() {
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT c.relname
                                  FROM pg_class c
                                 WHERE c.relnamespace = 'public'::regnamespace
                                   AND c.relkind IN ('v', 'm')
                                   AND NOT 'security_invoker=true' = ANY (COALESCE(c.reloptions, '{}'))
                                """))
                .isEmpty();
    }

    @Test
    void onlyTheseFunctionsRunAsTheOwnerAndOnlyForTheServer() {
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT p.proname
                                  FROM pg_proc p
                                 WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
                                 ORDER BY 1
                                """))
                .isEqualTo(AS_THE_OWNER);
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT p.proname
                                  FROM pg_proc p
                                  CROSS JOIN LATERAL aclexplode(COALESCE(p.proacl, acldefault('f', p.proowner))) a
                                 WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND a.grantee = 0
                                """))
                .isEmpty();
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT p.proname
                                  FROM pg_proc p
                                 WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
                                   AND NOT 'search_path=public, pg_temp' = ANY (COALESCE(p.proconfig, '{}'))
                                """))
                .isEmpty();
    }

    @Test
    void aFreshConnectionWithoutAStoreSeesNoRows() throws SQLException {
        try (Connection connection = DatabaseOwner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE shopbell_server");

            assertSeesNothing(connection);
        }
    }

    @Test
    void aConnectionThatAnotherStoreHasJustUsedSeesNoRows() throws SQLException {
        String used = database.inStore(theirs.id(), tx -> process(tx));

        try (Connection connection = pool.getConnection()) {
            assertThat(DatabaseOwner.ask(connection, PROCESS)).containsExactly(used);
            assertSeesNothing(connection);
        }
    }

    @Test
    void aTransactionThatFailedLeavesNoStoreBehind() throws SQLException {
        AtomicReference<String> used = new AtomicReference<>();
        assertThatThrownBy(() ->
                        database.inStore(
                                theirs.id(),
                                tx -> {
                                    used.set(process(tx));
                                    return tx.createQuery("SELECT 1 / 0").mapTo(Long.class).one();
                                }))
                .isInstanceOf(StatementException.class);

        try (Connection connection = pool.getConnection()) {
            assertThat(DatabaseOwner.ask(connection, PROCESS)).containsExactly(used.get());
            assertSeesNothing(connection);
        }
    }

    @Test
    void inAStoreOnlyItsOwnRowsExist() {
        for (String table : DatabaseOwner.tenantTables()) {
            List<UUID> stores =
                    database.inStore(
                            ours.id(),
                            tx ->
                                    tx.createQuery("SELECT DISTINCT store_id FROM " + table)
                                            .mapTo(UUID.class)
                                            .list());

            assertThat(stores).as(table).containsExactly(ours.id().value());
        }
    }

    @Test
    void anotherStoresRowsCannotBeWritten() throws SQLException {
        for (String table : DatabaseOwner.tenantTables()) {
            String whole = String.join(", ", columns(table));
            String theirRow = rowOf(table, theirs, whole);
            assertRefused(
                    ours,
                    // The row is read as the owner would: only its insertion is the server's.
                    "INSERT INTO %1$s (%2$s) SELECT %2$s FROM json_populate_record(NULL::%1$s, ?::json)"
                            .formatted(table, whole),
                    theirRow);
            assertRefused(
                    ours,
                    "UPDATE %s SET store_id = ?::uuid".formatted(table),
                    theirs.id().value().toString());
            assertThat(
                            changedOrRefused(
                                    ours,
                                    "UPDATE %s SET store_id = store_id WHERE store_id = ?::uuid"
                                            .formatted(table),
                                    theirs.id().value().toString()))
                    .as(table)
                    .isNotPositive();
            assertThat(
                            changedOrRefused(
                                    ours,
                                    "DELETE FROM %s WHERE store_id = ?::uuid".formatted(table),
                                    theirs.id().value().toString()))
                    .as(table)
                    .isNotPositive();
        }
    }

    @Test
    void theServersRoleOwnsNothingAndMayChangeNoSchema() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(DatabaseOwner.ask(connection, "SELECT current_user"))
                    .containsExactly("shopbell_server");
            assertThat(
                            DatabaseOwner.ask(
                                    connection,
                                    """
                                    SELECT 'superuser' FROM pg_roles WHERE rolname = current_user
                                       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
                                            OR rolreplication OR rolcanlogin)
                                    UNION ALL
                                    SELECT relname FROM pg_class
                                     WHERE pg_has_role(current_user, relowner, 'USAGE')
                                    UNION ALL
                                    SELECT proname FROM pg_proc
                                     WHERE pg_has_role(current_user, proowner, 'USAGE')
                                    UNION ALL
                                    SELECT nspname FROM pg_namespace
                                     WHERE nspname NOT LIKE 'pg\\_temp%'
                                       AND has_schema_privilege(oid, 'CREATE')
                                    UNION ALL
                                    SELECT roleid::regrole::text FROM pg_auth_members
                                     WHERE member = current_user::regrole
                                    """))
                    .isEmpty();
        }
    }

    @Test
    void theServersRoleChangesRowsAndNothingElse() {
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT DISTINCT privilege_type
                                  FROM information_schema.role_table_grants
                                 WHERE grantee IN ('shopbell_server', 'PUBLIC')
                                   AND table_schema = 'public'
                                 ORDER BY 1
                                """))
                .isSubsetOf("SELECT", "INSERT", "UPDATE", "DELETE");
    }

    private static String process(StoreTransaction tx) {
        assertThat(tx.createQuery("SELECT count(*) FROM message").mapTo(Long.class).one())
                .isPositive();
        return tx.createQuery(PROCESS).mapTo(String.class).one();
    }

    private void assertSeesNothing(Connection connection) throws SQLException {
        for (String table : DatabaseOwner.tenantTables()) {
            assertThat(DatabaseOwner.ask("SELECT count(*) FROM " + table))
                    .as(table + " has rows to hide")
                    .doesNotContain("0");
            assertThat(DatabaseOwner.ask(connection, "SELECT count(*) FROM " + table))
                    .as(table)
                    .containsExactly("0");
        }
    }

    private void assertRefused(Store as, String sql, String value) throws SQLException {
        assertThat(changedOrRefused(as, sql, value)).as(sql).isEqualTo(REFUSED);
    }

    /// How many rows were changed, or that PostgreSQL lets nobody try. Undone in any case.
    private int changedOrRefused(Store as, String sql, String value) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var set =
                            connection.prepareStatement(
                                    "SELECT set_config('shopbell.store', ?, true)");
                    var statement = connection.prepareStatement(sql)) {
                set.setString(1, as.id().value().toString());
                set.execute();
                statement.setString(1, value);
                return statement.executeUpdate();
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(sql).isEqualTo("42501"); // insufficient privilege
                return REFUSED;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<String> columns(String table) {
        return DatabaseOwner.ask(
                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
                table);
    }

    private static String rowOf(String table, Store store, String columns) {
        return DatabaseOwner.ask(
                        "SELECT to_json(t) FROM (SELECT %s FROM %s WHERE store_id = ? LIMIT 1) t"
                                .formatted(columns, table),
                        store.id().value())
                .getFirst();
    }

    private static void keepAFile(Store store, UUID conversation) {
        UUID blob = UUID.randomUUID();
        DatabaseOwner.execute(
                "INSERT INTO blob (store_id, blob_id, kept_for, content, created_at) VALUES (?, ?, 'attachment', 'x', now())",
                store.id().value(),
                blob);
        DatabaseOwner.execute(
                """
                INSERT INTO attachment
                       (store_id, conversation_id, attachment_id, kind, name, media_type, byte_size, width, height, animated,
                        upload_hash, content_blob, created_at)
                VALUES (?, ?, ?, 'image', 'parcel.png', 'image/png', 1, 1, 1, false, 'x', ?, now())
                """,
                store.id().value(),
                conversation,
                UUID.randomUUID(),
                blob);
    }

    private Store storeWithARowInEveryTable() {
        Store store = given.store();
        SignedIn agent = given.agent(store);
        var posted = given.firstMessage(store, given.secret(), "Hello");
        given.read(agent, posted.conversation().id(), 1);
        drafts.keep(
                agent.member(),
                new Drafts.Typed(
                        posted.conversation().id(),
                        MessageKind.STAFF,
                        new DraftText("Hello"),
                        1L,
                        List.of()));
        // Leaves a label that only its assignee knows, and an entry of the audit trail.
        deeds.assign(
                store, posted.conversation().id().value(), agent.staff().id(), agent.staff().id());
        labels.set(agent.member(), posted.conversation().id(), List.of("Returns"));
        GivenTeam.invitation(store, agent.staff().id());
        useAQuickReply(agent.member());
        faqs.save(
                agent.member(),
                new FaqId(UUID.randomUUID()),
                new FaqText(new FaqLanguage("en"), "Is it safe?", "Yes", true));
        beTold(agent, posted.conversation().id().value());
        accounts.account(store.id(), agent.staff().id());
        handlings.block(agent.member(), posted.conversation().id(), true);
        keepAFile(store, posted.conversation().id().value());
        GivenMail.firstMessageCameByMail(store, posted.conversation().id().value());
        fixAMail(store);
        GivenMail.logo(store);
        integrations.tellOfEverything(store, agent.member());
        fillACart(store);
        openAPage(store);
        sendALink(store);
        eraseSomebody(store);
        new GivenWebhook(given.owner(store), "http://127.0.0.1:1/", GivenWebhook.EVERYTHING)
                .ask("PUT", "/tests/" + UUID.randomUUID());
        notes.save(
                agent.member(),
                posted.conversation().id(),
                new StaffNoteId(UUID.randomUUID()),
                new StaffNoteText("A regular"),
                0);
        return store;
    }

    private static void eraseSomebody(Store store) {
        DatabaseOwner.execute(
                "INSERT INTO erased_subject (store_id, subject, erased_up_to, erased_at) VALUES (?, 'x', now(), now())",
                store.id().value());
        DatabaseOwner.execute(
                """
                INSERT INTO erased_conversation (store_id, conversation_id, feed_seq, erased_at)
                VALUES (?, gen_random_uuid(), 0, now())
                """,
                store.id().value());
        DatabaseOwner.execute(
                "INSERT INTO erased_mail (store_id, content_hash, erased_at) VALUES (?, 'x', now())",
                store.id().value());
    }

    private static void fillACart(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO cart (store_id, customer_id, currency, items, quantity, subtotal, digest, changed_at)
                SELECT c.store_id, c.customer_id, 'EUR', '[]', 0, 0, 'x', now() FROM customer c WHERE c.store_id = ?
                """,
                store.id().value());
        DatabaseOwner.execute(
                """
                INSERT INTO cart_told (store_id, conversation_id, items)
                SELECT c.store_id, c.conversation_id, '[]' FROM conversation c WHERE c.store_id = ?
                """,
                store.id().value());
        DatabaseOwner.execute(
                """
                WITH kept AS (
                    INSERT INTO cart_snapshot (store_id, conversation_id, digest, currency, items, changed_at)
                    SELECT c.store_id, c.conversation_id, 'x', 'EUR', '[]', now() FROM conversation c WHERE c.store_id = ?
                    RETURNING store_id, conversation_id, digest)
                INSERT INTO message_context (store_id, conversation_id, client_id, cart_digest)
                SELECT store_id, conversation_id, gen_random_uuid(), digest FROM kept
                """,
                store.id().value());
    }

    private static void openAPage(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO page_visit (store_id, conversation_id, place, url, opened_at)
                SELECT c.store_id, c.conversation_id, 1, 'https://shop.example/', now()
                  FROM conversation c WHERE c.store_id = ?
                """,
                store.id().value());
    }

    private static void sendALink(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO email_confirmation (store_id, link_hash, conversation_id, email, expires_at)
                SELECT c.store_id, decode(md5(c.conversation_id::text), 'hex'), c.conversation_id, 'anna@example.com', now()
                  FROM conversation c WHERE c.store_id = ?
                """,
                store.id().value());
    }

    private static void fixAMail(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO mail (store_id, mail_id, kind, message_id, sender, recipient, bounce_to, content, created_at)
                VALUES (?, gen_random_uuid(), 'test', gen_random_uuid()::text, 'chat@hearthlow.example',
                        'anna@example.com', 'chat@hearthlow.example', 'Subject: Hello', now())
                """,
                store.id().value());
    }

    private static void beTold(SignedIn person, UUID conversation) {
        UUID store = person.member().store().value();
        UUID staff = person.staff().id().value();
        DatabaseOwner.execute(
                "INSERT INTO staff_notification_setting (store_id, staff_id) VALUES (?, ?)",
                store,
                staff);
        DatabaseOwner.execute(
                "INSERT INTO notification_mark (store_id, conversation_id, staff_id)"
                        + " VALUES (?, ?, ?)",
                store,
                conversation,
                staff);
        DatabaseOwner.execute(
                """
                INSERT INTO push_subscription
                       (store_id, subscription_id, staff_id, session_id, endpoint, public_key, auth_secret, created_at)
                VALUES (?, gen_random_uuid(), ?, ?, 'https://push.example/1', decode(repeat('04', 65), 'hex'),
                        decode(repeat('04', 16), 'hex'), now())
                """,
                store,
                staff,
                person.session().id().value());
    }

    private void useAQuickReply(Member member) {
        QuickReplyId id = new QuickReplyId(UUID.randomUUID());
        quickReplies.save(member, id, new QuickReplyText("Return", "return", "Within 30 days"));
        quickReplies.use(member, id, new MessageId(UUID.randomUUID()));
        pictures.save(
                member, id, new FileName("parcel.png"), new ByteArrayInputStream(Pictures.png(1)));
    }
}
