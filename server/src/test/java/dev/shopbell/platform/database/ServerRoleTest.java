package dev.shopbell.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// As whom the server does not work.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServerRoleTest {

    private static final String WIDE = "a_role_with_too_much";

    @Inject DataSource pool;

    @AfterEach
    void dropTheRole() throws SQLException {
        try (Connection superuser = DatabaseOwner.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + WIDE);
        }
    }

    @Test
    void theRoleOfThePoolIsBoundByTheWall() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            ServerRole.require(connection);
        }
    }

    @Test
    void theOwnerIsRefused() throws SQLException {
        try (Connection connection = DatabaseOwner.connect()) {
            assertThatThrownBy(() -> ServerRole.require(connection))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageMatching(
                            "The server would work as the PostgreSQL role shopbell_owner, which owns the tables, so nothing would keep the stores apart\\.");
        }
    }

    @Test
    void whoeverHasTheOwnersRightsIsRefused() throws SQLException {
        String owner = DatabaseOwner.ask("SELECT current_user").getFirst();

        assertRefusal("", owner, "owns the tables");
    }

    @Test
    void aRoleThatBypassesTheWallIsRefused() throws SQLException {
        assertRefusal("BYPASSRLS", "shopbell_server", "bypasses row-level security");
    }

    @Test
    void aSuperuserIsRefused() throws SQLException {
        assertRefusal("SUPERUSER", "shopbell_server", "is a superuser");
    }

    private static void assertRefusal(String attributes, String group, String expected)
            throws SQLException {
        try (Connection connection = DatabaseOwner.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s %s IN ROLE %s".formatted(WIDE, attributes, group));
            statement.execute("SET ROLE " + WIDE);

            assertThatThrownBy(() -> ServerRole.require(connection))
                    .isInstanceOfSatisfying(
                            LaunchException.class,
                            refusal ->
                                    assertThat(refusal)
                                            .hasMessage(
                                                    "The server would work as the PostgreSQL role %s, which %s, so nothing would keep the stores apart."
                                                            .formatted(WIDE, expected)));
        }
    }
}
