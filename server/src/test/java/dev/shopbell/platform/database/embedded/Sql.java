package dev.shopbell.platform.database.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// One statement on a connection of its own.
final class Sql {

    private Sql() {}

    static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        return ask(postgres.jdbcUrl(), postgres.username(), postgres.password(), query);
    }

    static String ask(String url, String username, String password, String query)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, username, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static void run(EmbeddedPostgres postgres, String statementText) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        }
    }
}
