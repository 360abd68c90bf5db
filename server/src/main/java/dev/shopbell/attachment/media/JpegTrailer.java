package dev.shopbell.attachment.media;

/// What may follow the end of a JPEG: nothing, padding, or the further pictures that phones append
/// (depth, brightness), each a whole JPEG. Anything else is a second file in the guise of the
/// first. None of it is kept.
final class JpegTrailer {

    private static final int MOST_PICTURES = 8;

    private JpegTrailer() {}

    static void check(Bytes after) {
        int pictures = 0;
        skipPadding(after);
        while (!after.isEmpty()) {
            if (++pictures > MOST_PICTURES) {
                throw Bytes.damaged();
            }
            JpegFile.skip(after);
            skipPadding(after);
        }
    }

    private static void skipPadding(Bytes after) {
        while (!after.isEmpty() && after.rest().u8() == 0) {
            after.skip(1);
        }
    }
}
