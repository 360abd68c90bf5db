package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The limit of 1,048,576 bytes from both sides, in each format, with real images and videos that
/// hold as much room for comments as is missing.
class SizeLimitTest {

    private static final int LIMIT = 1_048_576;

    private final MediaIntake intake = new MediaIntake();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "full.jpg",
                "full.png",
                "full.gif",
                "full.webp",
                "full.mp4",
                "full.mov",
                "full.webm"
            })
    void aFileOfTheLimitPassesAndOneByteMoreDoesNot(String name) {
        Path file = real(name);

        AcceptedMedia accepted = intake.accept(Padding.to(LIMIT, name, RealFiles.bytes(file)));

        Path kept = RealFiles.written("kept-" + name, accepted.content());
        assertThat(Looks.difference(file, kept)).isLessThan(4);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.accept(Padding.to(LIMIT + 1, name, RealFiles.bytes(file))))
                .satisfies(e -> {
                    assertThat(e.refusal()).isEqualTo(HttpRefusal.FILE_TOO_LARGE);
                    assertThat(e.more()).containsEntry("limit", LIMIT);
                });
    }

    private static Path real(String name) {
        return switch (name.substring(name.indexOf('.'))) {
            case ".jpg" -> RealFiles.photo(name, 2200, 1600, "-quality", "75");
            case ".png" -> RealFiles.photo(name, 600, 500);
            case ".gif" -> RealFiles.photo(name, 1000, 800);
            case ".webp" -> RealFiles.photo(name, 1600, 1200, "-quality", "80");
            default -> Films.withSound(name, "3");
        };
    }
}
