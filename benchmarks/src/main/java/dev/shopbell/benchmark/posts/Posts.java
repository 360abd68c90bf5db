package dev.shopbell.benchmark.posts;

import dev.shopbell.benchmark.Length;
import dev.shopbell.benchmark.Medians;
import dev.shopbell.benchmark.Result;
import dev.shopbell.benchmark.Scenario;
import dev.shopbell.benchmark.machine.ProcessorTime;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Durable posts per second over HTTP, as a share of what PostgreSQL can do with the same SQL on
/// the same rows. Both take turns, so that whatever else the machine does hits both.
public final class Posts implements Scenario {

    private static final int STORES = 100;
    private static final int CLIENTS = 64;
    private static final int CONVERSATIONS_EACH = 20;
    private static final int MESSAGES_IN_TURN = 50;
    private static final String TEXT =
            "Hello, I ordered the oak shelf last week. When will it be delivered, please?";

    private final Medians posts = new Medians();
    private final Medians transactions = new Medians();
    private final Medians ratios = new Medians();
    private final Medians serverMillis = new Medians();
    private final Medians postgresMillis = new Medians();
    private final Medians loadMillis = new Medians();
    private final Medians pgbenchPostgresMillis = new Medians();
    private final Medians othersShare = new Medians();

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public Optional<String> missing() {
        return PgBench.isInstalled()
                ? Optional.empty()
                : Optional.of(
                        "pgbench is missing: on Debian and Ubuntu it comes with the package"
                                + " \"postgresql\", elsewhere put PostgreSQL's bin directory on the"
                                + " PATH.");
    }

    @Override
    public Result run(Length length, Path folder) {
        try (Server server = Server.start(folder)) {
            server.setUp();
            World world = World.make(server, STORES, CLIENTS * CONVERSATIONS_EACH);
            Post post = Capture.of(server, world.targets().getFirst());
            PgBench pgbench =
                    PgBench.prepare(
                            server.postgres(),
                            post.pgbenchScript(CLIENTS, CONVERSATIONS_EACH, MESSAGES_IN_TURN),
                            CLIENTS,
                            TEXT);
            try (PostLoad warmUp = load(server, world)) {
                warmUp.measure(length.warmUp());
            }
            for (int round = 0; round < length.rounds(); round++) {
                double rate = measureServer(server, world, length.round());
                double bound = measurePostgres(server, pgbench, length.round());
                ratios.add(rate / bound);
            }
            return result();
        }
    }

    private static PostLoad load(Server server, World world) {
        return PostLoad.start(server, world.targets(), CLIENTS, TEXT, MESSAGES_IN_TURN);
    }

    private double measureServer(Server server, World world, Duration duration) {
        try (PostLoad load = load(server, world)) {
            load.measure(Duration.ofMillis(500));
            ProcessorTime before = now(server);
            double rate = load.measure(duration);
            ProcessorTime used = now(server).since(before);
            double messages = rate * duration.toMillis() / 1000;
            posts.add(rate);
            serverMillis.add(used.server() / messages);
            postgresMillis.add(used.postgres() / messages);
            loadMillis.add(used.load() / messages);
            othersShare.add(100 * used.others() / used.machine());
            return rate;
        }
    }

    private double measurePostgres(Server server, PgBench pgbench, Duration duration) {
        ProcessorTime before = now(server);
        double rate = pgbench.run(duration);
        ProcessorTime used = now(server).since(before);
        transactions.add(rate);
        pgbenchPostgresMillis.add(used.postgres() / (rate * duration.toSeconds()));
        return rate;
    }

    private static ProcessorTime now(Server server) {
        return ProcessorTime.now(server.pid(), server.postgres().pid());
    }

    private Result result() {
        return new Result("Durable posts over HTTP, 64 clients, 100 stores, warm")
                .add("posts", posts.median(), "/s")
                .add("`pgbench -M prepared`, the same SQL", transactions.median(), "/s")
                .add("posts ÷ pgbench, median of rounds", ratios.median(), "", "≥ 0.5, later 0.7")
                .add("server, processor time a post", serverMillis.median(), "ms")
                .add("PostgreSQL, processor time a post", postgresMillis.median(), "ms")
                .add("load generator, processor time a post", loadMillis.median(), "ms")
                .add(
                        "PostgreSQL under pgbench, a transaction",
                        pgbenchPostgresMillis.median(),
                        "ms")
                .add("other work on the machine", othersShare.median(), "% of the busy time")
                .remark("Rounds, posts: " + posts)
                .remark("Rounds, pgbench: " + transactions)
                .remark("Rounds, ratio: " + ratios);
    }
}
