package dev.shopbell.attachment.media;

import java.nio.file.Path;
import java.util.List;

/// Compares what pictures look like, with the eyes of ImageMagick.
final class Looks {

    private Looks() {}

    /// The mean difference of a pixel's colours, of 255, after the second was brought to the
    /// first's size.
    static double difference(Path one, Path other) {
        byte[] first = pixels(one);
        byte[] second = pixels(other);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs((first[i] & 0xff) - (second[i] & 0xff));
        }
        return sum / first.length;
    }

    /// How opaque a pixel is, of 255.
    static int alpha(Path file, int x, int y) {
        byte[] pixel =
                RealFiles.output(
                        List.of(
                                RealFiles.MAGICK,
                                file.toString(),
                                "-crop",
                                "1x1+" + x + "+" + y,
                                "-depth",
                                "8",
                                "rgba:-"));
        return pixel[3] & 0xff;
    }

    /// 64 × 64, upright, on white, in the colours of screens.
    private static byte[] pixels(Path file) {
        return RealFiles.output(
                List.of(
                        RealFiles.MAGICK,
                        file + "[0]",
                        "-auto-orient",
                        "-background",
                        "white",
                        "-alpha",
                        "remove",
                        "-alpha",
                        "off",
                        "-colorspace",
                        "sRGB",
                        "-scale",
                        "64x64!",
                        "-depth",
                        "8",
                        "rgb:-"));
    }
}
