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
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// An image as it is kept: written by us from pixels alone.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record Picture(String mediaType, byte[] content, int width, int height) {

    static final String JPEG = "image/jpeg";
    static final String GIF = "image/gif";
    static final String PNG = "image/png";

    /// Best first: the next is for pictures that are too large in the one before.
    private static final float[] QUALITIES = {0.88f, 0.78f, 0.66f};

    /// Of at most `mostBytes`, which pictures too rich for that pay for with size in pixels.
    static Picture of(Canvas canvas, boolean lossless, int mostBytes, Effort effort) {
        boolean opaque = canvas.isOpaque();
        Canvas current = canvas;
        Picture picture = fitting(current, opaque, lossless, mostBytes);
        while (picture == null) {
            int longer = Math.max(current.width(), current.height());
            current = current.within(longer * 3 / 4, effort);
            picture = fitting(current, opaque, lossless, mostBytes);
        }
        return picture;
    }

    private static @Nullable Picture fitting(
            Canvas canvas, boolean opaque, boolean lossless, int mostBytes) {
        if (lossless || !opaque) {
            byte[] png = png(canvas, opaque);
            if (png.length <= mostBytes) {
                return new Picture(PNG, png, canvas.width(), canvas.height());
            }
        }
        for (int i = 0; opaque && i < QUALITIES.length; i++) {
            byte[] jpeg = jpeg(canvas, QUALITIES[i]);
            if (jpeg.length <= mostBytes) {
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
