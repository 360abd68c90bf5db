package dev.shopbell.attachment.media;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Grey, RGB or indexed samples as ARGB: the values as they are stored. Java's own conversion takes
/// grey for linear light and makes it paler.
final class Colours implements PixelRows {

    private final Raster raster;
    private final int[] palette;
    private final int bands;
    private final int bits;
    private final int[] samples;

    private Colours(Raster raster, int[] palette) {
        this.raster = raster;
        this.palette = palette;
        this.bands = raster.getNumBands();
        this.bits = raster.getSampleModel().getSampleSize(0);
        this.samples = new int[raster.getWidth() * bands];
    }

    static Colours of(BufferedImage image) {
        int[] palette = new int[0];
        if (image.getColorModel() instanceof IndexColorModel indexed) {
            palette = new int[indexed.getMapSize()];
            indexed.getRGBs(palette);
        }
        return new Colours(image.getRaster(), palette);
    }

    @Override
    public void row(int y, int[] argb) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
        for (int x = 0; x < argb.length; x++) {
            argb[x] = palette.length > 0 ? indexed(x) : direct(x * bands);
        }
    }

    private int indexed(int x) {
        if (samples[x] >= palette.length) {
            throw Bytes.damaged();
        }
        return palette[samples[x]];
    }

    private int direct(int at) {
        int first = level(samples[at]);
        if (bands < 3) {
            int alpha = bands == 2 ? level(samples[at + 1]) : 0xff;
            return alpha << 24 | first << 16 | first << 8 | first;
        }
        int alpha = bands == 4 ? level(samples[at + 3]) : 0xff;
        return alpha << 24 | first << 16 | level(samples[at + 1]) << 8 | level(samples[at + 2]);
    }

    private int level(int sample) {
        if (bits == 8) {
            return sample;
        }
        return bits > 8 ? sample >> (bits - 8) : sample * 0xff / ((1 << bits) - 1);
    }
}
