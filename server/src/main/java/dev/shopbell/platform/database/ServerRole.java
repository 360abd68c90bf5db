package dev.shopbell.platform.database;

import dev.shopbell.platform.launch.LaunchException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Row-level security keeps stores apart only for roles that it binds. The server does not start as
/// one that it does not.
@Singleton
public final class ServerRole {

    private static final String ATTRIBUTES =
            """
            SELECT r.rolname, r.rolsuper, r.rolbypassrls,
                   EXISTS (SELECT
                             FROM pg_class c
                            WHERE c.relnamespace = 'public'::regnamespace
                              AND c.relkind IN ('r', 'p')
                              AND pg_has_role(r.oid, c.relowner, 'USAGE')) AS owns_tables
              FROM pg_roles r
             WHERE r.rolname = current_user
            """;

    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started,
            DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            require(connection);
        } catch (SQLException e) {
            throw new LaunchException("The database cannot be used: " + e.getMessage(), e);
        }
    }

    /// Throws a [LaunchException] that says what the role of this connection is allowed too much.
    public static void require(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(ATTRIBUTES)) {
            role.next();
            String tooMuch = tooMuch(role);
            if (tooMuch != null) {
                throw new LaunchException(
                        "The server would work as the PostgreSQL role %s, which %s, so nothing would keep the stores apart."
                                .formatted(role.getString("rolname"), tooMuch));
            }
        }
    }

    private static @Nullable String tooMuch(ResultSet role) throws SQLException {
        if (role.getBoolean("rolsuper")) {
            return "is a superuser";
        }
        if (role.getBoolean("rolbypassrls")) {
            return "bypasses row-level security";
        }
        return role.getBoolean("owns_tables") ? "owns the tables" : null;
    }
}
