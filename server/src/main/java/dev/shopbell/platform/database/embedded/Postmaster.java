package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.database.Durability;
import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// One running PostgreSQL, a child of ours.
final class Postmaster {

    private static final int PATIENCE_SECONDS = 60;
    private static final int GLANCE_MILLIS = 10;

    private final Process process;
    private final Cluster cluster;
    private final Programs programs;

    private Postmaster(Process process, Cluster cluster, Programs programs) {
        this.process = process;
        this.cluster = cluster;
        this.programs = programs;
    }

    /// Returns when it takes connections and keeps what it is given. After a crash it recovers
    /// first, however long that takes.
    static Postmaster start(PostgresHome home, Cluster cluster, Programs programs, Port port) {
        PostgresLog log = new PostgresLog(home.logs());
        Process process =
                programs.start(
                        log.firstWords(),
                        "postgres",
                        "-D",
                        cluster.folder().toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + port.number(),
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "logging_collector=on",
                        "-c",
                        "log_directory=" + home.logs(),
                        "-c",
                        "log_filename=postgresql-%a.log",
                        "-c",
                        "log_truncate_on_rotation=on",
                        "-c",
                        "log_rotation_size=0");
        Postmaster postmaster = new Postmaster(process, cluster, programs);
        postmaster.awaitReady(log);
        postmaster.requireDurability(port);
        return postmaster;
    }

    void awaitExit() {
        process.onExit().join();
    }

    void stop() {
        stop(process.toHandle(), cluster, programs);
    }

    /// Fast: clients are cut off, everything committed is on disk. Immediate, which leaves a
    /// recovery to the next start, only when that does not end.
    static void stop(ProcessHandle process, Cluster cluster, Programs programs) {
        if (process.isAlive()) {
            try {
                stop("fast", cluster, programs);
            } catch (LaunchException _) {
                if (process.isAlive()) {
                    stop("immediate", cluster, programs);
                }
            }
        }
        process.onExit().join();
    }

    private static void stop(String mode, Cluster cluster, Programs programs) {
        programs.run(
                "",
                "pg_ctl",
                "stop",
                "-D",
                cluster.folder().toString(),
                "-m",
                mode,
                "-w",
                "-t",
                Integer.toString(PATIENCE_SECONDS));
    }

    private void awaitReady(PostgresLog log) {
        PidFile note = new PidFile(cluster.folder());
        try {
            while (!note.saysReady(process.pid())) {
                if (!process.isAlive()) {
                    throw new LaunchException(
                            "PostgreSQL did not start: " + log.lastComplaint() + ".");
                }
                Thread.sleep(GLANCE_MILLIS);
            }
        } catch (IOException e) {
            process.destroy();
            throw LaunchException.because(note.path() + " cannot be read", e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    private void requireDurability(Port port) {
        try (Connection connection = cluster.connect(port)) {
            Durability.require(connection);
        } catch (SQLException e) {
            stop();
            throw new LaunchException("PostgreSQL started, but does not let us in.", e);
        } catch (LaunchException e) {
            stop();
            throw e;
        }
    }
}
