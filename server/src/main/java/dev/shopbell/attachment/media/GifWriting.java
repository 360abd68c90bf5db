package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/// Writes all pictures of a GIF anew: size, colours, times and pixels, and not a byte of what else
/// it holds. Colours and timing stay exactly as they are.
final class GifWriting {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private GifWriting() {}

    static byte[] of(GifFile gif, Effort effort) {
        GifWriting writing = new GifWriting();
        writing.begin(gif);
        for (GifFrame frame : gif.frames()) {
            effort.draw((long) frame.width() * frame.height());
            writing.control(frame);
            writing.picture(frame);
        }
        writing.out.write(';');
        return writing.out.toByteArray();
    }

    private void begin(GifFile gif) {
        out.writeBytes("GIF89a".getBytes(ISO_8859_1));
        u16(gif.width());
        u16(gif.height());
        out.write(gif.palette().length == 0 ? 0x70 : 0xf0 | tableSize(gif.palette()));
        out.write(0);
        out.write(0);
        out.writeBytes(gif.palette());
        if (gif.loops() >= 0) {
            out.write('!');
            out.write(0xff);
            out.write(11);
            out.writeBytes("NETSCAPE2.0".getBytes(ISO_8859_1));
            out.write(3);
            out.write(1);
            u16(gif.loops());
            out.write(0);
        }
    }

    private void control(GifFrame frame) {
        out.write('!');
        out.write(0xf9);
        out.write(4);
        out.write((frame.disposal() << 2) | (frame.transparent() < 0 ? 0 : 1));
        u16(frame.delay());
        out.write(Math.max(0, frame.transparent()));
        out.write(0);
    }

    private void picture(GifFrame frame) {
        out.write(',');
        u16(frame.left());
        u16(frame.top());
        u16(frame.width());
        u16(frame.height());
        int interlaced = frame.interlaced() ? 0x40 : 0;
        out.write(frame.isLocal() ? interlaced | 0x80 | tableSize(frame.palette()) : interlaced);
        if (frame.isLocal()) {
            out.writeBytes(frame.palette());
        }
        GifPacking.pack(frame.indices(), Math.max(2, tableSize(frame.palette()) + 1), out);
    }

    /// A palette has 2 to the power of this and one more colours.
    private static int tableSize(byte[] palette) {
        return Integer.numberOfTrailingZeros(palette.length / 3) - 1;
    }

    private void u16(int value) {
        out.write(value);
        out.write(value >> 8);
    }
}
