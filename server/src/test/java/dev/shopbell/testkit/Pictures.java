package dev.shopbell.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Files to upload.
public final class Pictures {

    private static final int CHUNK_FRAME = 12;
    private static final int END_CHUNK = 12;

    private Pictures() {}

    /// A small picture, another one for each number.
    public static byte[] png(int number) {
        return png(24, 16, number);
    }

    /// The same as a GIF, but for its colours.
    public static byte[] gif(int number) {
        return written(noise(24, 16, number), "gif");
    }

    /// Of random colours, which cannot be compressed.
    public static byte[] png(int width, int height, int seed) {
        return written(noise(width, height, seed), "png");
    }

    private static BufferedImage noise(int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The same picture in a file of exactly this many bytes, by a chunk that nobody reads.
    public static byte[] padded(byte[] png, int size) {
        int filling = size - png.length - CHUNK_FRAME;
        byte[] type = "prVt".getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(new byte[filling]);
        return ByteBuffer.allocate(size)
                .put(png, 0, png.length - END_CHUNK)
                .putInt(filling)
                .put(type)
                .put(new byte[filling])
                .putInt((int) sum.getValue())
                .put(png, png.length - END_CHUNK, END_CHUNK)
                .array();
    }
}
