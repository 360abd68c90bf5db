package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.ArrayList;
import java.util.List;

/// Reads MP4 and QuickTime: how long, how large, whether all its samples are there; and cleans it
/// of everything that is not needed to play it. What we do not know becomes free room: places,
/// makers, serial numbers and whatever else people put into boxes of their own.
///
/// It descends into boxes by their names, so it goes six deep and no deeper.
final class Mp4File {

    private static final int MOST_TRACKS = 16;

    private final int fileLength;
    private final Bytes file;
    private final Cleaning cleaning;
    private final List<Mp4Track> tracks = new ArrayList<>();
    private final Mp4Fragments fragments;
    private final List<Box> media = new ArrayList<>();
    private boolean hasMovie;
    private double timescale;
    private double movieSeconds;

    private Mp4File(byte[] uploaded, Effort effort) {
        fileLength = uploaded.length;
        file = new Bytes(uploaded, effort);
        cleaning = new Cleaning(uploaded, effort);
        fragments = new Mp4Fragments(uploaded.length, cleaning);
    }

    static Video read(byte[] uploaded, Effort effort) {
        Mp4File mp4 = new Mp4File(uploaded, effort);
        Box.each(mp4.file, mp4::topLevel);
        return mp4.video();
    }

    private void topLevel(Box box) {
        switch (box.name()) {
            case "moov" -> movie(box);
            case "moof" -> fragments.read(box);
            case "mdat" -> media.add(box);
            case "ftyp", "styp" -> brands(box);
            default -> cleaning.free(box);
        }
    }

    /// Of what the file is compatible with, only what we know; else it is as good as any.
    private void brands(Box box) {
        Bytes brands = box.body().rest();
        while (brands.left() >= Format.BRAND_LENGTH) {
            int at = brands.at();
            boolean isVersion = at == box.body().at() + Format.BRAND_LENGTH;
            if (!Format.isBrand(brands.name()) && !isVersion) {
                cleaning.write(at, Format.ANY_BRAND);
            }
        }
        cleaning.zero(brands.at(), box.end());
    }

    private void movie(Box movie) {
        if (hasMovie) {
            throw Bytes.damaged();
        }
        hasMovie = true;
        movie.each(box -> {
            switch (box.name()) {
                case "mvhd" -> header(box);
                case "trak" -> track(box);
                case "mvex" -> fragments.defaults(box);
                case "iods" -> {}
                default -> cleaning.free(box);
            }
        });
    }

    /// Which of two is true is for players to guess.
    private void header(Box box) {
        if (timescale != 0) {
            throw Bytes.damaged();
        }
        Mp4Times times = Mp4Times.read(box, cleaning);
        timescale = times.timescale();
        movieSeconds = times.seconds();
    }

    private void track(Box box) {
        if (tracks.size() == MOST_TRACKS) {
            throw Bytes.damaged();
        }
        tracks.add(Mp4Track.read(box, cleaning, file));
    }

    private Video video() {
        if (timescale == 0) {
            throw Bytes.damaged();
        }
        Mp4Played played = new Mp4Played(fileLength);
        double seconds = Math.max(movieSeconds, fragments.claimedTicks() / timescale);
        for (Mp4Track track : tracks) {
            if (track.isPlayed()) {
                seconds = Math.max(seconds, track.seconds());
                seconds = Math.max(seconds, track.editedTicks() / timescale);
                seconds = Math.max(seconds, fragments.ticks(track.id()) / track.timescale());
                track.play(played);
                fragments.play(track.id(), played);
            } else {
                track.remove();
                fragments.remove(track.id());
            }
        }
        played.zeroRest(media, cleaning);
        Mp4Track shown = shown();
        return new Video(shown.width(), shown.height(), seconds, cleaning.done());
    }

    private Mp4Track shown() {
        for (Mp4Track track : tracks) {
            if (track.isSeen()) {
                if (track.sampleCount() == 0 && fragments.ticks(track.id()) == 0) {
                    throw Bytes.damaged();
                }
                return track;
            }
        }
        throw new RefusedException(AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
    }
}
