package dev.shopbell.attachment.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A movie in pieces, as recorders write it that do not know yet how long it will be.
final class Mp4Fragments {

    private static final int HAS_BASE = 0x1;
    private static final int HAS_DESCRIPTION = 0x2;
    private static final int HAS_DURATION = 0x8;
    private static final int HAS_SIZE = 0x10;

    private final int fileLength;
    private final Cleaning cleaning;
    private final Map<Long, Defaults> defaults = new HashMap<>();
    private final Map<Long, Double> ends = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private double claimedTicks;

    Mp4Fragments(int fileLength, Cleaning cleaning) {
        this.fileLength = fileLength;
        this.cleaning = cleaning;
    }

    /// What the head of the file says they last together, in the movie's time.
    double claimedTicks() {
        return claimedTicks;
    }

    /// When the last sample of a track ends, in the track's time.
    double ticks(long track) {
        return ends.getOrDefault(track, 0.0);
    }

    void defaults(Box box) {
        box.each(part -> {
            switch (part.name()) {
                case "mehd" -> {
                    Bytes content = part.versioned();
                    claimedTicks = part.version() == 1 ? content.u64() : content.u32();
                }
                case "trex" -> {
                    Bytes content = part.versioned();
                    long track = content.u32();
                    content.skip(4);
                    defaults.put(track, new Defaults(content.u32(), content.u32()));
                }
                default -> cleaning.free(part);
            }
        });
    }

    void read(Box fragment) {
        long[] dataAt = {fragment.start()};
        fragment.each(part -> {
            switch (part.name()) {
                case "mfhd" -> {}
                case "traf" -> dataAt[0] = piece(part, fragment.start(), dataAt[0]);
                default -> cleaning.free(part);
            }
        });
    }

    void play(long track, Mp4Played played) {
        for (Piece piece : pieces) {
            if (piece.track == track) {
                piece.runs.forEach(run -> played.add(run.from, run.size));
            }
        }
    }

    void remove(long track) {
        for (Piece piece : pieces) {
            if (piece.track == track) {
                cleaning.free(piece.box);
            }
        }
    }

    /// Where its data ends, which is where the next one's begins if nothing else is said.
    private long piece(Box traf, int fragmentStart, long dataAt) {
        Piece piece = new Piece(traf, fragmentStart, dataAt);
        traf.each(piece::part);
        pieces.add(piece);
        ends.merge(piece.track, piece.end, Math::max);
        return piece.dataAt;
    }

    /// What samples last and measure that do not say it themselves.
    private record Defaults(long duration, long size) {}

    private record Run(long from, long size) {}

    private final class Piece {

        private final Box box;
        private long base;
        private long dataAt;
        private long track = -1;
        private Defaults each = new Defaults(0, 0);
        private double end;
        private final List<Run> runs = new ArrayList<>();

        Piece(Box box, int fragmentStart, long dataAt) {
            this.box = box;
            this.base = fragmentStart;
            this.dataAt = dataAt;
        }

        void part(Box part) {
            switch (part.name()) {
                case "tfhd" -> header(part);
                case "tfdt" -> {
                    Bytes content = part.versioned();
                    end = part.version() == 1 ? content.u64() : content.u32();
                }
                case "trun" -> run(part);
                case "sdtp", "sbgp", "sgpd", "subs", "saiz", "saio" -> {}
                default -> cleaning.free(part);
            }
        }

        private void header(Box part) {
            if (track >= 0) {
                throw Bytes.damaged();
            }
            int flags = part.flags();
            Bytes content = part.versioned();
            track = content.u32();
            end = ticks(track);
            Defaults common = defaults.getOrDefault(track, new Defaults(0, 0));
            if ((flags & HAS_BASE) != 0) {
                base = content.u64();
                dataAt = base;
            }
            content.skip((flags & HAS_DESCRIPTION) != 0 ? 4 : 0);
            each =
                    new Defaults(
                            (flags & HAS_DURATION) != 0 ? content.u32() : common.duration,
                            (flags & HAS_SIZE) != 0 ? content.u32() : common.size);
        }

        private void run(Box part) {
            Mp4Run run = Mp4Run.read(part, each.duration, each.size);
            if (run.dataOffset() != Mp4Run.FOLLOWS) {
                dataAt = base + run.dataOffset();
            }
            if (track < 0 || dataAt < 0 || dataAt > fileLength - run.bytes()) {
                throw Bytes.damaged();
            }
            runs.add(new Run(dataAt, (long) run.bytes()));
            dataAt += (long) run.bytes();
            end += run.ticks();
        }
    }
}
