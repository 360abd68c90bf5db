package dev.shopbell.platform.database;

import dev.shopbell.platform.launch.LaunchException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/// The promise that what was acknowledged is on disk rests on three settings. They are read the way
/// the server sees them, because a database or a role can carry its own.
public final class Durability {

    private Durability() {}

    /// Throws a [LaunchException] that names what is switched off.
    public static void require(Connection connection) throws SQLException {
        List<String> switchedOff = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT name
                                  FROM pg_settings
                                 WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
                                   AND setting NOT IN ('on', 'remote_apply')
                                 ORDER BY name
                                """)) {
            while (row.next()) {
                switchedOff.add(row.getString("name"));
            }
        }
        if (!switchedOff.isEmpty()) {
            throw new LaunchException(
                    "PostgreSQL runs with %s not on, so acknowledged messages could be lost: switch"
                                    .formatted(String.join(", ", switchedOff))
                            + " it on again.");
        }
    }

    /// The same for a database that somebody else runs, as the login that the server will use.
    public static void require(String jdbcUrl, String user, String password) throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        // Not by way of DriverManager, which only sees the drivers of its caller's class loader.
        try (Connection connection =
                Objects.requireNonNull(new Driver().connect(jdbcUrl, credentials))) {
            require(connection);
        }
    }
}
