package dev.shopbell.email.mime;

import dev.shopbell.email.mime.MimeFuzzing.Target;
import dev.shopbell.testkit.Jazzer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A fuzzer breaks none of what reads mail, beginning with answers of each mail program. All of it
/// in one process: to start takes longer than the runs do.
class MimeFuzzTest {

    private static final int RUNS = 300;

    /// Where a step for each two characters is taken, a quarter of a megabyte takes far longer;
    /// what is read as it should be takes a fraction of a second, also on a machine that is busy.
    private static final int MOST_SECONDS = 20;

    private static final int LARGE = 256 << 10;

    @Test
    void noBytesBreakWhatReadsMail() throws Exception {
        new Jazzer(
                        "mime",
                        MimeFuzzing.class,
                        List.of(
                                "--instrumentation_includes=dev.shopbell.email.**",
                                "--custom_hook_includes=dev.shopbell.email.**"),
                        512 << 10,
                        Target.values().length,
                        RUNS,
                        MOST_SECONDS)
                .run(inputs());
    }

    private static Map<String, byte[]> inputs() {
        Map<String, byte[]> inputs = new HashMap<>();
        for (Target target : Target.values()) {
            for (MailProgram program : MailProgram.values()) {
                for (Tongue tongue : Tongue.ALL.subList(0, 2)) {
                    inputs.put(
                            target + "-" + program.name() + "-" + tongue,
                            MimeFuzzing.of(target, seed(target, program, tongue)));
                }
            }
            byte[] one = seed(target, MailProgram.GMAIL, Tongue.ALL.getFirst());
            inputs.put(target + "-large", MimeFuzzing.of(target, repeated(one)));
        }
        return inputs;
    }

    private static byte[] repeated(byte[] seed) {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        while (large.size() < LARGE) {
            large.writeBytes(seed);
        }
        return large.toByteArray();
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
