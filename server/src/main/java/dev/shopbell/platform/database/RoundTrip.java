package dev.shopbell.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Several statements, separated by semicolons, that PostgreSQL gets and answers in one trip. Bind
/// every `?` in order, [#send], then read the answers in the order of the statements.
///
/// Plain JDBC: on the hottest path it costs less processor time than Jdbi, and Jdbi knows one
/// answer a statement.
public final class RoundTrip {

    /// Turns the row the cursor is on into a value.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final String SET_STORE = "SELECT set_config('shopbell.store', ?, true);\n";

    private final PreparedStatement statement;
    private final boolean setsStore;
    private int bound;
    private boolean sent;

    RoundTrip(Connection connection, String statements, @Nullable Tenant storeToSet) {
        this.setsStore = storeToSet != null;
        try {
            statement =
                    connection.prepareStatement(setsStore ? SET_STORE + statements : statements);
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
        if (storeToSet != null) {
            text(storeToSet.value().toString());
        }
    }

    /// NULL says its type too: for a parameter without one the driver asks PostgreSQL what the
    /// statement is, and from then on it makes an empty trip before every such statement.
    public RoundTrip uuid(@Nullable UUID value) {
        return value == null
                ? bind(at -> statement.setNull(at, Types.OTHER, "uuid"))
                : bind(at -> statement.setObject(at, value, Types.OTHER));
    }

    public RoundTrip text(@Nullable String value) {
        return bind(at -> statement.setString(at, value));
    }

    public RoundTrip number(@Nullable Long value) {
        return bind(at -> statement.setObject(at, value, Types.BIGINT));
    }

    public RoundTrip flag(boolean value) {
        return bind(at -> statement.setBoolean(at, value));
    }

    public RoundTrip bytes(byte[] value) {
        return bind(at -> statement.setBytes(at, value));
    }

    public RoundTrip instant(Instant value) {
        return bind(at -> statement.setObject(at, OffsetDateTime.ofInstant(value, ZoneOffset.UTC)));
    }

    public RoundTrip uuids(List<UUID> values) {
        return bind(at ->
                statement.setArray(
                        at, statement.getConnection().createArrayOf("uuid", values.toArray())));
    }

    /// Sends everything; the answers can be read afterwards.
    public RoundTrip send() {
        try {
            statement.execute();
            if (setsStore) {
                statement.getMoreResults();
            }
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// The next answer's rows.
    public <T> List<T> rows(RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        try {
            if (sent) {
                statement.getMoreResults();
            }
            sent = true;
            try (ResultSet answer = statement.getResultSet()) {
                while (answer != null && answer.next()) {
                    rows.add(reader.read(answer));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// The next answer's first row, if it has one.
    public <T> Optional<T> row(RowReader<T> reader) {
        return rows(reader).stream().findFirst();
    }

    /// Frees the statement. Not called after a failure: the connection's end frees it too.
    public void done() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    private RoundTrip bind(Binding binding) {
        try {
            binding.at(++bound);
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(SQLException e) {
        return SqlFailure.of(e);
    }

    @FunctionalInterface
    private interface Binding {
        void at(int index) throws SQLException;
    }
}
