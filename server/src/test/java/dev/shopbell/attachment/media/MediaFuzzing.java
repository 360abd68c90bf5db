package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.attachment.media.AcceptedMedia.Kind;
import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;

/// What must hold of any bytes whatever, for Jazzer to try: they are refused or accepted, and cost
/// bounded work. Runs in a process of its own, which is told the name of what to fuzz.
public final class MediaFuzzing {

    private static Target target = Target.INTAKE;

    private MediaFuzzing() {}

    /// Jazzer looks for this name and this form.
    public static void fuzzerInitialize(String[] names) {
        target = Target.valueOf(names[0]);
    }

    /// Jazzer looks for this name and this form.
    public static void fuzzerTestOneInput(byte[] file) {
        try {
            switch (target) {
                case INTAKE -> accept(file);
                case HEADERS -> readHeader(file);
                case BOXES -> readVideo(Mp4File.read(file, new Effort()));
                case ELEMENTS -> readVideo(WebmFile.read(file, new Effort()));
            }
        } catch (RefusedException e) {
            assertThat(e.refusal()).isNotNull();
        }
    }

    enum Target {
        /// The whole of it, pixels included.
        INTAKE,
        /// The structure of images, without drawing them.
        HEADERS,
        BOXES,
        ELEMENTS
    }

    /// What was accepted is accepted again as what it is, and a cleaned video has nothing to clean.
    private static void accept(byte[] file) {
        AcceptedMedia accepted = new MediaIntake().accept(file);
        AcceptedMedia again = new MediaIntake().accept(accepted.content());
        assertThat(again.width()).isEqualTo(accepted.width());
        assertThat(again.height()).isEqualTo(accepted.height());
        assertThat(again.duration()).isEqualTo(accepted.duration());
        assertThat(again.mediaType()).isEqualTo(accepted.mediaType());
        if (accepted.kind() == Kind.VIDEO) {
            assertThat(again.content()).isEqualTo(accepted.content());
        }
    }

    private static void readHeader(byte[] file) {
        Bytes bytes = new Bytes(file, new Effort());
        ImageFile image =
                switch (file.length == 0 ? 0 : file[0] & 3) {
                    case 0 -> GifFile.read(bytes);
                    case 1 -> PngFile.read(bytes);
                    case 2 -> WebpFile.read(bytes);
                    default -> JpegFile.read(bytes);
                };
        assertThat((long) image.width() * image.height()).isBetween(1L, ImageLimits.MOST_PIXELS);
        assertThat(image.orientation()).isBetween(1, 8);
    }

    private static void readVideo(Video video) {
        assertThat(video.seconds()).isFinite().isNotNegative();
        assertThat(Arrays.asList(video.width(), video.height())).allMatch(edge -> edge >= 0);
    }
}
