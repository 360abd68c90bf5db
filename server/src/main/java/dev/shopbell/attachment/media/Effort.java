package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// What looking at one file costs, counted as it is spent and refused before it is too much.
/// Nothing is allocated or walked through on a file's word alone. Belongs to the thread that it was
/// made on.
final class Effort {

    /// Every byte of the largest file may be looked at so many times; honest files need four.
    static final long MOST_BYTES = 32L << 20;

    /// Of everything one file makes us draw, in all its scans, frames and sizes.
    static final long MOST_PIXELS = 192_000_000;

    /// Of the processor's time. What is counted above takes a tenth of it; this is for what a
    /// decoder makes of it that we do not foresee.
    private static final Duration MOST_TIME = Duration.ofSeconds(15);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end;
    private long bytes;
    private long pixels;

    Effort() {
        this(MOST_TIME);
    }

    Effort(Duration mostTime) {
        end = time() + mostTime.toNanos();
    }

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
        checkTime();
    }

    void checkTime() {
        if (time() > end) {
            throw new RefusedException(AttachmentRefusal.IMAGE_TOO_LARGE);
        }
    }

    long bytes() {
        return bytes;
    }

    long pixels() {
        return pixels;
    }

    private static long time() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
