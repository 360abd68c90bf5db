package dev.shopbell.attachment.media;

/// The sizes of samples, added up as they are read: all alike, or one after the other in 4, 8, 16
/// or 32 bits.
final class Mp4Sizes {

    private static final int WHOLE = 32;

    private final Bytes table;
    private final int bits;
    private final long alike;
    private final long total;
    private long left;
    private int kept = -1;

    private Mp4Sizes(Bytes table, int bits, long alike, long total) {
        this.table = table;
        this.bits = bits;
        this.alike = alike;
        this.total = total;
        this.left = total;
        if (alike == 0 && total > table.left() * 8L / bits) {
            throw Bytes.damaged();
        }
    }

    static Mp4Sizes of(Box box) {
        Bytes content = box.versioned();
        if (box.name().equals("stsz")) {
            long alike = content.u32();
            long total = content.u32();
            return new Mp4Sizes(content, WHOLE, alike, total);
        }
        content.skip(3);
        int bits = content.u8();
        if (bits != 4 && bits != 8 && bits != 16) {
            throw Bytes.damaged();
        }
        return new Mp4Sizes(content, bits, 0, content.u32());
    }

    boolean areAlike() {
        return alike > 0;
    }

    /// How many were asked for.
    long taken() {
        return total - left;
    }

    /// How large the next `samples` are together.
    long next(long samples) {
        if (samples > left || samples > Integer.MAX_VALUE) {
            throw Bytes.damaged();
        }
        left -= samples;
        if (alike > 0) {
            return alike * samples;
        }
        long sum = 0;
        for (long i = 0; i < samples; i++) {
            sum += one();
        }
        return sum;
    }

    private long one() {
        if (bits == WHOLE) {
            return table.u32();
        }
        if (bits == 16) {
            return table.u16();
        }
        if (bits == 8) {
            return table.u8();
        }
        if (kept >= 0) {
            int low = kept;
            kept = -1;
            return low;
        }
        int both = table.u8();
        kept = both & 0xf;
        return both >> 4;
    }
}
