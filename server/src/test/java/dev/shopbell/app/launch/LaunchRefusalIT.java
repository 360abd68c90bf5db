package dev.shopbell.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.shopbell.testkit.Cluster;
import dev.shopbell.testkit.SmallDisk;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why the program does not start: one sentence, an exit code, and nothing half made.
class LaunchRefusalIT {

    @TempDir private Path folder;

    @Test
    void anOptionNobodyKnows() throws Exception {
        Artefact.Outcome outcome = new Artefact().run("--colour", "red");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("There is no option \"--colour\": --help lists them.\n");
    }

    @Test
    void helpIsNoMistake() throws Exception {
        Artefact.Outcome outcome = new Artefact().run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("Usage: ").contains("--port N").contains("--data DIR");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Artefact.Outcome outcome =
                    new Artefact()
                            .run(
                                    "--data",
                                    data.toString(),
                                    "--port",
                                    Integer.toString(taken.getLocalPort()));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .isEqualTo(
                            "Port %d on 127.0.0.1 cannot be used (Address already in use): choose another with --port.\n"
                                    .formatted(taken.getLocalPort()));
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void aFileWhereTheDataShouldBe() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "in the way");

        Artefact.Outcome outcome = new Artefact().run("--data", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "The data directory %1$s cannot be written: %1$s is in the way.\n"
                                .formatted(file));
    }

    @Test
    void linksOfTheDemoThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("target"), "in the way");
        Path data = folder.resolve("data");

        Artefact.Outcome outcome =
                new Artefact()
                        .withProperty("shopbell.demo-file", file.resolve("demo.json"))
                        .run("--demo", "--port", freePair(), "--data", data.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "The directory of the demo's links %1$s cannot be written: %1$s is in the way.\n"
                                .formatted(file));
        assertThat(data).doesNotExist();
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        try (SmallDisk disk = SmallDisk.mountedOn(small, 20)) {
            assumeThat(disk.isMounted()).as("only root may mount a small disk").isTrue();

            Artefact.Outcome outcome = new Artefact().run("--data", small + "/data");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .isEqualTo(
                            "The disk of %s/data has 20 MB left, and Shopbell needs 300 MB.\n"
                                    .formatted(small));
            assertThat(small.resolve("data")).isEmptyDirectory();
        }
    }

    @Test
    void aSecretThatIsTooShort() throws Exception {
        Artefact.Outcome outcome =
                new Artefact()
                        .with("SHOPBELL_SECRET_KEY", "c2hvcnQ=")
                        .run("--data", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "SHOPBELL_SECRET_KEY is too short: it needs at least 32 bytes in"
                                + " base64.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        Artefact.Outcome outcome =
                new Artefact()
                        .with("SHOPBELL_DATABASE_URL", "postgresql://anna:hidden@127.0.0.1:1/shop")
                        .run("--data", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err())
                .startsWith("The database postgresql://127.0.0.1:1/shop cannot be used: ")
                .doesNotContain("hidden");
    }

    @Test
    void anAddressThatIsNoDatabase() throws Exception {
        Artefact.Outcome outcome =
                new Artefact()
                        .with("SHOPBELL_DATABASE_URL", "mysql://anna:hidden@127.0.0.1/shop")
                        .run("--data", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).doesNotContain("hidden");
    }

    @Test
    void aDatabaseThatMayForgetWhatItAcknowledged() throws Exception {
        assertRefused(
                List.of("ALTER ROLE shopbell_owner SET synchronous_commit = off"),
                "PostgreSQL runs with synchronous_commit not on, so acknowledged messages could be"
                        + " lost: switch it on again.\n");
    }

    @Test
    void aDatabaseInWhichNothingWouldKeepTheStoresApart() throws Exception {
        assertRefused(
                List.of(
                        "GRANT CREATE ON SCHEMA public TO shopbell_server",
                        "ALTER TABLE message OWNER TO shopbell_server"),
                "The server would work as the PostgreSQL role shopbell_server, which owns the"
                        + " tables, so nothing would keep the stores apart.\n");
    }

    /// Starts against a database in which its owner has said this.
    private void assertRefused(List<String> said, String sentence) throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Process database = new Artefact().start("--database", "--data", elsewhere.toString());
        try {
            String address = database.inputReader().readLine();
            say(said, elsewhere);

            Artefact.Outcome outcome =
                    new Artefact()
                            .with("SHOPBELL_DATABASE_URL", address)
                            .run("--data", folder.resolve("data").toString());

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err()).isEqualTo(sentence);
        } finally {
            database.destroy();
            database.onExit().join();
        }
    }

    /// A port that is free, and the one after it, which the demo's shop takes.
    private static String freePair() throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(
                                    first.getLocalPort() + 1,
                                    1,
                                    InetAddress.getLoopbackAddress())) {
                return Integer.toString(second.getLocalPort() - 1);
            } catch (BindException _) {
                // The second one is somebody else's: on to another pair.
            }
        }
    }

    private static void say(List<String> statements, Path data) throws Exception {
        try (Connection owner = new Cluster(data).connect();
                Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
