package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A fuzzer that watches which branches its inputs reach, in a process of its own. It begins with
/// the inputs that it is given and has the same number of runs each time, or as many seconds as
/// `bin/fuzz` gives it.
///
/// @param name of the folder below `target/fuzz` for what it finds
/// @param fuzzed has the methods that Jazzer looks for
/// @param options of Jazzer, beyond those that all need
/// @param parts how many things it fuzzes in turn: each has the runs, or the seconds
/// @param runs of each
/// @param mostSeconds for one of them: what takes longer never ends
public record Jazzer(
        String name,
        Class<?> fuzzed,
        List<String> options,
        int mostBytes,
        int parts,
        int runs,
        int mostSeconds) {

    private static final String SECONDS = System.getProperty("shopbell.fuzz-seconds", "");

    /// Fails where it breaks something.
    public void run(Map<String, byte[]> inputs) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", name));
        Path log = folder.resolve("jazzer.log");
        Process jazzer =
                new ProcessBuilder(command(folder, corpus(folder, inputs)))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        jazzer.getOutputStream().close();

        assertThat(jazzer.waitFor()).as("%s, see %s", name, log).isZero();
        assertThat(log).content().containsPattern("Done \\d{3,} runs");
    }

    private List<String> command(Path folder, Path corpus) {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classes,
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=" + fuzzed.getName()));
        command.addAll(options);
        command.addAll(
                List.of(
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-seed=7",
                        "-max_len=" + mostBytes,
                        "-timeout=" + mostSeconds,
                        "-rss_limit_mb=0",
                        SECONDS.isEmpty()
                                ? "-runs=" + runs * parts
                                : "-max_total_time=" + Integer.parseInt(SECONDS) * parts,
                        corpus.toString()));
        return command;
    }

    /// What an earlier run found on its way is left out: a fixed number of runs begins the same
    /// each time.
    private static Path corpus(Path folder, Map<String, byte[]> inputs) throws IOException {
        Path corpus = folder.resolve(SECONDS.isEmpty() ? "corpus" : "corpus-by-hand");
        Files.createDirectories(corpus);
        if (SECONDS.isEmpty()) {
            try (var old = Files.list(corpus)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
            Files.write(corpus.resolve(input.getKey()), input.getValue());
        }
        return corpus;
    }
}
