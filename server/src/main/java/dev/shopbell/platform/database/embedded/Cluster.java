package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/// The database's files. They are made under another name, including the owner and the database,
/// and renamed when done: a cluster that exists is whole.
record Cluster(Path folder, String ownerPassword) {

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    static final String OWNER = "shopbell_owner";
    private static final String DATABASE = "shopbell";

    private static final String MAJOR_VERSION = "18";

    /// PostgreSQL fails in many words when a disk is full; with this little left, that is why.
    private static final long NEXT_TO_NOTHING = 1024 * 1024;

    /// Where it starts from; whoever runs it may change postgresql.conf. Never log what people
    /// wrote: statements and their details stay out of the log.
    private static final List<String> SETTINGS =
            List.of(
                    "shared_buffers=256MB",
                    "max_connections=100",
                    "jit=off",
                    "random_page_cost=1.1",
                    "log_min_error_statement=panic",
                    "log_error_verbosity=terse");

    static Cluster in(PostgresHome home, Programs programs) {
        try {
            if (!Files.exists(home.cluster())) {
                make(home, programs);
            }
            requireOurVersion(home.cluster());
        } catch (IOException e) {
            throw LaunchException.because("The database cannot be set up in " + home.folder(), e);
        }
        return new Cluster(home.cluster(), home.ownerPassword().read());
    }

    String jdbcUrl(Port port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
                .formatted(port.number(), DATABASE);
    }

    Connection connect(Port port) throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", OWNER);
        credentials.setProperty("password", ownerPassword);
        // Not by way of DriverManager, which only sees the drivers of its caller's class loader.
        return Objects.requireNonNull(new Driver().connect(jdbcUrl(port), credentials));
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static void make(PostgresHome home, Programs programs) throws IOException {
        deleteUnfinished(home);
        FileTree unfinished = home.newUnfinishedCluster();
        try {
            home.superuserPassword().write(drawPassword());
            home.ownerPassword().write(drawPassword());
            initialise(home, unfinished, programs);
            createDatabase(home, unfinished, programs);
            unfinished.rename(home.cluster());
        } catch (IOException | LaunchException e) {
            boolean diskIsFull = home.freeBytes() < NEXT_TO_NOTHING;
            unfinished.delete();
            if (diskIsFull) {
                throw new LaunchException("The disk of " + home + " is full.", e);
            }
            throw e;
        }
    }

    private static void deleteUnfinished(PostgresHome home) throws IOException {
        for (FileTree leftover : home.unfinishedClusters()) {
            try {
                leftover.delete();
            } catch (IOException | UncheckedIOException e) {
                LOG.infof("an unfinished cluster stays until the next start: %s", e.getMessage());
            }
        }
    }

    private static void initialise(PostgresHome home, FileTree unfinished, Programs programs) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                unfinished.root().toString(),
                                "--username=postgres",
                                "--auth=scram-sha-256",
                                "--pwfile=" + home.superuserPassword().path(),
                                "--data-checksums",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-clean",
                                "--no-instructions"));
        SETTINGS.forEach(setting -> arguments.add("--set=" + setting));
        programs.run("", "initdb", arguments.toArray(String[]::new));
    }

    /// Without a running server: in single-user mode nobody else can be there.
    private static void createDatabase(PostgresHome home, FileTree unfinished, Programs programs) {
        String statements =
                """
                CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'
                CREATE DATABASE %s OWNER %s
                """
                        .formatted(OWNER, home.ownerPassword().read(), DATABASE, OWNER);
        programs.run(
                statements,
                "postgres",
                "--single",
                "-D",
                unfinished.root().toString(),
                "-c",
                "exit_on_error=on",
                "postgres");
    }

    private static void requireOurVersion(Path cluster) throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new LaunchException(
                    "The database in %s was made by PostgreSQL %s, and this Shopbell brings %s."
                            .formatted(cluster, version, MAJOR_VERSION));
        }
    }

    private static String drawPassword() {
        byte[] drawn = new byte[24];
        new SecureRandom().nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
