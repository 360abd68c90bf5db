package dev.shopbell.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.FullStores;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
                    "search_orders",
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

    @Inject FullStores full;
    @Inject Database database;
    @Inject DataSource pool;

    private Store ours;
    private Store theirs;

    @BeforeEach
    void twoStoresWithARowInEveryTable() {
        ours = full.store();
        theirs = full.store();
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
}
