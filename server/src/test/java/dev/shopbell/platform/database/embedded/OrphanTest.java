package dev.shopbell.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.launch.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed Shopbell leaves behind, and who may take it over.
class OrphanTest {

    @TempDir private Path data;

    private final Started started = new Started();

    @AfterEach
    void stopWhatRuns() {
        started.stopAll();
    }

    @Test
    void theDatabaseOfAKilledShopbellIsStoppedAndStartedAgain() throws Exception {
        EmbeddedPostgres before = started.in(data);
        new Note(before).write("committed before the kill");
        before.stop();
        ProcessHandle orphan;
        try (Forked forked = Forked.on(data)) {
            orphan = postmaster();
            forked.kill();
        }
        assertThat(orphan.isAlive()).isTrue();

        EmbeddedPostgres after = started.in(data);

        assertThat(orphan.isAlive()).isFalse();
        assertThat(new Note(after).read()).isEqualTo("committed before the kill");
    }

    @Test
    void whenBothWereKilledTheNextStartRecovers() throws Exception {
        EmbeddedPostgres before = started.in(data);
        new Note(before).write("committed before the kills");
        before.stop();
        try (Forked forked = Forked.on(data)) {
            forked.kill();
            postmaster().destroyForcibly();
        }

        EmbeddedPostgres after = started.in(data);

        assertThat(new Note(after).read()).isEqualTo("committed before the kills");
    }

    @Test
    void killedAnywhereInItsFirstStartItStartsAllTheSame() throws Exception {
        for (int millis = 400; millis <= 2_000; millis += 400) {
            Path fresh = Files.createDirectory(data.resolve("killed-after-" + millis));
            try (Forked forked = Forked.beginningOn(fresh)) {
                Thread.sleep(millis);
                forked.kill();
            }

            EmbeddedPostgres postgres = started.in(fresh);

            new Note(postgres).write("whole");
            assertThat(new Note(postgres).read()).isEqualTo("whole");
            postgres.stop();
        }
    }

    @Test
    void theDatabaseOfARunningShopbellIsNotTouched() throws Exception {
        try (Forked forked = Forked.on(data)) {
            ProcessHandle running = postmaster();

            assertThatThrownBy(() -> started.in(data))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("(process " + forked.process().pid() + ")");

            assertThat(running.isAlive()).isTrue();
        }
        started.in(data);
    }

    @Test
    void aProcessThatOnlyLooksLikePostgresIsNotOurs() throws Exception {
        Path other = Files.createDirectory(data.resolve("another-cluster"));
        Path cluster = Files.createDirectory(data.resolve("cluster"));
        // The shell names itself as PostgreSQL does, on somebody else's directory.
        Process pretender =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "exec -a /x/postgres bash -c 'read' -D \"$0\"",
                                other.toString())
                        .start();
        try {
            assertThat(new PidFile(cluster).isPostgresOfThisCluster(pretender.toHandle()))
                    .isFalse();
        } finally {
            pretender.destroyForcibly();
        }
    }

    private ProcessHandle postmaster() throws Exception {
        return new PidFile(data.resolve("postgres/cluster")).process().orElseThrow();
    }
}
