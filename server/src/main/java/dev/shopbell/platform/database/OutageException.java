package dev.shopbell.platform.database;

/// The database cannot answer now: gone, starting, out of connections or out of disk. What was
/// asked may or may not have been committed; asking again with the same id is safe.
public final class OutageException extends RuntimeException {

    /// What kept the database from answering.
    public enum Kind {
        /// Every connection is busy.
        OVERLOADED,
        /// It is gone, starting, or cannot write.
        UNAVAILABLE
    }

    private final Kind kind;

    OutageException(Kind kind, Throwable cause) {
        super("database " + kind, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
