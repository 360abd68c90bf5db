package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A PNG whose chunks were walked through and whose pixels were unpacked once, into nothing, to see
/// that they are exactly as many as the header says. An animated one shows its first picture.
final class PngFile implements ImageFile {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private final Effort effort;
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private @Nullable PngHeader header;
    private byte @Nullable [] profile;
    private int orientation = 1;
    private boolean isAnimated;
    private boolean ended;

    private PngFile(Effort effort) {
        this.effort = effort;
    }

    static PngFile read(Bytes file) {
        PngFile png = new PngFile(file.effort());
        file.skip(SIGNATURE.length());
        png.picture.writeBytes(SIGNATURE.getBytes(ISO_8859_1));
        while (!png.ended) {
            png.chunk(file);
        }
        if (!file.isEmpty()) {
            throw Bytes.damaged();
        }
        PngPixels.check(png.header(), png.pixels.toByteArray());
        return png;
    }

    @Override
    public int width() {
        return header().width();
    }

    @Override
    public int height() {
        return header().height();
    }

    @Override
    public int orientation() {
        return orientation;
    }

    @Override
    public byte @Nullable [] profile() {
        return profile;
    }

    @Override
    public boolean isLossless() {
        return true;
    }

    @Override
    public boolean isAnimated() {
        return isAnimated;
    }

    @Override
    public void draw(Rows rows) {
        PixelReading reading =
                new PixelReading(
                        ImageIO.getImageReadersByFormatName("png").next(),
                        width(),
                        height(),
                        effort);
        if (header().interlaced()) {
            reading.drawInPasses(picture.toByteArray(), rows);
        } else {
            reading.draw(picture.toByteArray(), 1, rows);
        }
    }

    private PngHeader header() {
        if (header == null) {
            throw Bytes.damaged();
        }
        return header;
    }

    private void chunk(Bytes file) {
        Bytes whole = file.rest();
        long length = file.u32();
        Bytes named = file.take(length + 4);
        checkSum(named.rest(), file.u32());
        String name = named.name();
        switch (name) {
            case "IHDR" -> begin(named);
            case "IDAT" -> pixels.writeBytes(named.copy(length));
            case "IEND" -> ended = true;
            case "PLTE", "tRNS" -> header();
            case "iCCP" -> profile = PngProfile.read(named);
            case "eXIf" -> orientation = Exif.inTiff(named, orientation);
            case "acTL" -> isAnimated = true;
            default -> {
                // A capital means: not understood is not drawn.
                if (Character.isUpperCase(name.charAt(0))) {
                    throw Bytes.damaged();
                }
                return;
            }
        }
        if (Character.isUpperCase(name.charAt(0)) || name.equals("tRNS")) {
            picture.writeBytes(whole.copy(length + 12));
        }
    }

    private void begin(Bytes named) {
        if (header != null) {
            throw Bytes.damaged();
        }
        header = PngHeader.read(named);
    }

    private static void checkSum(Bytes named, long expected) {
        CRC32 sum = new CRC32();
        sum.update(named.copy(named.left()));
        if (sum.getValue() != expected) {
            throw Bytes.damaged();
        }
    }
}
