package dev.shopbell.crash;

import dev.shopbell.testkit.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Shopbell that can be killed and started again on what it left behind.
final class Shop implements AutoCloseable {

    /// A crowd behind one address is not to meet the limits that one shopper would.
    private static final Map<String, String> UNLIMITED =
            Map.of(
                    "SHOPBELL_LIMITS_VISITOR_POSTS_PER_MINUTE", "1000000",
                    "SHOPBELL_LIMITS_VISITOR_UPLOADS_PER_MINUTE", "1000000",
                    "SHOPBELL_LIMITS_ADDRESS_POSTS_PER_MINUTE", "1000000",
                    "SHOPBELL_LIMITS_ADDRESS_NEW_VISITORS_PER_MINUTE", "1000000");

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    private final Path data;
    private final Cluster cluster;
    private final Wire wire;
    private final int port = freePort();
    private final Map<String, String> environment = new HashMap<>(UNLIMITED);

    // The database in a process of its own, when something is to stand between the two.
    private @Nullable Program database;
    private @Nullable EarlyCommits between;
    private @Nullable Program server;
    private int starts;

    private Shop(Path data, Path databaseData) {
        this.data = data;
        this.cluster = new Cluster(databaseData);
        this.wire = new Wire(port);
    }

    /// With the database it brings along.
    static Shop in(Path data) {
        return new Shop(data, data);
    }

    /// With the database it brings along, and settings of its own.
    static Shop in(Path data, Map<String, String> settings) {
        Shop shop = in(data);
        shop.environment.putAll(settings);
        return shop;
    }

    /// With somebody between it and its database who can answer commits before they are made.
    static Shop withEarlyCommits(Path data) throws IOException {
        Path elsewhere = Files.createDirectories(data.resolve("database"));
        Shop shop = new Shop(data, elsewhere);
        Program database =
                Program.start(
                        data.resolve("database.log"),
                        Map.of(),
                        "--database",
                        "--data",
                        elsewhere.toString());
        shop.database = database;
        String url = database.awaitWordsLike("(postgresql://\\S+)\\s");
        EarlyCommits between = EarlyCommits.before(shop.cluster.port());
        shop.between = between;
        shop.environment.put(
                "SHOPBELL_DATABASE_URL",
                url.replace(":" + shop.cluster.port() + "/", ":" + between.port() + "/"));
        return shop;
    }

    /// From now on commits are answered before they are made.
    void plantEarlyCommits() {
        if (between == null) {
            throw new IllegalStateException("there is nobody in between");
        }
        between.plant();
    }

    Wire wire() {
        return wire;
    }

    Cluster cluster() {
        return cluster;
    }

    /// Returns when it answers.
    Program start() {
        Program started = launch();
        started.await("it answers", wire::isReady);
        return started;
    }

    /// Returns at once.
    Program launch() {
        Program started =
                Program.start(
                        data.resolve("server-" + ++starts + ".log"),
                        environment,
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString());
        server = started;
        return started;
    }

    Program server() {
        if (server == null) {
            throw new IllegalStateException("it was never started");
        }
        return server;
    }

    /// The first column of what the database answers, as its owner sees it.
    List<String> ask(String sql) {
        List<String> found = new ArrayList<>();
        try (Connection owner = cluster.connect();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return found;
    }

    /// Something that no part of the server does.
    void change(String sql) {
        try (Connection owner = cluster.connect();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// To when what the dead one was doing is taken over.
    void clockMovesOn() {
        change("UPDATE job SET last_heartbeat = last_heartbeat - interval '1 hour' WHERE picked");
    }

    @Override
    public void close() throws IOException {
        end(server);
        if (between != null) {
            between.close();
        }
        end(database);
    }

    private static void end(@Nullable Program program) {
        if (program != null) {
            program.terminate();
            program.awaitExit(ENDS_WITHIN);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
