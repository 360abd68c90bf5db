package dev.shopbell.benchmark.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.benchmark.Length;
import dev.shopbell.benchmark.Medians;
import dev.shopbell.benchmark.Result;
import dev.shopbell.benchmark.Scenario;
import dev.shopbell.benchmark.load.Reactor;
import dev.shopbell.benchmark.machine.OpenFiles;
import dev.shopbell.benchmark.machine.ProcessorTime;
import dev.shopbell.benchmark.posts.Capture;
import dev.shopbell.benchmark.posts.Post;
import dev.shopbell.benchmark.program.Postgres;
import dev.shopbell.benchmark.program.Program;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.Target;
import dev.shopbell.benchmark.program.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From the moment a shopper's message is due to be sent to the staff member's socket that hears of
/// it, at 500 messages a second with 2,000 sockets open; and the same against a bare server.
public final class Live implements Scenario {

    private static final int STORES = 100;
    private static final int SHOPPERS = 1_900;
    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 16; // as many as the server has

    private final Measured ours = new Measured();
    private final Measured bare = new Measured();
    private final Medians ratios = new Medians();

    private static final class Measured {
        private final Medians half = new Medians();
        private final Medians p99 = new Medians();
        private final Medians p999 = new Medians();
        private final Medians toShopper99 = new Medians();
        private final Medians othersShare = new Medians();
        private double missing;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Optional<String> missing() {
        return OpenFiles.missing(STORES + SHOPPERS);
    }

    @Override
    public Result run(Length length, Path folder) throws IOException {
        try (Server server = Server.start(folder.resolve("data"))) {
            server.setUp();
            World world = World.make(server, STORES, SHOPPERS);
            Post post = Capture.of(server, world.targets().getFirst());
            try (Program other = startBare(server.postgres(), post, folder)) {
                int port = Integer.parseInt(other.awaitWords("ready at (\\d+)"));
                InetSocketAddress bareAddress =
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                round(
                        server,
                        server.pid(),
                        server.address(),
                        world,
                        length.warmUp(),
                        new Measured());
                round(server, other.pid(), bareAddress, world, length.warmUp(), new Measured());
                for (int round = 0; round < length.rounds(); round++) {
                    double our99 =
                            round(
                                    server,
                                    server.pid(),
                                    server.address(),
                                    world,
                                    length.round(),
                                    ours);
                    double bare99 =
                            round(server, other.pid(), bareAddress, world, length.round(), bare);
                    ratios.add(our99 / bare99);
                }
            }
            return result();
        }
    }

    private static Program startBare(Postgres postgres, Post post, Path folder) throws IOException {
        Path file = folder.resolve("post.json");
        new ObjectMapper().writeValue(file.toFile(), post);
        return Program.start(
                folder.resolve("bare.log"),
                Map.of(),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(Program.freePort()),
                        postgres.url(),
                        postgres.ownerPassword(),
                        file.toString(),
                        Integer.toString(CONNECTIONS)));
    }

    /// Everybody connects anew, so that the other server has nobody to serve meanwhile.
    private static double round(
            Server server,
            long pid,
            InetSocketAddress address,
            World world,
            Duration duration,
            Measured measured) {
        try (Reactor reactor = Reactor.start()) {
            SteadyLoad load =
                    new SteadyLoad(
                            reactor, address, server.host(), world.targets(), PER_SECOND, duration);
            Crowd crowd = new Crowd(reactor, address, server.host());
            for (int store = 1; store <= STORES; store++) {
                JsonNode position = server.position(store);
                crowd.addStaff(
                        store,
                        position.get("epoch").asText(),
                        position.get("feedSeq").asLong(),
                        load::heardByStaff);
            }
            for (Target target : world.targets()) {
                crowd.addShopper(target, load::heardByShopper);
            }
            crowd.await();
            ProcessorTime before = ProcessorTime.now(pid, server.postgres().pid());
            load.run();
            ProcessorTime used = ProcessorTime.now(pid, server.postgres().pid()).since(before);
            if (Double.isNaN(load.toStaff().percentile(99))) {
                throw new IllegalStateException("No message came to any staff member's socket.");
            }
            measured.othersShare.add(100 * used.others() / used.machine());
            measured.half.add(load.toStaff().percentile(50));
            measured.p99.add(load.toStaff().percentile(99));
            measured.p999.add(load.toStaff().percentile(99.9));
            measured.toShopper99.add(load.toShopper().percentile(99));
            measured.missing += load.toStaff().missing() + load.toShopper().missing();
            return load.toStaff().percentile(99);
        }
    }

    private Result result() {
        return new Result("From posting to the other side's socket, 500 messages/s, 2,000 sockets")
                .add("p50", ours.half.median(), "ms")
                .add("p99", ours.p99.median(), "ms")
                .add("p99.9", ours.p999.median(), "ms")
                .add("p99 to the shopper's own socket", ours.toShopper99.median(), "ms")
                .add("bare server, p50", bare.half.median(), "ms")
                .add("bare server, p99", bare.p99.median(), "ms")
                .add("bare server, p99.9", bare.p999.median(), "ms")
                .add("p99 ÷ bare server's p99, median of rounds", ratios.median(), "", "≤ 2")
                .add("messages not heard within 3 s of the end", ours.missing, "", "0")
                .add("other work on the machine", ours.othersShare.median(), "% of the busy time")
                .remark("Rounds, p99: " + ours.p99)
                .remark("Rounds, bare server's p99: " + bare.p99)
                .remark("Rounds, ratio: " + ratios);
    }
}
