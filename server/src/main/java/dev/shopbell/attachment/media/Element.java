package dev.shopbell.attachment.media;

import java.util.function.Consumer;

/// An element of EBML, the grammar of WebM: a number for a name, a length, and what is in it. Its
/// length may be unknown, then what is in it follows it; `body` is empty and `isOpen` tells.
record Element(int id, int start, Bytes body, boolean isOpen) {

    private static final int MOST_ID_BYTES = 4;
    private static final int MOST_SIZE_BYTES = 8;

    /// The next one of a stretch that is moved past it.
    static Element next(Bytes stretch) {
        int start = stretch.at();
        int id = (int) number(stretch, MOST_ID_BYTES, false);
        Bytes ahead = stretch.rest();
        int length = Integer.numberOfLeadingZeros(ahead.u8()) - 24 + 1;
        long size = number(stretch, MOST_SIZE_BYTES, true);
        boolean isOpen = size == (1L << (7 * length)) - 1;
        return new Element(id, start, stretch.take(isOpen ? 0 : size), isOpen);
    }

    /// A number whose leading zeros tell how many bytes it has; without that mark, if asked.
    static long number(Bytes bytes, int mostBytes, boolean withoutMark) {
        int first = bytes.u8();
        int length = Integer.numberOfLeadingZeros(first) - 24 + 1;
        if (length > mostBytes) {
            throw Bytes.damaged();
        }
        long number = withoutMark ? first & (0xff >> length) : first;
        for (int i = 1; i < length; i++) {
            number = (number << 8) | bytes.u8();
        }
        return number;
    }

    /// Every element in this one.
    void each(Consumer<Element> visitor) {
        Bytes rest = closed().rest();
        while (!rest.isEmpty()) {
            visitor.accept(next(rest));
        }
    }

    /// Its content, if it is as long as it says; only two kinds may leave that open.
    Bytes closed() {
        if (isOpen) {
            throw Bytes.damaged();
        }
        return body;
    }

    long unsigned() {
        Bytes content = closed().rest();
        if (content.left() > 8) {
            throw Bytes.damaged();
        }
        long value = 0;
        while (!content.isEmpty()) {
            if (value >> 55 != 0) {
                throw Bytes.damaged();
            }
            value = (value << 8) | content.u8();
        }
        return value;
    }

    double floating() {
        Bytes content = closed().rest();
        double value =
                switch (content.left()) {
                    case 0 -> 0;
                    case 4 -> Float.intBitsToFloat((int) content.u32());
                    case 8 -> Double.longBitsToDouble(content.u32() << 32 | content.u32());
                    default -> throw Bytes.damaged();
                };
        // It would slip through comparisons.
        if (!Double.isFinite(value)) {
            throw Bytes.damaged();
        }
        return value;
    }

    int end() {
        return body.at() + body.left();
    }
}
