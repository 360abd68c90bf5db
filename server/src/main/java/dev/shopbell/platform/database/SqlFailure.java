package dev.shopbell.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/// Sorts the driver's errors into outages, which pass, and refused statements, which do not.
final class SqlFailure {

    private SqlFailure() {}

    /// The failure as this package's callers know it: an [OutageException], a [StatementException],
    /// or the throwable itself when no SQL was at fault.
    static RuntimeException of(RuntimeException thrown) {
        SQLException cause = sqlCause(thrown);
        return cause == null ? thrown : of(cause);
    }

    static RuntimeException of(SQLException cause) {
        OutageException.Kind outage = outage(cause);
        return outage == null ? new StatementException(cause) : new OutageException(outage, cause);
    }

    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /// By SQLSTATE class, PostgreSQL appendix A: 08 connection, 53 resources (disk, memory,
    /// connections), 57 operator (shutdown, cancelled), 58 system error, 25006 read only, 40 retry.
    private static OutageException.@Nullable Kind outage(SQLException cause) {
        String state = cause.getSQLState();
        if (state == null) {
            // The pool gives no state: no connection came free in time, or none could be opened.
            boolean waited =
                    cause instanceof SQLTransientConnectionException
                            || String.valueOf(cause.getMessage()).contains("timeout");
            return waited ? OutageException.Kind.OVERLOADED : OutageException.Kind.UNAVAILABLE;
        }
        if (state.equals("57014") || state.equals("55P03") || state.equals("53300")) {
            return OutageException.Kind.OVERLOADED; // took too long, or too many connections
        }
        boolean passes =
                state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.startsWith("40")
                        || state.equals("25006");
        return passes ? OutageException.Kind.UNAVAILABLE : null;
    }
}
