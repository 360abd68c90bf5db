package dev.shopbell.attachment.media;

import org.jspecify.annotations.Nullable;

/// An image whose structure was looked at and found whole, with what its header says. Not drawn
/// yet.
interface ImageFile {

    int width();

    int height();

    /// How to turn it so that it is upright, in the words of EXIF: 1 to 8.
    int orientation();

    /// The profile its colours are meant in, if it has one.
    byte @Nullable [] profile();

    /// Whether it was made without loss, and had better stay so.
    boolean isLossless();

    /// How good a JPEG of it has to be at most, from 0 to 1: better than it is does not make it so.
    default float quality() {
        return Picture.BEST;
    }

    /// Whether there is more than the one picture that is drawn.
    boolean isAnimated();

    /// Hands over all rows, top first. A file that cannot be drawn whole is damaged.
    void draw(Rows rows);
}
