package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/// Makes a file larger by what its format has for remarks and for room, up to the byte.
final class Padding {

    private static final int MOST_REMARK = 65_537;

    private Padding() {}

    static byte[] to(int size, String name, byte[] file) {
        int missing = size - file.length;
        assertThat(missing).as(name).isGreaterThan(70_000);
        byte[] padded =
                switch (name.substring(name.indexOf('.'))) {
                    case ".jpg" -> inserted(file, 2, jpegRemarks(missing));
                    case ".png" -> inserted(file, file.length - 12, pngRemark(missing));
                    case ".gif" -> inserted(file, file.length - 1, gifRemark(missing));
                    case ".webp" -> webp(file, missing);
                    case ".webm" -> webm(file, missing);
                    default -> Hostile.joined(file, room(missing));
                };
        assertThat(padded).hasSize(size);
        return padded;
    }

    private static byte[] jpegRemarks(int missing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int left = missing;
        while (left > 0) {
            // What is left for the last has to be room for a marker and its length.
            int one = left <= MOST_REMARK ? left : Math.min(MOST_REMARK, left - 4);
            out.writeBytes(
                    ByteBuffer.allocate(one)
                            .putShort((short) 0xfffe)
                            .putShort((short) (one - 2))
                            .array());
            left -= one;
        }
        return out.toByteArray();
    }

    private static byte[] pngRemark(int missing) {
        ByteBuffer out = ByteBuffer.allocate(missing).putInt(missing - 12);
        out.put("tEXtComment\0".getBytes(ISO_8859_1));
        CRC32 sum = new CRC32();
        sum.update(out.array(), 4, missing - 8);
        return out.putInt(missing - 4, (int) sum.getValue()).array();
    }

    private static byte[] gifRemark(int missing) {
        byte[] remark = new byte[missing];
        remark[0] = '!';
        remark[1] = (byte) 0xfe;
        for (int at = 2; at < missing - 1; ) {
            int length = Math.min(255, missing - at - 2);
            remark[at] = (byte) length;
            at += length + 1;
        }
        return remark;
    }

    /// A chunk has an even length, so one byte may have to be claimed by the file alone.
    private static byte[] webp(byte[] file, int missing) {
        int even = missing & ~1;
        ByteBuffer out = ByteBuffer.allocate(file.length + missing).order(ByteOrder.LITTLE_ENDIAN);
        out.put(file).put("NOTE".getBytes(ISO_8859_1)).putInt(even - 8);
        return out.putInt(4, file.length + even - 8).array();
    }

    /// Behind the last cluster, in a segment that is as much longer.
    private static byte[] webm(byte[] file, int missing) {
        byte[] empty =
                ByteBuffer.allocate(missing)
                        .put((byte) 0xec)
                        .putLong((missing - 9L) | (1L << 56))
                        .array();
        byte[] padded = Hostile.joined(file, empty);
        int segment = new String(file, ISO_8859_1).indexOf("\u0018S\u0080g") + 4;
        ByteBuffer size = ByteBuffer.wrap(padded);
        size.putLong(segment, size.getLong(segment) + missing);
        return padded;
    }

    private static byte[] room(int missing) {
        return ByteBuffer.allocate(missing)
                .putInt(missing)
                .put("free".getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(more);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
