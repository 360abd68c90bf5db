package dev.shopbell.attachment.media;

/// Turns elements of a WebM into nothing, in place.
final class WebmCleaning {

    private static final int LONG_HEADER = 9;

    private final Cleaning cleaning;

    WebmCleaning(byte[] file, Effort effort) {
        cleaning = new Cleaning(file, effort);
    }

    void zero(Element element) {
        cleaning.zero(element.closed().at(), element.end());
    }

    /// The element that stands for nothing has a header of two bytes, or of nine.
    void empty(Element element) {
        zero(element);
        int start = element.start();
        int size = element.end() - start;
        cleaning.zero(start, element.body().at());
        cleaning.write(start, (byte) WebmIds.VOID);
        if (size < LONG_HEADER) {
            cleaning.write(start + 1, (byte) (0x80 | (size - 2)));
            return;
        }
        cleaning.write(start + 1, (byte) 1);
        for (int i = 0; i < 4; i++) {
            cleaning.write(start + 5 + i, (byte) ((size - LONG_HEADER) >> (24 - 8 * i)));
        }
    }

    byte[] done() {
        return cleaning.done();
    }
}
