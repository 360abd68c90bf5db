package dev.shopbell.attachment.media;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// GIF's packing (LZW).
final class GifPacking {

    private static final int MOST_CODES = 4096;
    private static final int SLOTS = 1 << 14;
    private static final int BLOCK = 255;

    private final ByteArrayOutputStream out;
    private final int rootBits;

    /// Known runs of pixels: the code before and the pixel after, with the code they have together.
    private final int[] runs = new int[SLOTS];

    private final int[] codes = new int[SLOTS];
    private final byte[] block = new byte[BLOCK];
    private int blockLength;
    private long bits;
    private int bitCount;
    private int size;
    private int next;

    private GifPacking(int rootBits, ByteArrayOutputStream out) {
        this.rootBits = rootBits;
        this.out = out;
    }

    static void pack(byte[] pixels, int rootBits, ByteArrayOutputStream out) {
        out.write(rootBits);
        new GifPacking(rootBits, out).run(pixels);
    }

    private void run(byte[] pixels) {
        clear();
        int current = pixels[0] & 0xff;
        for (int i = 1; i < pixels.length; i++) {
            int pixel = pixels[i] & 0xff;
            int run = (current << 8 | pixel) + 1;
            int slot = slot(run);
            if (runs[slot] == run) {
                current = codes[slot];
            } else {
                write(current);
                learn(run, slot);
                current = pixel;
            }
        }
        write(current);
        grow();
        write((1 << rootBits) + 1);
        finish();
    }

    private int slot(int run) {
        int slot = (run * 0x9e3779b1) >>> 18;
        while (runs[slot] != 0 && runs[slot] != run) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void learn(int run, int slot) {
        if (next == MOST_CODES - 1) {
            clear();
            return;
        }
        grow();
        runs[slot] = run;
        codes[slot] = next++;
    }

    /// The reader learns one code behind, and widens its codes when it has learnt as many.
    private void grow() {
        if (next == 1 << size && size < 12) {
            size++;
        }
    }

    private void clear() {
        if (next > 0) {
            write(1 << rootBits);
        }
        boolean first = next == 0;
        Arrays.fill(runs, 0);
        size = rootBits + 1;
        next = (1 << rootBits) + 2;
        if (first) {
            write(1 << rootBits);
        }
    }

    private void write(int code) {
        bits |= (long) code << bitCount;
        bitCount += size;
        while (bitCount >= 8) {
            writeByte();
        }
    }

    private void writeByte() {
        block[blockLength++] = (byte) bits;
        bits >>>= 8;
        bitCount -= 8;
        if (blockLength == BLOCK) {
            writeBlock();
        }
    }

    private void writeBlock() {
        out.write(blockLength);
        out.write(block, 0, blockLength);
        blockLength = 0;
    }

    private void finish() {
        if (bitCount > 0) {
            bitCount = 8;
            writeByte();
        }
        if (blockLength > 0) {
            writeBlock();
        }
        out.write(0);
    }
}
