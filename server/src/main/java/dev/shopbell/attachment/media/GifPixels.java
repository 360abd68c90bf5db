package dev.shopbell.attachment.media;

/// GIF's packing (LZW), undone. Unpacks as many pixels as the picture has, no more and no fewer.
final class GifPixels {

    private static final int MOST_CODES = 4096;
    private static final int NONE = -1;

    private final Bytes blocks;
    private final byte[] pixels;
    private final int colours;
    private final short[] prefixes = new short[MOST_CODES];
    private final byte[] suffixes = new byte[MOST_CODES];
    private final byte[] reversed = new byte[MOST_CODES];
    private int unpacked;
    private int blockLeft;
    private int bits;
    private int bitCount;

    private GifPixels(Bytes blocks, int count, int colours) {
        this.blocks = blocks;
        this.pixels = new byte[count];
        this.colours = colours;
    }

    static byte[] unpack(Bytes blocks, int count, int colours) {
        GifPixels unpacking = new GifPixels(blocks, count, colours);
        unpacking.run(blocks.u8());
        return unpacking.pixels;
    }

    private void run(int rootBits) {
        if (rootBits < 1 || rootBits > 8) {
            throw Bytes.damaged();
        }
        int clear = 1 << rootBits;
        int size = rootBits + 1;
        int next = clear + 2;
        int previous = NONE;
        while (unpacked < pixels.length) {
            int code = code(size);
            if (code == clear) {
                size = rootBits + 1;
                next = clear + 2;
                previous = NONE;
            } else if (code == clear + 1 || code > next || (previous == NONE && code > clear)) {
                throw Bytes.damaged();
            } else {
                // A code that is only now being made is the previous one and its own first pixel.
                boolean isNew = code == next && previous != NONE;
                int first = write(isNew ? previous : code, clear);
                if (isNew) {
                    write(first);
                }
                if (previous != NONE && next < MOST_CODES) {
                    prefixes[next] = (short) previous;
                    suffixes[next] = (byte) first;
                    next++;
                    size = next == 1 << size && size < 12 ? size + 1 : size;
                } else if (isNew) {
                    throw Bytes.damaged();
                }
                previous = code;
            }
        }
    }

    /// Writes the pixels of a code, which are known last first, and tells the first.
    private int write(int code, int clear) {
        int length = 0;
        int at = code;
        while (at > clear) {
            reversed[length++] = suffixes[at];
            at = prefixes[at];
        }
        write(at);
        while (length > 0) {
            write(reversed[--length] & 0xff);
        }
        return at;
    }

    private void write(int pixel) {
        if (pixel >= colours) {
            throw Bytes.damaged();
        }
        if (unpacked < pixels.length) {
            pixels[unpacked++] = (byte) pixel;
        }
    }

    private int code(int size) {
        while (bitCount < size) {
            if (blockLeft == 0) {
                blockLeft = blocks.u8();
                if (blockLeft == 0) {
                    throw Bytes.damaged();
                }
            }
            bits |= blocks.u8() << bitCount;
            bitCount += 8;
            blockLeft--;
        }
        int code = bits & ((1 << size) - 1);
        bits >>>= size;
        bitCount -= size;
        return code;
    }
}
