package dev.shopbell.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.testkit.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real thing, and what is done to it.
class EmbeddedPostgresTest {

    @TempDir private Path data;

    private final Started started = new Started();

    @AfterEach
    void stopWhatRuns() {
        started.stopAll();
    }

    @Test
    void whatWasStoredIsThereAfterAStopAndAStart() throws SQLException {
        EmbeddedPostgres first = started.in(data);
        new Note(first).write("kept");
        first.stop();

        EmbeddedPostgres second = started.in(data);

        assertThat(new Note(second).read()).isEqualTo("kept");
        assertThat(second.password()).isEqualTo(first.password());
    }

    @Test
    void theLoginOwnsItsDatabaseAndIsNoSuperuser() throws SQLException {
        EmbeddedPostgres postgres = started.in(data);

        assertThat(Sql.ask(postgres, "SELECT current_user || ' ' || current_database()"))
                .isEqualTo("shopbell_owner shopbell");
        assertThat(
                        Sql.ask(
                                postgres,
                                """
                                SELECT concat_ws(' ', rolsuper, rolcreaterole, rolbypassrls)
                                  FROM pg_roles
                                 WHERE rolname = current_user
                                """))
                .isEqualTo("f t f");
        assertThat(
                        Sql.ask(
                                postgres,
                                """
                                SELECT pg_get_userbyid(datdba)
                                  FROM pg_database
                                 WHERE datname = 'shopbell'
                                """))
                .isEqualTo("shopbell_owner");
    }

    @Test
    void aWrongPasswordDoesNotLetAnybodyIn() {
        EmbeddedPostgres postgres = started.in(data);

        assertThatThrownBy(() -> Sql.ask(postgres.jdbcUrl(), "shopbell_owner", "guess", "SELECT 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void itsFilesAreClosedToEverybodyElse() throws IOException {
        started.in(data);

        Path home = data.resolve("postgres");
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("owner.password"))).isEqualTo("rw-------");
        assertThat(permissions(home.resolve("superuser.password"))).isEqualTo("rw-------");
    }

    @Test
    void checksumsGuardThePages() throws SQLException {
        assertThat(Sql.ask(started.in(data), "SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void aSecondOneOnTheSameDirectoryIsRefused() {
        started.in(data);

        assertThatThrownBy(() -> started.in(data))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "Another Shopbell (process %d) is already running on %s."
                                .formatted(
                                        ProcessHandle.current().pid(), data.resolve("postgres")));
    }

    @Test
    void switchedOffDurabilityIsRefusedAndLeavesNothingRunning() throws IOException {
        started.in(data).stop();
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            Path cluster = data.resolve("postgres/cluster");
            Files.writeString(cluster.resolve("postgresql.auto.conf"), setting + " = off\n");

            assertThatThrownBy(() -> started.in(data))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(setting);
            assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void durabilitySwitchedOffForTheOwnerAloneIsRefusedToo() throws SQLException {
        EmbeddedPostgres postgres = started.in(data);
        Sql.run(postgres, "ALTER ROLE shopbell_owner SET synchronous_commit = off");
        postgres.stop();

        assertThatThrownBy(() -> started.in(data))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("synchronous_commit");
    }

    @Test
    void whenItsProcessIsKilledItIsBackAtTheSameAddress() throws Exception {
        EmbeddedPostgres postgres = started.in(data);
        new Note(postgres).write("committed before the kill");
        ProcessHandle killed = postmaster().orElseThrow();
        String address = postgres.jdbcUrl();

        killed.destroyForcibly();
        killed.onExit().join();

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> new Note(postgres).read().equals("committed before the kill"));
        assertThat(postgres.jdbcUrl()).isEqualTo(address);
        assertThat(postmaster().orElseThrow().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void whenItsProcessIsKilledAgainAndAgainItStillComesBack() throws Exception {
        EmbeddedPostgres postgres = started.in(data);
        new Note(postgres).write("still here");
        for (int kill = 0; kill < 3; kill++) {
            ProcessHandle killed = postmaster().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> new Note(postgres).read().equals("still here"));
        }
    }

    @Test
    void stoppedWhileItsProcessIsDeadItStaysDead() throws Exception {
        EmbeddedPostgres postgres = started.in(data);
        ProcessHandle killed = postmaster().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();

        postgres.stop();

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> postmaster().isEmpty());
    }

    @Test
    void aStaleNoteOfSomebodyElsesProcessIsRemoved() throws Exception {
        EmbeddedPostgres first = started.in(data);
        Path note = data.resolve("postgres/cluster/postmaster.pid");
        String left = Files.readString(note);
        first.stop();
        String ofAnother = left.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid()));
        Files.writeString(note, ofAnother);

        EmbeddedPostgres second = started.in(data);

        assertThat(Sql.ask(second, "SELECT 1")).isEqualTo("1");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aClusterWhoseMakingWasCutShortIsMadeAnew() throws Exception {
        Path unfinished = data.resolve("postgres/cluster.unfinished-123");
        Files.createDirectories(unfinished.resolve("base"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

        EmbeddedPostgres postgres = started.in(data);

        assertThat(Sql.ask(postgres, "SELECT 1")).isEqualTo("1");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void programsWhoseUnpackingWasCutShortAreUnpackedAnew() throws Exception {
        Path unfinished = data.resolve("postgres/binaries/unfinished/bin");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("postgres"), "half of it");

        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        postgres.stop();

        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aClusterOfAnotherMajorVersionIsLeftAlone() throws Exception {
        started.in(data).stop();
        Files.writeString(
                data.resolve("postgres/cluster/PG_VERSION"),
                "17\n",
                StandardOpenOption.TRUNCATE_EXISTING);

        assertThatThrownBy(() -> started.in(data))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("made by PostgreSQL 17, and this Shopbell brings 18");
    }

    @Test
    void aFileWhereTheDirectoryShouldBeIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "in the way");

        assertThatThrownBy(() -> started.in(file))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("The data directory " + file + " cannot be written: ");
    }

    @Test
    void aFullDiskIsRefusedInOneSentenceAndNothingHalfMadeStays() throws Exception {
        try (SmallDisk disk =
                SmallDisk.mountedOn(Files.createDirectory(data.resolve("small")), 20)) {
            assumeThat(disk.isMounted()).as("only root may mount a small disk").isTrue();

            assertThatThrownBy(() -> started.in(disk.folder()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("The disk of %s/postgres is full.".formatted(disk.folder()));
            assertThat(disk.folder().resolve("postgres/cluster")).doesNotExist();
            assertThat(PostgresHome.in(disk.folder()).unfinishedClusters()).isEmpty();

            disk.grow(500);
            assertThat(Sql.ask(started.in(disk.folder()), "SELECT 1")).isEqualTo("1");
            started.stopAll();
        }
    }

    @Test
    void aReadOnlyDiskIsRefusedInOneSentence() throws Exception {
        try (SmallDisk disk =
                SmallDisk.mountedOn(Files.createDirectory(data.resolve("frozen")), 20)) {
            assumeThat(disk.isMounted()).as("only root may mount a small disk").isTrue();
            disk.freeze();

            assertThatThrownBy(() -> started.in(disk.folder()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("cannot be written: Read-only file system.");
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return new PidFile(data.resolve("postgres/cluster")).process();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
