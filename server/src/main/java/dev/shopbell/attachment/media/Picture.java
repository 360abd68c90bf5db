package dev.shopbell.attachment.media;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// An image as it is kept: written by us from pixels alone.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record Picture(String mediaType, byte[] content, int width, int height) {

    static final String JPEG = "image/jpeg";
    static final String GIF = "image/gif";
    static final String PNG = "image/png";

    static final float BEST = 0.88f;

    /// Best first: the next is for pictures that are too large in the one before.
    private static final float[] QUALITIES = {BEST, 0.78f, 0.66f};

    /// Whether it should be without loss, how good it has to be at most if it is not, and what it
    /// may have at most.
    record Wanted(boolean lossless, float quality, int mostBytes) {}

    /// Pictures too rich for their bytes give up what is clear about them, and then pixels.
    static Picture of(Canvas canvas, Wanted wanted, Effort effort) {
        boolean opaque = canvas.isOpaque();
        if (wanted.lossless || !opaque) {
            byte[] png = png(canvas, opaque);
            if (png.length <= wanted.mostBytes) {
                return new Picture(PNG, png, canvas.width(), canvas.height());
            }
        }
        Canvas current = opaque ? canvas : canvas.onWhite(effort);
        Picture picture = jpeg(current, wanted);
        while (picture == null) {
            int longer = Math.max(current.width(), current.height());
            current = current.within(longer * 3 / 4, effort);
            picture = jpeg(current, wanted);
        }
        return picture;
    }

    private static @Nullable Picture jpeg(Canvas canvas, Wanted wanted) {
        for (float quality : QUALITIES) {
            byte[] jpeg = jpeg(canvas, Math.min(quality, wanted.quality));
            if (jpeg.length <= wanted.mostBytes) {
                return new Picture(JPEG, jpeg, canvas.width(), canvas.height());
            }
        }
        return null;
    }

    private static byte[] png(Canvas canvas, boolean opaque) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write("png", -1, FewColours.of(canvas).orElseGet(() -> image(canvas, !opaque)), out);
        return out.toByteArray();
    }

    private static byte[] jpeg(Canvas canvas, float quality) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write("jpeg", quality, image(canvas, false), out);
        return out.toByteArray();
    }

    private static void write(
            String format, float quality, BufferedImage image, ByteArrayOutputStream out) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (quality > 0) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
            }
            if (param instanceof JPEGImageWriteParam jpeg) {
                jpeg.setOptimizeHuffmanTables(true);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("An image could not be written to memory", e);
        } finally {
            writer.dispose();
        }
    }

    /// The canvas itself, not a copy of it.
    private static BufferedImage image(Canvas canvas, boolean withAlpha) {
        DirectColorModel colours =
                withAlpha
                        ? (DirectColorModel) ColorModel.getRGBdefault()
                        : new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
        int[] masks =
                withAlpha
                        ? new int[] {0xff0000, 0xff00, 0xff, 0xff000000}
                        : new int[] {0xff0000, 0xff00, 0xff};
        WritableRaster raster =
                Raster.createPackedRaster(
                        new DataBufferInt(canvas.pixels(), canvas.pixels().length),
                        canvas.width(),
                        canvas.height(),
                        canvas.width(),
                        masks,
                        null);
        return new BufferedImage(colours, raster, false, null);
    }
}
