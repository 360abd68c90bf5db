package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.platform.database.embedded.EmbeddedPostgres;
import dev.shopbell.testkit.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The planted fault does what it is planted for.
class EarlyCommitsTest {

    @TempDir private static Path data;

    private static EmbeddedPostgres postgres;
    private static EarlyCommits between;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start(data);
        between = EarlyCommits.before(new Cluster(data).port());
        between.plant();
    }

    @BeforeEach
    void makeATable() throws SQLException {
        try (Connection direct = direct();
                Statement statement = direct.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS note");
            statement.execute("CREATE TABLE note (text text)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        between.close();
        postgres.stop();
    }

    @Test
    void aCommitIsMadeAfterItWasAnswered() throws SQLException {
        try (Connection early = through()) {
            insertAndCommit(early);

            assertThat(notes()).isZero();
            await().atMost(Duration.ofSeconds(5)).until(() -> notes() == 1);
            insertAndCommit(early);
            await().atMost(Duration.ofSeconds(5)).until(() -> notes() == 2);
        }
    }

    @Test
    void aCommitIsNeverMadeWhenWhoeverAskedIsGone() throws SQLException {
        Connection early = through();
        insertAndCommit(early);

        early.abort(Runnable::run);

        await().during(Duration.ofMillis(500)).until(() -> notes() == 0);
    }

    private void insertAndCommit(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO note (text) VALUES ('told before it was so')");
        }
        connection.commit();
    }

    private int notes() throws SQLException {
        try (Connection direct = direct();
                Statement statement = direct.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM note")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection direct() throws SQLException {
        return new Cluster(data).connect();
    }

    private Connection through() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl()
                        .replace(":" + new Cluster(data).port() + "/", ":" + between.port() + "/"),
                postgres.username(),
                postgres.password());
    }
}
