package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.attachment.media.AcceptedMedia.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Locale;

/// What becomes of images that were made with ImageMagick.
class ImagesTest {

    private final MediaIntake intake = new MediaIntake();

    @Test
    void aPhotoStaysAJpegAndLooksTheSame() {
        Path photo = RealFiles.photo("photo.jpg", 1200, 800, "-quality", "80");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        assertThat(accepted.kind()).isEqualTo(Kind.IMAGE);
        assertThat(accepted.mediaType()).isEqualTo("image/jpeg");
        assertThat(accepted.width()).isEqualTo(1200);
        assertThat(accepted.height()).isEqualTo(800);
        assertThat(accepted.placeholder()).matches("[0-9a-f]{36}");
        assertThat(accepted.duration()).isNull();
        assertThat(accepted.wasAnimated()).isFalse();
        assertThat(difference(photo, accepted.content())).isLessThan(2);
        assertThat(accepted.thumbnailType()).isEqualTo("image/jpeg");
        assertThat(difference(photo, accepted.thumbnail())).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoIsTurnedUpright(int orientation) {
        Path photo = RealFiles.photo("turned-" + orientation + ".jpg", 400, 300);
        RealFiles.tagged(photo, "-n", "-Orientation=" + orientation);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        assertThat(accepted.width()).isEqualTo(orientation < 5 ? 400 : 300);
        assertThat(difference(photo, accepted.content())).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG24", "PNG32", "PNG8", "PNG48", "PNG64"})
    void aPngKeepsItsLooks(String kind) {
        Path photo = RealFiles.photo("before-" + kind + ".png", 300, 200);
        Path drawing =
                RealFiles.drawn(
                        kind + ".png",
                        photo.toString(),
                        "-define",
                        "png:format=" + kind.toLowerCase(Locale.ROOT));

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(drawing));

        assertThat(accepted.mediaType()).isEqualTo("image/png");
        assertThat(difference(drawing, accepted.content())).isLessThan(1);
    }

    private static double difference(Path original, byte[] content) {
        return Looks.difference(
                original, RealFiles.written("accepted-" + original.getFileName(), content));
    }
}
