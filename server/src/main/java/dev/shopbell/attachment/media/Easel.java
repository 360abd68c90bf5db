package dev.shopbell.attachment.media;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import javax.imageio.ImageTypeSpecifier;

/// What a decoder takes for the picture it draws. It holds none: each pixel goes on at once, as
/// ARGB.
final class Easel extends WritableRaster {

    private final Colours colours;
    private final Pixels pixels;
    private final int[] samples;

    private Easel(ImageTypeSpecifier type, int width, int height, Pixels pixels) {
        super(
                type.getSampleModel(width, height),
                type.getSampleModel(width, 1).createDataBuffer(),
                new Point(0, 0));
        this.colours = Colours.of(type.getColorModel(), sampleModel);
        this.pixels = pixels;
        this.samples = new int[width * numBands];
    }

    /// For the samples that a decoder writes by itself.
    static BufferedImage of(ImageTypeSpecifier type, int width, int height, Pixels pixels) {
        return new BufferedImage(
                type.getColorModel(), new Easel(type, width, height, pixels), false, null);
    }

    @Override
    public void setRect(int left, int top, Raster part) {
        int columns = part.getWidth();
        for (int y = 0; y < part.getHeight(); y++) {
            if (!pixels.begins(top + y)) {
                continue;
            }
            part.getPixels(part.getMinX(), part.getMinY() + y, columns, 1, samples);
            for (int x = 0; x < columns; x++) {
                pixels.put(left + x, top + y, colours.argb(samples, x * numBands));
            }
        }
    }

    @Override
    public void setPixel(int x, int y, int[] sample) {
        pixels.put(x, y, colours.argb(sample, 0));
    }

    /// Takes them one by one.
    interface Pixels {

        /// Whether a row that is there whole is of interest.
        default boolean begins(int y) {
            return true;
        }

        void put(int x, int y, int argb);
    }
}
