package dev.shopbell.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/// The login that owns the tables: no policy hides anything from it. For looking behind the
/// application's back, and for what no part of it can do yet.
public final class DatabaseOwner {

    private DatabaseOwner() {}

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                configured("quarkus.datasource.jdbc.url"),
                configured("quarkus.datasource.username"),
                configured("quarkus.datasource.password"));
    }

    /// Whom nothing binds, and as whom nothing of ours ever works.
    public static Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(
                configured("quarkus.datasource.jdbc.url"),
                "postgres",
                configured("shopbell.test.superuser-password"));
    }

    /// Runs one statement; says how many rows it changed.
    public static int execute(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// The first column of every row, as text.
    public static List<String> ask(String sql, Object... values) {
        try (Connection connection = connect()) {
            return ask(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static List<String> ask(Connection connection, String sql, Object... values)
            throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// Every table that belongs to stores, by name.
    public static List<String> tenantTables() {
        return ask(
                """
                SELECT c.relname
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'store_id'
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                 ORDER BY 1
                """);
    }

    /// How many rows each table has: equal before and after means that nothing was stored.
    public static Map<String, Long> rowCounts() {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = connect()) {
            for (String table :
                    ask(
                            connection,
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
                String count = ask(connection, "SELECT count(*) FROM " + counted(table)).getFirst();
                counts.put(table, Long.valueOf(count));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Some jobs are there to look after a while, whatever another test did before; of carts they
    /// keep what they told, and write a line about it.
    private static String counted(String table) {
        return switch (table) {
            case "job" ->
                    """
                    job WHERE task_name NOT IN ('team.return_conversations', 'email.reply', 'notification.message',
                                                'browsing.cart')
                    """;
            case "cart_told" -> "cart_told WHERE false";
            case "message" -> "message WHERE event IS NULL OR event ->> 'type' <> 'cart_changed'";
            default -> table;
        };
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }
}
