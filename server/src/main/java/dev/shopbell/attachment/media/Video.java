package dev.shopbell.attachment.media;

/// A video whose structure was looked at and found whole: `width` and `height` as it is shown,
/// `seconds` as long as any part of the file lets it last, or 0 if none tells.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record Video(int width, int height, double seconds, byte[] content) {}
