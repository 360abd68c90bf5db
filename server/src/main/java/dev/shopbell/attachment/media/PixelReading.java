package dev.shopbell.attachment.media;

import dev.shopbell.platform.http.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Draws with a decoder of ImageIO. It is asked once, for everything: decoders that are asked for a
/// part begin at the top each time. A decoder that merely warns found the file damaged: it would go
/// on and draw grey.
final class PixelReading {

    private final ImageReader decoder;
    private final int width;
    private final int height;
    private final Effort effort;

    PixelReading(ImageReader decoder, int width, int height, Effort effort) {
        this.decoder = decoder;
        this.width = width;
        this.height = height;
        this.effort = effort;
    }

    /// For decoders that draw row after row, and all of them again in each pass; none but the last
    /// row of the last pass is held.
    void draw(byte[] file, int passes, Rows rows) {
        read(
                file,
                () -> {
                    InOrder inOrder = new InOrder(width, height, passes, effort, rows);
                    drawOn(inOrder);
                    inOrder.end();
                });
    }

    /// For files whose rows come in any order.
    void drawInPasses(byte[] file, Rows rows) {
        read(
                file,
                () -> {
                    int[] pixels = new int[width * height];
                    drawOn((x, y, argb) -> pixels[y * width + x] = argb);
                    handOver(
                            (y, argb) -> System.arraycopy(pixels, y * width, argb, 0, width), rows);
                });
    }

    /// For decoders that hold the whole picture anyway.
    void drawAtOnce(byte[] file, Rows rows) {
        read(
                file,
                () -> {
                    BufferedImage image = decoder.read(0);
                    if (image.getWidth() != width || image.getHeight() != height) {
                        throw Bytes.damaged();
                    }
                    handOver(Colours.rows(image), rows);
                });
    }

    /// For four inks, which ImageIO hands over as they are.
    void drawInks(byte[] file, boolean withLuma, boolean inverted, Rows rows) {
        read(file, () -> handOver(new Inks(decoder.readRaster(0, null), withLuma, inverted), rows));
    }

    private void read(byte[] file, Reading reading) {
        effort.draw((long) width * height);
        try (ImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            decoder.addIIOReadWarningListener(new Strict());
            decoder.setInput(input, false, true);
            reading.read();
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Bytes.damaged();
        } finally {
            decoder.dispose();
        }
    }

    private void drawOn(Easel.Pixels pixels) throws IOException {
        ImageTypeSpecifier type = decoder.getImageTypes(0).next();
        ImageReadParam param = decoder.getDefaultReadParam();
        param.setDestination(Easel.of(type, width, height, pixels));
        decoder.read(0, param);
    }

    private void handOver(PixelRows pixels, Rows rows) {
        int[] argb = new int[width];
        for (int y = 0; y < height; y++) {
            effort.checkTime();
            pixels.row(y, argb);
            rows.add(argb);
        }
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static final class Strict implements IIOReadWarningListener {

        @Override
        public void warningOccurred(ImageReader decoder, String warning) {
            throw Bytes.damaged();
        }
    }
}
