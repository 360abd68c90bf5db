package dev.shopbell.benchmark.posts;

import dev.shopbell.benchmark.program.Postgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own load generator, running posting's SQL as fast as PostgreSQL can.
///
/// pgbench writes what never changes as literals, and of those PostgreSQL thinks that planning anew
/// each time is worth it: a third of its rate is lost. So it is told to plan once, as it does for
/// the server's parameters.
final class PgBench {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+) \\(without");
    private static final Pattern FAILED =
            Pattern.compile("(?m)^number of failed transactions: ([1-9].*)");

    /// Where a client goes on to: a conversation's numbers. A function of the owner, because the
    /// server's role sees no store's rows before a store is set.
    private static final String CONVERSATION =
            """
            CREATE OR REPLACE FUNCTION benchmark_conversation(wanted integer)
                RETURNS TABLE (store uuid, hash bytea, conversation uuid, seq bigint, public_seq bigint,
                               customer_messages bigint, version bigint)
                LANGUAGE sql STABLE SECURITY DEFINER
                AS 'SELECT t.store_id, t.secret_hash, t.conversation_id, c.last_seq, c.last_public_seq,
                           c.customer_messages, c.version
                      FROM benchmark_target t JOIN conversation c USING (store_id, conversation_id)
                     WHERE t.n = wanted';
            """;

    private final Path program;
    private final Postgres postgres;
    private final Path script;
    private final int clients;
    private final String text;

    private PgBench(Path program, Postgres postgres, Path script, int clients, String text) {
        this.program = program;
        this.postgres = postgres;
        this.script = script;
        this.clients = clients;
        this.text = text;
    }

    static boolean isInstalled() {
        return program().isPresent();
    }

    static PgBench prepare(Postgres postgres, String script, int clients, String text) {
        postgres.run(CONVERSATION);
        Path file = postgres.data().resolve("post.sql");
        try {
            Files.writeString(file, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PgBench(program().orElseThrow(), postgres, file, clients, text);
    }

    /// Transactions per second.
    double run(Duration duration) {
        ProcessBuilder builder =
                new ProcessBuilder(
                                program.toString(),
                                "-h",
                                "127.0.0.1",
                                "-p",
                                Integer.toString(postgres.port()),
                                "-U",
                                Postgres.OWNER,
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                Integer.toString(clients),
                                "-j",
                                "2",
                                "-T",
                                Long.toString(duration.toSeconds()),
                                "-D",
                                "left=0",
                                "-D",
                                "text=" + text,
                                "-f",
                                script.toString(),
                                Postgres.DATABASE)
                        .redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "PGPASSWORD",
                                postgres.ownerPassword(),
                                "PGOPTIONS",
                                "-c role=shopbell_server -c plan_cache_mode=force_generic_plan"));
        try {
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(said);
            if (process.waitFor() != 0 || !rate.find() || FAILED.matcher(said).find()) {
                throw new IllegalStateException("pgbench failed:\n" + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> program() {
        Stream<Path> onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of);
        return Stream.concat(debians(), onPath)
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .filter(PgBench::works)
                .findFirst();
    }

    /// Debian's client packages bring a `pgbench` that only says that the real one is missing.
    private static boolean works(Path program) {
        try {
            Process asked =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return asked.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> debians() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            List<Path> newestFirst =
                    versions.map(version -> version.resolve("bin"))
                            .sorted(Comparator.reverseOrder())
                            .toList();
            return newestFirst.stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }
}
