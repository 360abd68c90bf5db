package dev.shopbell.attachment.media;

import java.util.Set;

/// One track of a movie. Pictures and sound are played; every other kind (places, faces, time
/// codes, what a camera measured) is removed together with its samples.
final class Mp4Track {

    private static final Set<String> MEDIA_HEADERS =
            Set.of("vmhd", "smhd", "nmhd", "gmhd", "dinf", "stbl");

    private final Box box;
    private final Cleaning cleaning;
    private final Mp4Samples samples;
    private long id;
    private String handler = "";
    private double timescale;
    private double mediaTicks;
    private double editedTicks;
    private int width;
    private int height;

    private Mp4Track(Box box, Cleaning cleaning, Bytes file) {
        this.box = box;
        this.cleaning = cleaning;
        this.samples = new Mp4Samples(file, cleaning);
    }

    static Mp4Track read(Box box, Cleaning cleaning, Bytes file) {
        Mp4Track track = new Mp4Track(box, cleaning, file);
        box.each(track::part);
        if (track.isPlayed()) {
            track.samples.cleanDescriptions(track.isSeen());
        }
        track.samples.checkAllThere();
        return track;
    }

    long id() {
        return id;
    }

    /// Of a track that says none, a second.
    double timescale() {
        return timescale == 0 ? 1 : timescale;
    }

    /// The longer of what it says and what its samples add up to.
    double seconds() {
        return Math.max(mediaTicks, samples.ticks()) / timescale();
    }

    /// How long it is played, in the movie's time.
    double editedTicks() {
        return editedTicks;
    }

    long sampleCount() {
        return samples.count();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isSeen() {
        return handler.equals("vide");
    }

    boolean isPlayed() {
        return isSeen() || handler.equals("soun");
    }

    void play(Mp4Played played) {
        samples.play(!isSeen(), played);
    }

    void remove() {
        cleaning.free(box);
    }

    private void part(Box part) {
        switch (part.name()) {
            case "tkhd" -> header(part);
            case "edts" -> part.each(this::edit);
            case "mdia" -> part.each(this::media);
            default -> cleaning.free(part);
        }
    }

    private void header(Box header) {
        boolean wide = header.version() == 1;
        Mp4Times.forgetWhen(header, cleaning);
        Bytes content = header.versioned();
        content.skip(wide ? 16 : 8);
        id = content.u32();
        content.skip(wide ? 12 : 8);
        content.skip(16);
        boolean turned = isTurned(content.take(36));
        int across = (int) (content.u32() >> 16);
        int down = (int) (content.u32() >> 16);
        width = turned ? down : across;
        height = turned ? across : down;
    }

    /// By a quarter: the matrix takes across to down.
    private static boolean isTurned(Bytes matrix) {
        long a = matrix.u32();
        long b = matrix.u32();
        matrix.skip(4);
        long c = matrix.u32();
        long d = matrix.u32();
        return a == 0 && d == 0 && b != 0 && c != 0;
    }

    private void edit(Box edit) {
        if (!edit.name().equals("elst")) {
            cleaning.free(edit);
            return;
        }
        boolean wide = edit.version() == 1;
        Bytes content = edit.versioned();
        for (long left = content.u32(); left > 0; left--) {
            editedTicks += wide ? content.u64() : content.u32();
            content.skip(wide ? 12 : 8);
        }
    }

    private void media(Box part) {
        switch (part.name()) {
            case "mdhd" -> {
                if (timescale != 0) {
                    throw Bytes.damaged();
                }
                Mp4Times times = Mp4Times.read(part, cleaning);
                timescale = times.timescale();
                mediaTicks = times.ticks();
            }
            case "hdlr" -> handler = handler(part);
            case "minf" -> part.each(this::mediaPart);
            default -> cleaning.free(part);
        }
    }

    private String handler(Box part) {
        Bytes content = part.versioned();
        content.skip(4);
        String name = content.name();
        // Who wrote the handler, and what they call it.
        cleaning.zero(content.at(), part.end());
        return name;
    }

    private void mediaPart(Box part) {
        if (part.name().equals("stbl")) {
            part.each(samples::part);
        } else if (part.name().equals("hdlr")) {
            handler(part);
        } else if (part.name().equals("dinf")) {
            part.each(this::references);
        } else if (!MEDIA_HEADERS.contains(part.name())) {
            cleaning.free(part);
        }
    }

    /// Media in another file is media we have not seen.
    private void references(Box references) {
        if (!references.name().equals("dref")) {
            cleaning.free(references);
            return;
        }
        Bytes content = references.versioned();
        content.skip(4);
        Box.each(
                content,
                reference -> {
                    if ((reference.flags() & 1) == 0) {
                        throw Bytes.damaged();
                    }
                    cleaning.zero(reference.versioned().at(), reference.end());
                });
    }
}
