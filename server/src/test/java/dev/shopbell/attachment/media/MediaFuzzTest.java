package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.attachment.media.MediaFuzzing.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A fuzzer that watches which branches its inputs reach breaks none of the parsers. It begins with
/// real files and has the same number of runs each time, or as many seconds as it is given.
class MediaFuzzTest {

    private static final String SECONDS = System.getProperty("shopbell.fuzz-seconds", "");

    @ParameterizedTest
    @EnumSource(Target.class)
    void noBytesBreakAParser(Target target) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", target.name()));
        Path log = folder.resolve("jazzer.log");
        Process jazzer =
                new ProcessBuilder(command(target, folder))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        jazzer.getOutputStream().close();

        assertThat(jazzer.waitFor()).as("%s, see %s", target, log).isZero();
        assertThat(log).content().containsPattern("Done \\d{3,} runs");
    }

    private static List<String> command(Target target, Path folder) throws IOException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + MediaFuzzing.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=dev.shopbell.attachment.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-seed=7",
                "-max_len=" + (48 << 10),
                "-timeout=1200",
                "-rss_limit_mb=0",
                SECONDS.isEmpty() ? "-runs=" + runs(target) : "-max_total_time=" + SECONDS,
                corpus(folder).toString());
    }

    private static int runs(Target target) {
        return target == Target.INTAKE ? 2_000 : 10_000;
    }

    /// Small real files of each kind, and what reviews found. What an earlier run found on its way
    /// is left out: a fixed number of runs begins the same each time.
    private static Path corpus(Path folder) throws IOException {
        Path corpus = folder.resolve(SECONDS.isEmpty() ? "corpus" : "corpus-by-hand");
        Files.createDirectories(corpus);
        if (SECONDS.isEmpty()) {
            try (var old = Files.list(corpus)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Path file : real()) {
            Files.write(corpus.resolve(file.getFileName()), RealFiles.bytes(file));
        }
        for (Map.Entry<String, byte[]> found : Hostile.lengths().entrySet()) {
            Files.write(corpus.resolve(found.getKey()), found.getValue());
        }
        return corpus;
    }

    private static List<Path> real() {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("s.jpg", "s.png", "s.gif", "s.webp")) {
            files.add(RealFiles.photo("seed-" + name, 60, 40));
        }
        files.add(RealFiles.photo("seed-p.jpg", 60, 40, "-interlace", "JPEG"));
        files.add(RealFiles.photo("seed-i.png", 60, 40, "-interlace", "PNG"));
        files.add(RealFiles.photo("seed-l.webp", 60, 40, "-define", "webp:lossless=true"));
        files.add(RealFiles.tagged(RealFiles.photo("seed-e.jpg", 60, 40), "-n", "-Orientation=6"));
        files.add(RealFiles.animation("seed-m.gif", 40, 30));
        files.add(RealFiles.animation("seed-m.webp", 40, 30));
        for (String name : List.of("s.mp4", "s.mov", "s.webm", "s-pieces.mp4", "s-recorded.webm")) {
            files.add(Films.withSound("seed-" + name, "1"));
        }
        return files;
    }
}
