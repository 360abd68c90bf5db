package dev.shopbell.attachment.media;

/// The times of a movie or of a track's media. When it was made is nobody's business.
record Mp4Times(double timescale, double ticks) {

    private static final long UNKNOWN = 0xffffffffL;

    static Mp4Times read(Box box, Cleaning cleaning) {
        boolean wide = box.version() == 1;
        forgetWhen(box, cleaning);
        Bytes content = box.versioned();
        content.skip(wide ? 16 : 8);
        double timescale = content.u32();
        double ticks = ticks(content, wide);
        if (timescale == 0) {
            throw Bytes.damaged();
        }
        return new Mp4Times(timescale, ticks);
    }

    static void forgetWhen(Box box, Cleaning cleaning) {
        Bytes times = box.versioned();
        int from = times.at();
        times.skip(box.version() == 1 ? 16 : 8);
        cleaning.zero(from, times.at());
    }

    double seconds() {
        return ticks / timescale;
    }

    private static double ticks(Bytes content, boolean wide) {
        if (!wide) {
            long ticks = content.u32();
            return ticks == UNKNOWN ? 0 : ticks;
        }
        long high = content.u32();
        long low = content.u32();
        return high == UNKNOWN && low == UNKNOWN ? 0 : high * 4_294_967_296.0 + low;
    }
}
