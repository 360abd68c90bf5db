package dev.shopbell.benchmark.imports;

import dev.shopbell.benchmark.Length;
import dev.shopbell.benchmark.Medians;
import dev.shopbell.benchmark.Result;
import dev.shopbell.benchmark.Scenario;
import dev.shopbell.benchmark.machine.Memory;
import dev.shopbell.benchmark.machine.ProcessorTime;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows per second of a large import, as a share of what COPY does with the same rows, in turns;
/// and the memory it takes. One more import goes before, whose server is stopped on the way: it is
/// the one that is watched for memory, and it makes Java and PostgreSQL warm.
public final class Imports implements Scenario {

    private static final int WATCHED = 1;
    private static final int ROUNDS = 3;
    private static final Map<String, String> SETTINGS =
            Map.of("SHOPBELL_LIMITS_API_KEY_REQUESTS_PER_MINUTE", "1000000");

    private final Medians rates = new Medians();
    private final Medians copied = new Medians();
    private final Medians ratios = new Medians();
    private final Medians serverMicros = new Medians();
    private final Medians postgresMicros = new Medians();
    private final Medians othersShare = new Medians();

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Result run(Length length, Path folder) throws IOException, SQLException {
        boolean isWhole = length == Length.FULL;
        Shop shop = isWhole ? new Shop(100_000, 300_000) : new Shop(2_000, 6_000);
        int rounds = isWhole ? ROUNDS : 1;
        Path data = Files.createDirectories(folder.resolve("data"));
        Memory early;
        Memory late;
        try (Telling watched = new Telling(shop, WATCHED)) {
            try (Server server = Server.start(data, SETTINGS, List.of())) {
                server.setUp();
                World.make(server, WATCHED + rounds, 1);
                Telling.makeKeys(server, WATCHED + rounds);
                watched.tell(server, shop.lines() / 10);
                early = Memory.of(server.pid());
                watched.tell(server, shop.lines() / 2);
            }
            try (Server server = Server.start(data, SETTINGS, List.of())) {
                watched.tell(server, shop.lines());
                late = Memory.of(server.pid());
                watched.check(server);
                PlainCopy copy = new PlainCopy(server.postgres(), folder);
                for (int round = 1; round <= rounds; round++) {
                    measure(server, shop, WATCHED + round, copy);
                }
            }
        }
        return result(shop, early, late);
    }

    private void measure(Server server, Shop shop, int store, PlainCopy copy)
            throws SQLException, IOException {
        int rows = shop.customers() + shop.orders();
        try (Telling telling = new Telling(shop, store)) {
            ProcessorTime before = now(server);
            long began = System.nanoTime();
            telling.tell(server, shop.lines());
            double seconds = (System.nanoTime() - began) / 1e9;
            ProcessorTime used = now(server).since(before);
            telling.check(server);
            double copySeconds = copy.seconds(store);
            rates.add(rows / seconds);
            copied.add(rows / copySeconds);
            ratios.add(copySeconds / seconds);
            serverMicros.add(1000 * used.server() / rows);
            postgresMicros.add(1000 * used.postgres() / rows);
            othersShare.add(100 * used.others() / used.machine());
        }
    }

    private static ProcessorTime now(Server server) {
        return ProcessorTime.now(server.pid(), server.postgres().pid());
    }

    private Result result(Shop shop, Memory early, Memory late) {
        return new Result(
                        "Import of %,d customers and %,d orders over HTTP, part after part"
                                .formatted(shop.customers(), shop.orders()))
                .add("rows imported", rates.median(), "/s")
                .add("the same rows by COPY", copied.median(), "/s")
                .add("import ÷ COPY, median of rounds", ratios.median(), "")
                .add("server, processor time a row", serverMicros.median(), "µs")
                .add("PostgreSQL, processor time a row", postgresMicros.median(), "µs")
                .add("live heap after a tenth of the lines", early.liveHeap() / 1e6, "MB")
                .add("live heap after all lines", late.liveHeap() / 1e6, "MB")
                .add("other work on the machine", othersShare.median(), "% of the busy time")
                .remark("Rounds, import: " + rates)
                .remark("Rounds, COPY: " + copied)
                .remark("Rounds, ratio: " + ratios)
                .remark(
                        "One line in a thousand was wrong. After each import every row was there once and the wrong lines"
                                + " were told by their numbers; the first one's server was stopped in the middle.");
    }
}
