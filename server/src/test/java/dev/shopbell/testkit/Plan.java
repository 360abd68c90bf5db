package dev.shopbell.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToLongFunction;

/// How PostgreSQL carries a statement out for the server's own role, which is under row-level
/// security, and how much it reads for it.
public record Plan(JsonNode top) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// PostgreSQL plans a statement for the values it is given, or once for all values.
    public enum Mode {
        force_custom_plan,
        force_generic_plan
    }

    /// Carries it out. The values are SQL, by the names they have in the statement.
    public static Plan of(Store store, Mode mode, String sql, SequencedMap<String, String> values) {
        String numbered = sql;
        List<String> used = new ArrayList<>();
        for (var value : values.entrySet()) {
            String parameter = "\\$" + (used.size() + 1);
            String replaced = numbered.replaceAll(":" + value.getKey() + "\\b", parameter);
            if (!replaced.equals(numbered)) {
                used.add(value.getValue());
            }
            numbered = replaced;
        }
        try (Connection connection = DatabaseOwner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE shopbell_server");
            statement.execute("SET shopbell.store = '" + store.id().value() + "'");
            statement.execute("SET plan_cache_mode = " + mode);
            statement.execute("PREPARE asked AS " + numbered);
            String explained =
                    DatabaseOwner.ask(
                                    connection,
                                    "EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT json) EXECUTE asked ("
                                            + String.join(", ", used)
                                            + ")")
                            .getFirst();
            return new Plan(JSON.readTree(explained).get(0).get("Plan"));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// As PostgreSQL writes it down with the statement.
    public static Plan logged(String json) {
        try {
            return new Plan(JSON.readTree(json).get("Plan"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    /// How many rows of a table it looked at, found in an index or in the table itself.
    public long rowsRead(String table) {
        return sum(node ->
                node.path("Relation Name").asText().equals(table)
                        ? Math.round(
                                node.path("Actual Loops").asDouble()
                                        * (node.path("Actual Rows").asDouble()
                                                + node.path("Rows Removed by Filter").asDouble()))
                        : 0);
    }

    /// In which ways it reads a table, in words like `Index Only Scan`.
    public List<String> scansOf(String table) {
        return nodes().stream()
                .filter(node -> node.path("Relation Name").asText().equals(table))
                .map(node -> node.path("Node Type").asText())
                .distinct()
                .toList();
    }

    /// How many blocks it read, those of functions among them.
    public long blocks() {
        return top.path("Shared Hit Blocks").asLong() + top.path("Shared Read Blocks").asLong();
    }

    /// How many rows it put in order.
    public long rowsSorted() {
        return sum(node ->
                node.path("Node Type").asText().equals("Sort")
                        ? Math.round(
                                node.path("Actual Loops").asDouble()
                                        * node.path("Actual Rows").asDouble())
                        : 0);
    }

    @Override
    public String toString() {
        return top.toPrettyString();
    }

    private long sum(ToLongFunction<JsonNode> count) {
        return nodes().stream().mapToLong(count).sum();
    }

    private List<JsonNode> nodes() {
        List<JsonNode> nodes = new ArrayList<>();
        collect(top, nodes);
        return nodes;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        into.add(node);
        node.path("Plans").forEach(below -> collect(below, into));
    }
}
