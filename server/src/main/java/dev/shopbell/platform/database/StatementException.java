package dev.shopbell.platform.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// PostgreSQL refused a statement. Mostly a bug; a violated constraint may be the caller's doing,
/// and its name tells.
public final class StatementException extends RuntimeException {

    private final @Nullable String constraint;

    StatementException(SQLException cause) {
        super("SQL state " + cause.getSQLState(), quotesAValue(cause) ? null : cause);
        this.constraint = constraintOf(cause);
    }

    /// Whether the constraint of this name was violated.
    public boolean violates(String name) {
        return name.equals(constraint);
    }

    /// Data exceptions, class 22, repeat the value in their message; what people type does not
    /// belong in logs.
    private static boolean quotesAValue(SQLException cause) {
        return cause.getSQLState().startsWith("22");
    }

    private static @Nullable String constraintOf(SQLException cause) {
        if (cause instanceof PSQLException refused) {
            ServerErrorMessage message = refused.getServerErrorMessage();
            return message == null ? null : message.getConstraint();
        }
        return null;
    }
}
