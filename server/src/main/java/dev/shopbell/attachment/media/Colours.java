package dev.shopbell.attachment.media;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;

/// Grey, RGB or indexed samples as ARGB: the values as they are stored. Java's own conversion takes
/// grey for linear light and makes it paler.
final class Colours {

    private final int bands;
    private final int bits;
    private final int[] palette;

    private Colours(int bands, int bits, int[] palette) {
        this.bands = bands;
        this.bits = bits;
        this.palette = palette;
    }

    static Colours of(ColorModel model, SampleModel samples) {
        int[] palette = new int[0];
        if (model instanceof IndexColorModel indexed) {
            palette = new int[indexed.getMapSize()];
            indexed.getRGBs(palette);
        }
        return new Colours(samples.getNumBands(), samples.getSampleSize(0), palette);
    }

    static PixelRows rows(BufferedImage image) {
        Raster raster = image.getRaster();
        Colours colours = of(image.getColorModel(), raster.getSampleModel());
        int[] samples = new int[raster.getWidth() * colours.bands];
        return (y, argb) -> {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, argb.length, 1, samples);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = colours.argb(samples, x * colours.bands);
            }
        };
    }

    /// The pixel whose samples begin there.
    int argb(int[] samples, int at) {
        return palette.length > 0 ? indexed(samples[at]) : direct(samples, at);
    }

    private int indexed(int index) {
        if (index >= palette.length) {
            throw Bytes.damaged();
        }
        return palette[index];
    }

    private int direct(int[] samples, int at) {
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
