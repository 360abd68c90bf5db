package dev.shopbell.attachment.media;

/// Samples of a fragment that lie one after the other: where they begin, how long they last and how
/// large they are together.
record Mp4Run(long dataOffset, double ticks, double bytes) {

    /// They lie behind those before them.
    static final long FOLLOWS = Long.MIN_VALUE;

    private static final int HAS_OFFSET = 0x1;
    private static final int HAS_FIRST_FLAGS = 0x4;
    private static final int HAS_DURATIONS = 0x100;
    private static final int HAS_SIZES = 0x200;
    private static final int HAS_FLAGS = 0x400;
    private static final int HAS_SHIFTS = 0x800;

    static Mp4Run read(Box box, long duration, long size) {
        int flags = box.flags();
        Bytes content = box.versioned();
        long count = content.u32();
        long offset = (flags & HAS_OFFSET) != 0 ? (int) content.u32() : FOLLOWS;
        content.skip((flags & HAS_FIRST_FLAGS) != 0 ? 4 : 0);
        boolean lasting = (flags & HAS_DURATIONS) != 0;
        boolean sized = (flags & HAS_SIZES) != 0;
        double ticks = lasting ? 0 : (double) count * duration;
        double bytes = sized ? 0 : (double) count * size;
        int skipped = ((flags & HAS_FLAGS) != 0 ? 4 : 0) + ((flags & HAS_SHIFTS) != 0 ? 4 : 0);
        for (long i = 0; i < count && (lasting || sized); i++) {
            ticks += lasting ? content.u32() : 0;
            bytes += sized ? content.u32() : 0;
            content.skip(skipped);
        }
        return new Mp4Run(offset, ticks, bytes);
    }
}
