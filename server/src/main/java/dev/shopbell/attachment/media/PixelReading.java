package dev.shopbell.attachment.media;

import dev.shopbell.platform.http.RefusedException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Draws with a decoder of ImageIO, a strip at a time, so that no more than a strip is held. A
/// decoder that merely warns found the file damaged: it would go on and draw grey.
final class PixelReading {

    /// Of a strip. Decoders begin at the top for each of them, so there should not be many.
    private static final int STRIP_BYTES = 8 << 20;

    private final ImageReader decoder;
    private final int width;
    private final int height;
    private final Effort effort;
    private int mostRows;

    PixelReading(ImageReader decoder, int width, int height, int bytesPerPixel, Effort effort) {
        this.decoder = decoder;
        this.width = width;
        this.height = height;
        this.effort = effort;
        this.mostRows = Math.max(1, STRIP_BYTES / bytesPerPixel / width);
    }

    void draw(byte[] file, Rows rows) {
        draw(file, rows, this::colours);
    }

    /// For decoders that hold the whole picture anyway: asked for a strip, they draw all of it each
    /// time.
    void drawAtOnce(byte[] file, Rows rows) {
        mostRows = height;
        draw(file, rows);
    }

    /// For four inks, which ImageIO hands over as they are.
    void drawInks(byte[] file, boolean withLuma, boolean inverted, Rows rows) {
        draw(file, rows, strip -> new Inks(decoder.readRaster(0, only(strip)), withLuma, inverted));
    }

    private void draw(byte[] file, Rows rows, Reading reading) {
        try (ImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            decoder.addIIOReadWarningListener(new Strict());
            decoder.setInput(input, false, true);
            strips(rows, reading);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Bytes.damaged();
        } finally {
            decoder.dispose();
        }
    }

    private void strips(Rows rows, Reading reading) throws IOException {
        for (int y = 0; y < height; y += mostRows) {
            strip(new Rectangle(0, y, width, Math.min(mostRows, height - y)), rows, reading);
        }
    }

    /// Nothing of a strip is held when the next is read.
    private void strip(Rectangle strip, Rows rows, Reading reading) throws IOException {
        effort.draw((long) width * strip.height);
        PixelRows pixels = reading.read(strip);
        int[] argb = new int[width];
        for (int row = 0; row < strip.height; row++) {
            pixels.row(row, argb);
            rows.add(argb);
        }
    }

    private PixelRows colours(Rectangle strip) throws IOException {
        BufferedImage image = decoder.read(0, only(strip));
        if (image.getWidth() != strip.width || image.getHeight() != strip.height) {
            throw Bytes.damaged();
        }
        return Colours.of(image);
    }

    private ImageReadParam only(Rectangle strip) {
        ImageReadParam param = decoder.getDefaultReadParam();
        param.setSourceRegion(strip);
        return param;
    }

    private interface Reading {
        PixelRows read(Rectangle strip) throws IOException;
    }

    private static final class Strict implements IIOReadWarningListener {

        @Override
        public void warningOccurred(ImageReader decoder, String warning) {
            throw Bytes.damaged();
        }
    }
}
