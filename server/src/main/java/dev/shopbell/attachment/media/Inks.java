package dev.shopbell.attachment.media;

import java.awt.image.Raster;

/// Four inks as ARGB, without the printer's profile: near enough for a screen.
///
/// With luma: the first three are the luma and chroma of the light, not of the ink. Inverted: zero
/// is all of the ink, as Adobe stores it.
final class Inks implements PixelRows {

    private final Raster raster;
    private final boolean withLuma;
    private final boolean inverted;
    private final int[] samples;

    Inks(Raster raster, boolean withLuma, boolean inverted) {
        if (raster.getNumBands() != 4) {
            throw Bytes.damaged();
        }
        this.raster = raster;
        this.withLuma = withLuma;
        this.inverted = inverted;
        this.samples = new int[raster.getWidth() * 4];
    }

    @Override
    public void row(int y, int[] argb) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
        for (int x = 0; x < argb.length; x++) {
            int at = x * 4;
            if (withLuma) {
                unmix(at);
            }
            int light = paper(samples[at + 3]);
            argb[x] =
                    0xff << 24
                            | mixed(samples[at], light) << 16
                            | mixed(samples[at + 1], light) << 8
                            | mixed(samples[at + 2], light);
        }
    }

    private int mixed(int ink, int light) {
        return paper(ink) * light / 0xff;
    }

    /// How much of the white paper an ink lets through.
    private int paper(int ink) {
        return inverted ? ink : 0xff - ink;
    }

    private void unmix(int at) {
        float luma = samples[at];
        float blue = samples[at + 1] - 128;
        float red = samples[at + 2] - 128;
        samples[at] = ink(luma + 1.402f * red);
        samples[at + 1] = ink(luma - 0.344136f * blue - 0.714136f * red);
        samples[at + 2] = ink(luma + 1.772f * blue);
    }

    private static int ink(float light) {
        return 0xff - Math.clamp(Math.round(light), 0, 0xff);
    }
}
