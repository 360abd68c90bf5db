package dev.shopbell.attachment.media;

import dev.shopbell.attachment.media.MediaFuzzing.Target;
import dev.shopbell.testkit.Jazzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A fuzzer breaks none of the parsers, beginning with real files.
class MediaFuzzTest {

    private static final int MOST_BYTES = 48 << 10;

    @ParameterizedTest
    @EnumSource(Target.class)
    void noBytesBreakAParser(Target target) throws Exception {
        new Jazzer(
                        target.name(),
                        MediaFuzzing.class,
                        List.of(
                                "--target_args=" + target.name(),
                                "--instrumentation_includes=dev.shopbell.attachment.**"),
                        MOST_BYTES,
                        1,
                        runs(target),
                        1_200)
                .run(inputs());
    }

    private static int runs(Target target) {
        return target == Target.INTAKE ? 2_000 : 10_000;
    }

    /// Small real files of each kind, and what reviews found.
    private static Map<String, byte[]> inputs() {
        Map<String, byte[]> inputs = new HashMap<>(Hostile.lengths());
        real().forEach(file -> inputs.put(file.getFileName().toString(), RealFiles.bytes(file)));
        return inputs;
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
