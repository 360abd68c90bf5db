package dev.shopbell.platform.database.embedded;

import java.nio.file.Path;

/// A PostgreSQL of our own in a data directory, from its first start to its clean stop. When its
/// process dies it is started again on the same port, and the server only sees an outage.
public final class EmbeddedPostgres {

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Supervisor supervisor;

    private EmbeddedPostgres(DirectoryLock lock, Cluster cluster, Supervisor supervisor) {
        this.lock = lock;
        this.cluster = cluster;
        this.supervisor = supervisor;
    }

    /// Returns when it takes connections and is known to keep what it is given. Cannot it, then a
    /// `LaunchException` says why, and nothing half made is left behind.
    public static EmbeddedPostgres start(Path data) {
        PostgresHome home = PostgresHome.in(data);
        return start(home, home.binaries());
    }

    /// For tests, which start many and unpack once.
    static EmbeddedPostgres start(PostgresHome home, Path binaries) {
        DirectoryLock lock = DirectoryLock.take(home.lock());
        try {
            Programs programs = new Programs(Binaries.unpackedIn(binaries));
            Cluster cluster = Cluster.in(home, programs);
            Orphan.stopIn(cluster, programs);
            Supervisor supervisor = Supervisor.start(home, cluster, programs);
            return new EmbeddedPostgres(lock, cluster, supervisor);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return cluster.jdbcUrl(supervisor.port());
    }

    public String username() {
        return Cluster.OWNER;
    }

    public String password() {
        return cluster.ownerPassword();
    }

    /// Cuts off whoever is still connected; everything committed is on disk.
    public void stop() {
        supervisor.stop();
        lock.close();
    }
}
