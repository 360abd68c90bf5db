package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads WebM: how long, how large, whether its blocks are all there; and cleans it of everything
/// that is not needed to play it. What recorders leave out, how long it is, is the end of the last
/// block.
final class WebmFile {

    private static final int MOST_TRACKS = 16;
    private static final double NANOS = 1e9;

    private final Bytes file;
    private final WebmCleaning cleaning;
    private final List<WebmTrack> tracks = new ArrayList<>();
    private final Set<Long> tracksWithBlocks = new HashSet<>();
    private double timescale = 1_000_000;
    private double claimedTicks;
    private double clusterTime;
    private double lastTick;
    private boolean inOpenCluster;

    private WebmFile(byte[] uploaded, Effort effort) {
        file = new Bytes(uploaded, effort);
        cleaning = new WebmCleaning(uploaded, effort);
    }

    static Video read(byte[] uploaded, Effort effort) {
        WebmFile webm = new WebmFile(uploaded, effort);
        webm.walk();
        return webm.video();
    }

    private void walk() {
        Element header = Element.next(file);
        String[] type = {""};
        header.each(element -> {
            if (element.id() == WebmIds.DOCUMENT_TYPE) {
                Bytes text = element.closed().rest();
                type[0] = new String(text.copy(text.left()), ISO_8859_1);
            }
            if (!WebmIds.KEPT_IN_HEADER.contains(element.id())) {
                cleaning.empty(element);
            }
        });
        if (!type[0].replace("\0", "").equals("webm")) {
            throw new RefusedException(AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
        }
        Element segment = Element.next(file);
        Bytes content = segment.isOpen() ? file : segment.body();
        if (segment.id() != WebmIds.SEGMENT || (!segment.isOpen() && !file.isEmpty())) {
            throw Bytes.damaged();
        }
        while (!content.isEmpty()) {
            inSegment(Element.next(content));
        }
    }

    /// What is in a cluster of unknown length looks as if it were beside it.
    private void inSegment(Element element) {
        switch (element.id()) {
            case WebmIds.ABOUT -> element.each(this::about);
            case WebmIds.TRACKS -> element.each(this::track);
            case WebmIds.CLUSTER -> {
                clusterTime = 0;
                inOpenCluster = element.isOpen();
                if (!element.isOpen()) {
                    element.each(this::inCluster);
                }
            }
            default -> {
                if (inOpenCluster) {
                    inCluster(element);
                } else if (!WebmIds.KEPT.contains(element.id())) {
                    cleaning.empty(element);
                }
            }
        }
    }

    private void about(Element element) {
        switch (element.id()) {
            case WebmIds.TIME_SCALE -> timescale = element.unsigned();
            case WebmIds.DURATION -> claimed(element.floating());
            // Every file has to have these; nobody needs to know.
            case WebmIds.MUXING_APP, WebmIds.WRITING_APP -> cleaning.zero(element);
            default -> cleaning.empty(element);
        }
    }

    private void claimed(double ticks) {
        if (ticks < 0) {
            throw Bytes.damaged();
        }
        claimedTicks = Math.max(claimedTicks, ticks);
    }

    private void track(Element element) {
        if (element.id() != WebmIds.TRACK) {
            cleaning.empty(element);
            return;
        }
        if (tracks.size() == MOST_TRACKS) {
            throw Bytes.damaged();
        }
        tracks.add(WebmTrack.read(element, cleaning));
    }

    private void inCluster(Element element) {
        switch (element.id()) {
            case WebmIds.CLUSTER_TIME -> clusterTime = element.unsigned();
            case WebmIds.SIMPLE_BLOCK -> block(element, 0);
            case WebmIds.BLOCK_GROUP -> group(element);
            default -> {
                if (!WebmIds.KEPT.contains(element.id())) {
                    cleaning.empty(element);
                }
            }
        }
    }

    private void group(Element group) {
        double[] duration = {0};
        group.each(element -> {
            if (element.id() == WebmIds.BLOCK_DURATION) {
                duration[0] = element.unsigned();
            } else if (!WebmIds.KEPT_IN_GROUP.contains(element.id())) {
                cleaning.empty(element);
            }
        });
        group.each(element -> {
            if (element.id() == WebmIds.BLOCK) {
                block(element, duration[0]);
            }
        });
    }

    private void block(Element block, double duration) {
        Bytes content = block.closed().rest();
        long number = Element.number(content, 8, true);
        short time = (short) content.u16();
        content.skip(1);
        double lasts = duration;
        for (WebmTrack track : tracks) {
            if (track.number() == number && duration == 0 && timescale > 0) {
                lasts = track.blockNanos() / timescale;
            }
        }
        tracksWithBlocks.add(number);
        lastTick = Math.max(lastTick, clusterTime + time + lasts);
    }

    private Video video() {
        for (WebmTrack track : tracks) {
            if (track.isSeen()) {
                if (!tracksWithBlocks.contains(track.number())) {
                    throw Bytes.damaged();
                }
                double seconds = Math.max(claimedTicks, lastTick) * timescale / NANOS;
                return new Video(track.width(), track.height(), seconds, cleaning.done());
            }
        }
        throw new RefusedException(AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
    }
}
