package dev.shopbell.attachment.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One picture of a WebP, still packed: `VP8 ` with loss or `VP8L` without, the former with its
/// alpha beside it.
record WebpPicture(
        String name, Bytes body, @Nullable Bytes alpha, int left, int top, int width, int height) {

    private static final int HAS_ALPHA = 0x10;

    static WebpPicture read(String name, Bytes body, @Nullable Bytes alpha) {
        Bytes header = body.rest();
        if (name.equals("VP8L")) {
            return lossless(body, header);
        }
        boolean isKeyPicture = (header.u8() & 1) == 0;
        header.skip(2);
        if (!isKeyPicture || header.u8() != 0x9d || header.u8() != 0x01 || header.u8() != 0x2a) {
            throw Bytes.damaged();
        }
        int width = header.u16LittleEndian() & 0x3fff;
        int height = header.u16LittleEndian() & 0x3fff;
        return checked(new WebpPicture(name, body, alpha, 0, 0, width, height));
    }

    /// The picture in a frame of an animation.
    static WebpPicture inFrame(Bytes frame) {
        int left = frame.u24LittleEndian() * 2;
        int top = frame.u24LittleEndian() * 2;
        int width = frame.u24LittleEndian() + 1;
        int height = frame.u24LittleEndian() + 1;
        frame.skip(4);
        Bytes alpha = null;
        while (!frame.isEmpty()) {
            String name = frame.name();
            Bytes body = body(frame);
            if (name.equals("ALPH")) {
                alpha = body;
            } else if (name.equals("VP8 ") || name.equals("VP8L")) {
                WebpPicture picture = read(name, body, alpha);
                if (!picture.isWhole(width, height)) {
                    throw Bytes.damaged();
                }
                return new WebpPicture(name, body, alpha, left, top, width, height);
            }
        }
        throw Bytes.damaged();
    }

    /// The next chunk's content; what is odd is padded.
    static Bytes body(Bytes file) {
        long length = file.u32LittleEndian();
        Bytes body = file.take(length);
        file.skip(length & 1);
        return body;
    }

    boolean isLossless() {
        return name.equals("VP8L");
    }

    boolean isWhole(int canvasWidth, int canvasHeight) {
        return width == canvasWidth && height == canvasHeight;
    }

    /// A WebP of this picture alone.
    byte[] alone() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        if (alpha != null && !isLossless()) {
            chunk("VP8X", extent(), chunks);
            chunk("ALPH", copy(alpha), chunks);
        }
        chunk(name, copy(body), chunks);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        text("RIFF", file);
        number(chunks.size() + 4, 4, file);
        text("WEBP", file);
        file.writeBytes(chunks.toByteArray());
        return file.toByteArray();
    }

    private static WebpPicture lossless(Bytes body, Bytes header) {
        if (header.u8() != 0x2f) {
            throw Bytes.damaged();
        }
        long bits = header.u32LittleEndian();
        int width = (int) (bits & 0x3fff) + 1;
        int height = (int) (bits >> 14 & 0x3fff) + 1;
        return checked(new WebpPicture("VP8L", body, null, 0, 0, width, height));
    }

    private static WebpPicture checked(WebpPicture picture) {
        long most =
                picture.alpha == null
                        ? ImageLimits.MOST_PIXELS_AT_ONCE
                        : ImageLimits.MOST_PIXELS_IN_LAYERS;
        ImageLimits.check(picture.width, picture.height, most);
        return picture;
    }

    private byte[] extent() {
        ByteArrayOutputStream extent = new ByteArrayOutputStream();
        number(HAS_ALPHA, 4, extent);
        number(width - 1, 3, extent);
        number(height - 1, 3, extent);
        return extent.toByteArray();
    }

    private static byte[] copy(Bytes bytes) {
        return bytes.rest().copy(bytes.left());
    }

    private static void chunk(String name, byte[] body, ByteArrayOutputStream out) {
        text(name, out);
        number(body.length, 4, out);
        out.writeBytes(body);
        if (body.length % 2 == 1) {
            out.write(0);
        }
    }

    private static void text(String text, ByteArrayOutputStream out) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void number(long value, int bytes, ByteArrayOutputStream out) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> (8 * i)));
        }
    }
}
