package dev.shopbell.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/// The login that owns the tables: no policy hides anything from it. For looking behind the
/// application's back, and for what no part of it can do yet.
public final class DatabaseOwner {

    /// Kept for the next statement, since most of what a statement of a test costs is its
    /// connection.
    private static final Queue<Connection> IDLE = new ConcurrentLinkedQueue<>();

    private static final int PATIENCE_SECONDS = 10;

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
        return kept(connection -> {
            try (PreparedStatement statement = bound(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /// The first column of every row, as text.
    public static List<String> ask(String sql, Object... values) {
        return kept(connection -> ask(connection, sql, values));
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

    /// How many rows each table has, at one moment: equal before and after means that nothing was
    /// stored.
    public static Map<String, Long> rowCounts() {
        String everyTable =
                ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").stream()
                        .map(table -> "SELECT '" + table + "', count(*) FROM " + counted(table))
                        .collect(Collectors.joining(" UNION ALL "));
        return kept(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(everyTable);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        });
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

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static <T> T kept(Work<T> work) {
        try {
            Connection connection = idle();
            try {
                return work.with(connection);
            } finally {
                IDLE.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One that still leads to the database: that of another application under test is gone.
    private static Connection idle() throws SQLException {
        String url = configured("quarkus.datasource.jdbc.url");
        for (Connection kept = IDLE.poll(); kept != null; kept = IDLE.poll()) {
            if (kept.getMetaData().getURL().equals(url) && kept.isValid(PATIENCE_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        return connect();
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
