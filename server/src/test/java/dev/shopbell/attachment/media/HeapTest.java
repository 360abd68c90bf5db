package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.attachment.media.TightHeap.Looked;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The largest pictures that are accepted, and those that claim to be larger, in a process that may
/// use 64 MB of heap, and not much more beside it.
class HeapTest {

    /// The heap, and as much as Java itself takes, several times over what decoders should.
    private static final long MOST_KILOBYTES = 320 << 10;

    @Test
    void theLargestOfEachKindAreDrawnInLittleMemory() {
        List<Path> largest =
                List.of(
                        turned(large("largest.jpg", 4096, 4096, "-sampling-factor", "4:4:4")),
                        turned(large("largest-progressive.jpg", 4096, 4096, "-interlace", "JPEG")),
                        large("largest-inks.jpg", 2048, 2048, "-colorspace", "CMYK"),
                        large("longest.jpg", 15_000, 1100),
                        large(
                                "largest.png",
                                4096,
                                4096,
                                "-depth",
                                "16",
                                "-define",
                                "png:format=png64"),
                        large("largest-interlaced.png", 2048, 2048, "-interlace", "PNG"),
                        large("largest.gif", 2048, 2048),
                        large("largest.webp", 2048, 2048, "-quality", "40"),
                        large("largest-lossless.webp", 2048, 2048, "-define", "webp:lossless=true"),
                        large(
                                "largest-clear.webp",
                                1619,
                                1619,
                                "-alpha",
                                "set",
                                "-channel",
                                "A",
                                "-evaluate",
                                "multiply",
                                "0.5",
                                "+channel",
                                "-quality",
                                "40"));

        Looked looked = TightHeap.at(largest);

        assertThat(looked.answers())
                .hasSameSizeAs(largest)
                .allMatch(answer -> answer.contains(": image/"));
        checkMemory(looked);
    }

    @Test
    void whatClaimsToBeLargerIsRefusedInLittleMemory() {
        List<Path> hostile =
                Hostile.all().entrySet().stream()
                        .map(file -> RealFiles.written(file.getKey(), file.getValue()))
                        .toList();

        Looked looked = TightHeap.at(hostile);

        assertThat(looked.answers())
                .hasSameSizeAs(hostile)
                .allMatch(answer -> answer.matches("\\S+ (file|image|video)_[a-z_]+"));
        checkMemory(looked);
    }

    private static void checkMemory(Looked looked) {
        assertThat(looked.kilobytes()).as("kB").isLessThan(MOST_KILOBYTES);
    }

    private static Path large(String name, int width, int height, String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "-size";
        arguments[1] = width + "x" + height;
        arguments[2] = "gradient:red-blue";
        arguments[3] = "-depth";
        arguments[4] = "8";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return RealFiles.drawn(name, arguments);
    }

    private static Path turned(Path photo) {
        return RealFiles.tagged(photo, "-n", "-Orientation=6");
    }
}
