package dev.shopbell.attachment.media;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of a track's samples: how long each lasts and where it is. A table takes no memory: it
/// is read where it lies.
final class Mp4Samples {

    private static final Set<String> KEPT =
            Set.of(
                    "stsd", "stts", "ctts", "stss", "stps", "stsc", "stsz", "stz2", "stco", "co64",
                    "sdtp", "sbgp", "sgpd", "subs", "saiz", "saio", "cslg", "stsh", "padb");

    private final Bytes file;
    private final Cleaning cleaning;
    private @Nullable Box descriptions;
    private @Nullable Box chunks;
    private @Nullable Box perChunk;
    private @Nullable Box sizes;
    private double ticks;
    private long count;

    Mp4Samples(Bytes file, Cleaning cleaning) {
        this.file = file.rest();
        this.cleaning = cleaning;
    }

    double ticks() {
        return ticks;
    }

    long count() {
        return count;
    }

    void part(Box part) {
        switch (part.name()) {
            case "stsd" -> descriptions = part;
            case "stts" -> durations(part);
            case "stco", "co64" -> chunks = part;
            case "stsc" -> perChunk = part;
            case "stsz", "stz2" -> sizes = part;
            default -> {
                if (!KEPT.contains(part.name())) {
                    cleaning.free(part);
                }
            }
        }
    }

    void cleanDescriptions(boolean seen) {
        if (descriptions != null) {
            Mp4Descriptions.clean(descriptions, seen, cleaning);
        }
    }

    /// A file that was cut off lacks the last of what its table lists.
    void checkAllThere() {
        eachChunk((offset, size) -> {
            if (offset > file.left() - size) {
                throw Bytes.damaged();
            }
        });
    }

    void play(boolean heard, Mp4Played played) {
        boolean counted = heard && sizes != null && Mp4Sizes.of(sizes).areAlike();
        eachChunk(counted ? played::addEndless : played::add);
    }

    private void durations(Box part) {
        Bytes content = part.versioned();
        for (long left = content.u32(); left > 0; left--) {
            double samples = content.u32();
            ticks += samples * content.u32();
        }
    }

    private void eachChunk(Chunk visitor) {
        if (chunks == null || perChunk == null || sizes == null) {
            return;
        }
        boolean wide = chunks.name().equals("co64");
        Mp4Sizes measured = Mp4Sizes.of(sizes);
        Bytes runs = perChunk.versioned();
        long runsLeft = runs.u32();
        long samples = 0;
        long nextRun = 1;
        Bytes offsets = chunks.versioned();
        long chunkCount = offsets.u32();
        for (long chunk = 1; chunk <= chunkCount; chunk++) {
            if (chunk == nextRun && runsLeft > 0) {
                runs.skip(4);
                samples = runs.u32();
                runs.skip(4);
                runsLeft--;
                nextRun = runsLeft == 0 ? Long.MAX_VALUE : runs.rest().u32();
            }
            visitor.at(wide ? offsets.u64() : offsets.u32(), measured.next(samples));
        }
        count = measured.taken();
    }

    private interface Chunk {
        void at(long offset, long size);
    }
}
