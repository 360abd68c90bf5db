package dev.shopbell.attachment.media;

/// One picture of a GIF, its pixels still packed.
///
/// @param palette red, green and blue of each colour, one after the other
/// @param isLocal whether the palette is this picture's own
/// @param transparent the colour that is none, or -1
/// @param disposal what becomes of it before the next: 0 to 3, as GIF numbers them
/// @param delay how long it stays, in hundredths of a second
/// @param packed its pixels: where the first block of them begins
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record GifFrame(
        int left,
        int top,
        int width,
        int height,
        boolean interlaced,
        byte[] palette,
        boolean isLocal,
        int transparent,
        int disposal,
        int delay,
        Bytes packed) {

    private static final int[] FIRST_ROW = {0, 4, 2, 1};
    private static final int[] STEP = {8, 8, 4, 2};

    /// The colour of each pixel, in the order they are stored.
    byte[] indices() {
        return GifPixels.unpack(packed.rest(), width * height, palette.length / 3);
    }

    /// The rows of the picture in the order they are stored.
    int[] rowOrder() {
        int[] order = new int[height];
        int at = 0;
        for (int pass = 0; pass < FIRST_ROW.length && interlaced; pass++) {
            for (int row = FIRST_ROW[pass]; row < height; row += STEP[pass]) {
                order[at++] = row;
            }
        }
        while (at < height) {
            order[at] = at++;
        }
        return order;
    }

    int argb(int index) {
        if (index == transparent) {
            return 0;
        }
        return 0xff << 24
                | (palette[index * 3] & 0xff) << 16
                | (palette[index * 3 + 1] & 0xff) << 8
                | (palette[index * 3 + 2] & 0xff);
    }
}
