package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An image that ends too early is refused, wherever it ends.
class CutOffImagesTest {

    private final MediaIntake intake = new MediaIntake();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut.jpg",
                "cut-progressive.jpg",
                "cut.png",
                "cut.gif",
                "cut.webp",
                "cut-lossless.webp"
            })
    void anImageThatWasCutOffIsRefused(String name) {
        Path image =
                RealFiles.photo(
                        name,
                        500,
                        300,
                        "-interlace",
                        name.contains("progressive") ? "JPEG" : "none",
                        "-define",
                        "webp:lossless=" + name.contains("lossless"));
        byte[] whole = RealFiles.bytes(image);
        assertThat(intake.accept(whole).width()).isEqualTo(500);

        for (int length = 1024; length < whole.length; length += 1024) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(RefusedException.class)
                    .as("%s of %d bytes", name, length)
                    .isThrownBy(() -> intake.accept(cut))
                    .satisfies(
                            e -> assertThat(e.refusal()).isEqualTo(AttachmentRefusal.FILE_DAMAGED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hole.jpg", "hole.png", "hole.gif"})
    void anImageWithAHoleInItIsRefused(String name) {
        byte[] whole = RealFiles.bytes(RealFiles.photo(name, 500, 300));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 600, (byte) 0xff);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> intake.accept(whole));
    }
}
