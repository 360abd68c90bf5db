package dev.shopbell.attachment.media;

/// What may follow the end of a JPEG: nothing, padding, or what phones append: further pictures
/// (depth, brightness), each a whole JPEG, and Samsung's blocks of notes with a directory behind
/// them. Anything else is a second file in the guise of the first. None of it is kept.
final class JpegTrailer {

    private static final int MOST_PICTURES = 8;
    private static final int DIRECTORY_HEAD = 12;
    private static final int DIRECTORY_ENTRY = 12;
    private static final int DIRECTORY_END = 8;

    private JpegTrailer() {}

    static void check(Bytes after) {
        int pictures = 0;
        while (!isNotes(after.rest()) && !isPadding(after)) {
            if (++pictures > MOST_PICTURES) {
                throw Bytes.damaged();
            }
            JpegFile.skip(after);
        }
    }

    /// Moves to where it ends.
    private static boolean isPadding(Bytes after) {
        while (!after.isEmpty() && after.rest().u8() == 0) {
            after.skip(1);
        }
        return after.isEmpty();
    }

    /// At the very end the length of the directory, before it the blocks it lists, without a gap.
    private static boolean isNotes(Bytes after) {
        Bytes end = after.rest();
        if (end.left() < DIRECTORY_HEAD + DIRECTORY_END) {
            return false;
        }
        end.skip(end.left() - DIRECTORY_END);
        long length = end.u32LittleEndian();
        long blocks = after.left() - DIRECTORY_END - length;
        if (!end.startsWith("SEFT") || length < DIRECTORY_HEAD || blocks < 0) {
            return false;
        }
        after.skip(blocks);
        if (!after.startsWith("SEFH")) {
            return false;
        }
        after.skip(8);
        long count = after.u32LittleEndian();
        if (DIRECTORY_HEAD + count * DIRECTORY_ENTRY != length) {
            return false;
        }
        long listed = 0;
        for (long i = 0; i < count; i++) {
            after.skip(8);
            listed += after.u32LittleEndian();
        }
        return listed == blocks;
    }
}
