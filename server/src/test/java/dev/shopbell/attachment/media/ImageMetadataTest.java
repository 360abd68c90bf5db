package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// exiftool finds out where, when and with what an image was made before, and nothing of it after.
class ImageMetadataTest {

    private final MediaIntake intake = new MediaIntake();

    @ParameterizedTest
    @ValueSource(strings = {"told.jpg", "told.png", "told.webp", "told.gif", "told-moving.gif"})
    void nothingTellsWhereWhenAndByWhomAnImageWasMade(String name) {
        Path photo =
                name.contains("moving")
                        ? RealFiles.animation(name, 320, 240)
                        : RealFiles.photo(name, 800, 300);
        Path thumbnail = RealFiles.photo("inside.jpg", 120, 80);
        if (name.endsWith(".gif")) {
            RealFiles.tagged(photo, "-Comment=canary-4713", "-XMP:GPSLatitude=52.52");
        } else {
            RealFiles.tagged(
                    photo,
                    "-GPSLatitude=52.52",
                    "-GPSLatitudeRef=N",
                    "-GPSLongitude=13.405",
                    "-GPSLongitudeRef=E",
                    "-Make=Acme",
                    "-SerialNumber=SN-991",
                    "-DateTimeOriginal=2026:01:02 03:04:05",
                    "-XMP:Creator=canary-4713",
                    "-ThumbnailImage<=" + thumbnail);
        }
        assertThat(RealFiles.tagsOf(photo)).contains("canary-4713", "GPS");
        if (name.endsWith(".jpg")) {
            assertThat(RealFiles.tagsOf(photo)).contains("SN-991", "Acme", "ThumbnailImage");
        }

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        Path kept = RealFiles.written("kept-" + name, accepted.content());
        assertTellsNothing(kept);
        assertThat(Looks.difference(photo, kept)).isLessThan(2.5);
        if (accepted.thumbnail() != null) {
            assertTellsNothing(RealFiles.written("small-" + name, accepted.thumbnail()));
        }
    }

    private static void assertTellsNothing(Path kept) {
        assertThat(RealFiles.tagsOf(kept))
                .doesNotContain("canary-4713", "GPS", "SN-991", "Acme", "ThumbnailImage")
                .doesNotContain("2026:01:02", "XMP", "EXIF", "ICC", "Comment", "Software");
    }
}
