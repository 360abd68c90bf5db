package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;

/// What looking at one file costs, counted as it is spent and refused before it is too much.
/// Nothing is allocated or walked through on a file's word alone.
final class Effort {

    /// Every byte of the largest file may be looked at so many times; honest files need four.
    static final long MOST_BYTES = 32L << 20;

    /// Of everything one file makes us draw, in all its frames and sizes.
    static final long MOST_PIXELS = 160_000_000;

    private long bytes;
    private long pixels;

    void read(long more) {
        if (more > MOST_BYTES - bytes) {
            throw new RefusedException(AttachmentRefusal.FILE_DAMAGED);
        }
        bytes += more;
    }

    void draw(long more) {
        if (more > MOST_PIXELS - pixels) {
            throw new RefusedException(AttachmentRefusal.IMAGE_TOO_LARGE);
        }
        pixels += more;
    }

    long bytes() {
        return bytes;
    }

    long pixels() {
        return pixels;
    }
}
