package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A JPEG whose segments were walked through to its end. What the decoder gets is written anew of
/// the segments that pictures are made of; everything else the file says stays outside.
final class JpegFile implements ImageFile {

    private static final int TEMPORARY = 0x01;
    private static final int BASELINE = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int RESTARTS_BEGIN = 0xd0;
    private static final int RESTARTS_END = 0xd7;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int QUANTISATION_TABLES = 0xdb;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int APPLICATION = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;
    private static final int APPLICATION_END = 0xef;
    private static final int COMMENT = 0xfe;

    /// As many components as a picture for printers has.
    private static final int INKS = 4;

    private static final int MOST_SCANS = 40;

    /// The decoder draws all of the picture after each scan. Encoders write ten.
    private static final long MOST_SCANNED = 10 * ImageLimits.MOST_PIXELS;

    private static final byte[] PLAIN_JFIF = {
        (byte) 0xff, (byte) APPLICATION, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final Effort effort;
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private int width;
    private int height;
    private String components = "";
    private int orientation = 1;
    private int scans;

    /// How often the decoder draws: after each scan, unless the first has all there is.
    private int passes;

    private boolean isProgressive;
    private float quality = Picture.BEST;
    private boolean isJfif;
    private int adobeTransform = -1;

    private JpegFile(Effort effort) {
        this.effort = effort;
    }

    static JpegFile read(Bytes file) {
        JpegFile jpeg = new JpegFile(file.effort());
        jpeg.walk(file);
        if (jpeg.scans == 0) {
            throw Bytes.damaged();
        }
        ImageLimits.check(jpeg.width, jpeg.height);
        JpegTrailer.check(file);
        return jpeg;
    }

    /// Walks through a JPEG and stands behind its end.
    static void skip(Bytes file) {
        new JpegFile(file.effort()).walk(file);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int orientation() {
        return orientation;
    }

    @Override
    public byte @Nullable [] profile() {
        return components.length() == 3 && profile.size() > 0 ? profile.toByteArray() : null;
    }

    @Override
    public boolean isLossless() {
        return false;
    }

    @Override
    public float quality() {
        return quality;
    }

    @Override
    public boolean isAnimated() {
        return false;
    }

    @Override
    public void draw(Rows rows) {
        PixelReading reading =
                new PixelReading(
                        ImageIO.getImageReadersByFormatName("jpeg").next(), width, height, effort);
        effort.draw((passes - 1L) * width * height);
        if (components.length() == INKS) {
            reading.drawInks(lean(), adobeTransform == 2, adobeTransform >= 0, rows);
        } else {
            reading.draw(lean(), passes, rows);
        }
    }

    /// Says by its marker how colours are stored, for decoders guess when nothing does.
    private byte[] lean() {
        ByteArrayOutputStream lean = new ByteArrayOutputStream(picture.size() + 64);
        marker(lean, START);
        boolean namesItsColours = components.equals("RGB");
        if (isJfif || (adobeTransform < 0 && components.length() == 3 && !namesItsColours)) {
            lean.writeBytes(PLAIN_JFIF);
        } else if (adobeTransform >= 0) {
            lean.writeBytes(
                    new byte[] {
                        (byte) 0xff,
                        (byte) ADOBE,
                        0,
                        14,
                        'A',
                        'd',
                        'o',
                        'b',
                        'e',
                        0,
                        100,
                        0,
                        0,
                        0,
                        0,
                        (byte) adobeTransform
                    });
        }
        lean.writeBytes(picture.toByteArray());
        marker(lean, END);
        return lean.toByteArray();
    }

    private void walk(Bytes file) {
        if (file.u16() != (0xff00 | START)) {
            throw Bytes.damaged();
        }
        int marker = nextMarker(file);
        while (marker != END) {
            if (marker != TEMPORARY) {
                segment(marker, file);
            }
            marker = nextMarker(file);
        }
    }

    private static int nextMarker(Bytes file) {
        if (file.u8() != 0xff) {
            throw Bytes.damaged();
        }
        int marker = file.u8();
        while (marker == 0xff) {
            marker = file.u8();
        }
        return marker;
    }

    private void segment(int marker, Bytes file) {
        Bytes content = file.take(Math.max(0, file.rest().u16()));
        Bytes body = content.rest();
        body.skip(2);
        switch (marker) {
            case BASELINE, BASELINE + 1, PROGRESSIVE -> {
                isProgressive = marker == PROGRESSIVE;
                frame(body.rest());
            }
            case SCAN -> scanBegins(body.u8());
            case EXIF -> orientation = Exif.orientation(body, orientation);
            case PROFILE -> profile(body);
            case ADOBE -> adobe(body);
            case APPLICATION -> isJfif |= body.startsWith("JFIF\0");
            case QUANTISATION_TABLES -> quality = JpegQuality.read(body, quality);
            case HUFFMAN_TABLES, RESTART_INTERVAL -> {}
            default -> {
                if (marker != COMMENT && (marker < APPLICATION || marker > APPLICATION_END)) {
                    throw Bytes.damaged();
                }
            }
        }
        if (marker < APPLICATION) {
            marker(picture, marker);
            picture.writeBytes(content.copy(content.left()));
        }
        if (marker == SCAN) {
            scan(file);
        }
    }

    private void frame(Bytes header) {
        if (width != 0 || header.u8() != 8) {
            throw Bytes.damaged();
        }
        height = header.u16();
        width = header.u16();
        StringBuilder names = new StringBuilder();
        for (int left = header.u8(); left > 0; left--) {
            names.append((char) header.u8());
            header.skip(2);
        }
        components = names.toString();
        if (!header.isEmpty()
                || components.isEmpty()
                || components.length() == 2
                || components.length() > INKS) {
            throw Bytes.damaged();
        }
        ImageLimits.check(
                width,
                height,
                components.length() == INKS
                        ? ImageLimits.MOST_PIXELS_AT_ONCE
                        : ImageLimits.MOST_PIXELS);
    }

    private void scanBegins(int componentsInIt) {
        scans++;
        boolean isOneOfMany = isProgressive || passes > 1 || componentsInIt < components.length();
        if (scans == 1 || isOneOfMany) {
            passes++;
        }
        if (scans > MOST_SCANS || (long) passes * width * height > MOST_SCANNED) {
            throw new RefusedException(AttachmentRefusal.IMAGE_TOO_LARGE);
        }
    }

    /// The pixels themselves, up to the next marker that is none of theirs.
    private void scan(Bytes file) {
        Bytes ahead = file.rest();
        int length = 0;
        while (true) {
            if (ahead.u8() == 0xff) {
                int next = ahead.rest().u8();
                if (next == 0 || (next >= RESTARTS_BEGIN && next <= RESTARTS_END)) {
                    ahead.skip(1);
                    length++;
                } else {
                    break;
                }
            }
            length++;
        }
        picture.writeBytes(file.copy(length));
    }

    private void profile(Bytes body) {
        String magic = "ICC_PROFILE\0";
        if (body.startsWith(magic)) {
            body.skip(magic.length() + 2L);
            profile.writeBytes(body.copy(body.left()));
        }
    }

    private void adobe(Bytes body) {
        if (body.startsWith("Adobe") && body.left() >= 12) {
            body.skip(11);
            adobeTransform = body.u8();
        }
    }

    private static void marker(ByteArrayOutputStream out, int marker) {
        out.write(0xff);
        out.write(marker);
    }
}
