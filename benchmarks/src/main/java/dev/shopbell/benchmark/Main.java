package dev.shopbell.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.benchmark.idle.Idle;
import dev.shopbell.benchmark.imports.Imports;
import dev.shopbell.benchmark.inbox.Inbox;
import dev.shopbell.benchmark.live.Live;
import dev.shopbell.benchmark.machine.Machine;
import dev.shopbell.benchmark.posts.Posts;
import dev.shopbell.benchmark.start.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Runs scenarios and writes down what they measured. `benchmarks/run` starts it.
public final class Main {

    private static final String USAGE =
            """
            Usage: bin/bench [--quick] [SCENARIO …]

              posts    durable posts per second, as a share of what pgbench does with the same SQL
              live     from posting to the other side's socket, beside a bare server
              idle     memory per idle socket
              inbox    lists, counts, threads and search in a store with a million conversations
              import   customers and orders told through the API, as a share of what COPY does
              start    from starting the program to its first answer

            Without a name, all of them. --quick only shows that they work: nothing is written down.
            """;

    private static final List<Scenario> SCENARIOS =
            List.of(new Posts(), new Live(), new Idle(), new Inbox(), new Imports(), new Start());

    private Main() {}

    public static void main(String... arguments) throws Exception {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        Length length = wanted.remove("--quick") ? Length.QUICK : Length.FULL;
        List<String> known = SCENARIOS.stream().map(Scenario::name).toList();
        if (!known.containsAll(wanted)) {
            System.err.print(USAGE);
            System.exit(2);
        }
        List<Scenario> chosen =
                SCENARIOS.stream()
                        .filter(each -> wanted.isEmpty() || wanted.contains(each.name()))
                        .toList();
        for (Scenario scenario : chosen) {
            scenario.missing()
                    .ifPresent(missing -> {
                        System.err.println(scenario.name() + ": " + missing);
                        System.exit(1);
                    });
        }
        Machine machine =
                Machine.here(
                        System.getProperty("shopbell.commit", "unknown"),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
        for (Scenario scenario : chosen) {
            System.out.println(scenario.name() + " …");
            Result result = run(scenario, length);
            System.out.println("\n" + result.markdown());
            if (length == Length.FULL) {
                write(scenario, machine, result);
            }
        }
    }

    private static Result run(Scenario scenario, Length length) throws Exception {
        Path folder = Files.createTempDirectory(work(), scenario.name());
        try {
            return scenario.run(length, folder);
        } finally {
            delete(folder);
        }
    }

    private static Path work() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("shopbell.work")));
    }

    /// One file for programs and one for people; a later run of a scenario replaces them.
    private static void write(Scenario scenario, Machine machine, Result result)
            throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("shopbell.results")));
        ObjectNode root = new ObjectMapper().createObjectNode();
        machine.writeTo(root.putObject("machine"));
        result.writeTo(root);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve(scenario.name() + ".json").toFile(), root);
        Files.writeString(
                folder.resolve(scenario.name() + ".md"),
                "# " + scenario.name() + "\n\n" + machine.sentence() + "\n\n" + result.markdown());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
