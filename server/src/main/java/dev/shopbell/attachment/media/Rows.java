package dev.shopbell.attachment.media;

/// Takes a picture row by row, so that nobody needs to hold all of it.
interface Rows {

    /// `argb` is the caller's and changes after the call.
    void add(int[] argb);
}
