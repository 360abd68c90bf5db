package dev.shopbell.benchmark.start;

import dev.shopbell.benchmark.Length;
import dev.shopbell.benchmark.Medians;
import dev.shopbell.benchmark.Result;
import dev.shopbell.benchmark.Scenario;
import dev.shopbell.benchmark.program.Program;
import dev.shopbell.benchmark.program.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From starting the program to its first answer that needed the database, on the demo's data.
public final class Start implements Scenario {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(cache())
                ? Optional.empty()
                : Optional.of("The AOT cache is missing: benchmarks/run makes it.");
    }

    @Override
    public Result run(Length length, Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        String path;
        String conversations;
        try (Server server = Server.start(data, Map.of(), List.of("--demo"))) {
            String key = server.postgres().ask("SELECT public_key FROM store ORDER BY created_at");
            conversations = server.postgres().ask("SELECT count(*) FROM conversation");
            path = "/api/widget/" + key + "/settings";
        }
        Result result =
                new Result(
                        "From start to first answer, existing data with %s conversations"
                                .formatted(conversations));
        // Strict: a start that ignored the cache would be measured as one with it.
        List<String> cache = List.of("-XX:AOTCache=" + cache(), "-XX:AOTMode=on");
        Runs runs = new Runs(data, path, length.starts());
        Medians plain = runs.measure(List.of(), Map.of());
        Medians cached = runs.measure(cache, Map.of());
        try (Program database = database(folder.resolve("database.log"), data)) {
            Map<String, String> up =
                    Map.of("SHOPBELL_DATABASE_URL", database.awaitWords("(postgresql://\\S+)\\s"));
            Runs beside = new Runs(folder.resolve("beside"), path, length.starts());
            Medians plainUp = beside.measure(List.of(), up);
            Medians cachedUp = beside.measure(cache, up);
            result.add("with the AOT cache, PostgreSQL already up", cachedUp.median(), "s", "≤ 2")
                    .add("without it, PostgreSQL already up", plainUp.median(), "s");
        }
        return result.add(
                        "with the AOT cache, embedded PostgreSQL started too", cached.median(), "s")
                .add("without it, embedded PostgreSQL started too", plain.median(), "s");
    }

    private static Program database(Path log, Path data) {
        return Program.start(
                log, Map.of(), List.of("-jar", jar(), "--database", "--data", data.toString()));
    }

    private static Path cache() {
        return Server.artefact().resolve("shopbell.aot");
    }

    private static String jar() {
        return Server.artefact().resolve("quarkus-run.jar").toString();
    }

    private record Runs(Path data, String path, int times) {

        Medians measure(List<String> options, Map<String, String> environment) throws IOException {
            Files.createDirectories(data);
            Medians seconds = new Medians();
            for (int run = 0; run < times; run++) {
                seconds.add(once(options, environment));
            }
            return seconds;
        }

        private double once(List<String> options, Map<String, String> environment) {
            int port = Program.freePort();
            List<String> java = new ArrayList<>(options);
            java.addAll(List.of("-jar", jar(), "--port", Integer.toString(port)));
            java.addAll(List.of("--data", data.toString()));
            long began = System.nanoTime();
            try (Program program = Program.start(data.resolve("server.log"), environment, java)) {
                program.await(() -> Server.answers(port, path));
                return (System.nanoTime() - began) / 1e9;
            }
        }
    }
}
