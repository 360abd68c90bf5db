package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The promise that what was acknowledged is on disk rests on three settings. They are read the way
/// the server sees them, because a database or a role can carry its own.
final class Durability {

    private Durability() {}

    static void require(Connection connection) throws SQLException {
        List<String> switchedOff = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT name
                                  FROM pg_settings
                                 WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
                                   AND setting <> 'on'
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
}
