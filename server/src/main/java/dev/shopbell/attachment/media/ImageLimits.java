package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.Map;

/// How large an image may say it is. Asked before a single pixel is drawn.
final class ImageLimits {

    static final int MOST_EDGE = 16_384;
    static final long MOST_PIXELS = 16_777_216;

    /// Of what has to be held whole: formats whose decoder does, rows that come in passes, four
    /// inks.
    static final long MOST_PIXELS_AT_ONCE = 4_194_304;

    /// Of WebP whose alpha lies beside its colours: the decoder holds it three times over.
    static final long MOST_PIXELS_IN_LAYERS = 2_621_440;

    static final int MOST_FRAMES = 500;

    private ImageLimits() {}

    static void check(long width, long height) {
        check(width, height, MOST_PIXELS);
    }

    static void check(long width, long height, long mostPixels) {
        if (width < 1 || height < 1) {
            throw Bytes.damaged();
        }
        if (width > MOST_EDGE || height > MOST_EDGE || width * height > mostPixels) {
            throw new RefusedException(
                    AttachmentRefusal.IMAGE_TOO_LARGE,
                    Map.of("width", width, "height", height, "mostPixels", mostPixels));
        }
    }
}
