package dev.shopbell.platform.database;

import org.flywaydb.core.Flyway;

/// Brings the schema up to date, as the login that owns the tables and before the server opens its
/// pool. Safe to run again, and by several nodes at once: Flyway holds a lock.
public final class Migrations {

    private Migrations() {}

    /// Throws [FlywayException] when a migration fails; each one is a transaction of its own.
    public static void migrate(String jdbcUrl, String user, String password) {
        Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
