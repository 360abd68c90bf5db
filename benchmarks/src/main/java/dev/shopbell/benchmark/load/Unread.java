package dev.shopbell.benchmark.load;

import java.nio.ByteBuffer;

/// Bytes that arrived and are not understood yet. Empty most of the time, and then it holds
/// nothing.
final class Unread {

    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int length;

    void add(ByteBuffer arrived) {
        int needed = length + arrived.remaining();
        if (bytes.length < needed) {
            byte[] larger = new byte[Math.max(needed, bytes.length * 2)];
            System.arraycopy(bytes, 0, larger, 0, length);
            bytes = larger;
        }
        int added = arrived.remaining();
        arrived.get(bytes, length, added);
        length += added;
    }

    int length() {
        return length;
    }

    int at(int index) {
        return bytes[index] & 0xFF;
    }

    byte[] bytes() {
        return bytes;
    }

    void drop(int count) {
        length -= count;
        if (length == 0) {
            bytes = NOTHING;
        } else {
            System.arraycopy(bytes, count, bytes, 0, length);
        }
    }

    /// Where `text` begins at or after `from`; -1 when it does not appear.
    int indexOf(byte[] text, int from) {
        for (int at = from; at <= length - text.length; at++) {
            int same = 0;
            while (same < text.length && bytes[at + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return at;
            }
        }
        return -1;
    }
}
