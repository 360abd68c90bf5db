package dev.shopbell.attachment.media;

/// Rows of decoded pixels.
interface PixelRows {

    /// Writes row `y` as ARGB.
    void row(int y, int[] argb);
}
