package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/// A copy of a file in which what must not be kept is written over in place, so that everything
/// else stays where other parts of the file say it is.
final class Cleaning {

    private static final byte[] FREE = "free".getBytes(ISO_8859_1);

    private final byte[] copy;
    private final Effort effort;

    Cleaning(byte[] file, Effort effort) {
        this.copy = file.clone();
        this.effort = effort;
    }

    /// Makes a box room that nobody uses.
    void free(Box box) {
        System.arraycopy(FREE, 0, copy, box.start() + 4, 4);
        zero(box.body().at(), box.end());
    }

    void zero(int from, int end) {
        effort.read(end - from);
        Arrays.fill(copy, from, end, (byte) 0);
    }

    void write(int at, String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        System.arraycopy(bytes, 0, copy, at, bytes.length);
    }

    void write(int at, byte value) {
        copy[at] = value;
    }

    byte[] done() {
        return copy;
    }
}
