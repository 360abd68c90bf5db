package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.email.mime.MimeFuzzing.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A fuzzer that watches which branches its inputs reach breaks none of what reads mail. It begins
/// with answers of each mail program and has the same number of runs each time, or as many seconds
/// as it is given.
class MimeFuzzTest {

    private static final String SECONDS = System.getProperty("shopbell.fuzz-seconds", "");

    @ParameterizedTest
    @EnumSource(Target.class)
    void noBytesBreakWhatReadsMail(Target target) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", "mime-" + target.name()));
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
                "--target_class=" + MimeFuzzing.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=dev.shopbell.email.**",
                "--custom_hook_includes=dev.shopbell.email.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-seed=7",
                "-max_len=" + (16 << 10),
                "-timeout=1200",
                "-rss_limit_mb=0",
                SECONDS.isEmpty() ? "-runs=300" : "-max_total_time=" + SECONDS,
                corpus(target, folder).toString());
    }

    /// What an earlier run found on its way is left out: a fixed number of runs begins the same
    /// each time.
    private static Path corpus(Target target, Path folder) throws IOException {
        Path corpus = folder.resolve(SECONDS.isEmpty() ? "corpus" : "corpus-by-hand");
        Files.createDirectories(corpus);
        if (SECONDS.isEmpty()) {
            try (var old = Files.list(corpus)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        for (MailProgram program : MailProgram.values()) {
            for (Tongue tongue : Tongue.ALL.subList(0, 2)) {
                Path file = corpus.resolve(program.name() + "-" + tongue);
                Files.write(file, seed(target, program, tongue));
            }
        }
        return corpus;
    }

    private static byte[] seed(Target target, MailProgram program, Tongue tongue) {
        return switch (target) {
            case MAIL -> Mails.bytes(RepliesOfMailProgramsTest.both(program, tongue));
            case HTML -> program.html(tongue).getBytes(StandardCharsets.UTF_8);
            case TEXT -> program.text(tongue).getBytes(StandardCharsets.UTF_8);
            case BOUNCE -> Mails.bytes(BounceTest.report("failed", "5.1.1 " + program));
        };
    }
}
