package dev.shopbell.attachment.media;

import java.util.Set;

/// One track of a WebM.
final class WebmTrack {

    private static final int SEEN = 1;
    private static final double QUARTER = 90;
    private static final int NUMBER_BYTES = 8;

    private final WebmCleaning cleaning;
    private long number;
    private long type;
    private long blockNanos;
    private long pixelWidth;
    private long pixelHeight;
    private long displayWidth;
    private long displayHeight;
    private long displayUnit;
    private double roll;

    private WebmTrack(WebmCleaning cleaning) {
        this.cleaning = cleaning;
    }

    static WebmTrack read(Element element, WebmCleaning cleaning) {
        WebmTrack track = new WebmTrack(cleaning);
        element.each(track::part);
        return track;
    }

    long number() {
        return number;
    }

    boolean isSeen() {
        return type == SEEN;
    }

    /// How long each of its blocks lasts that does not say it itself, or 0.
    double blockNanos() {
        return blockNanos;
    }

    int width() {
        return edge(isTurned() ? down() : across());
    }

    int height() {
        return edge(isTurned() ? across() : down());
    }

    private void part(Element part) {
        if (!WebmIds.KEPT_IN_TRACK.contains(part.id())) {
            cleaning.empty(part);
            return;
        }
        switch (part.id()) {
            case WebmIds.TRACK_NUMBER -> number = part.unsigned();
            case WebmIds.TRACK_TYPE -> type = part.unsigned();
            case WebmIds.DEFAULT_DURATION -> blockNanos = part.unsigned();
            case WebmIds.VIDEO -> part.each(this::picture);
            case WebmIds.AUDIO -> part.each(sound -> keep(sound, WebmIds.KEPT_IN_AUDIO));
            default -> part.closed();
        }
    }

    private void picture(Element part) {
        switch (part.id()) {
            case WebmIds.PIXEL_WIDTH -> pixelWidth = part.unsigned();
            case WebmIds.PIXEL_HEIGHT -> pixelHeight = part.unsigned();
            case WebmIds.DISPLAY_WIDTH -> displayWidth = part.unsigned();
            case WebmIds.DISPLAY_HEIGHT -> displayHeight = part.unsigned();
            case WebmIds.DISPLAY_UNIT -> displayUnit = part.unsigned();
            case WebmIds.PROJECTION -> part.each(this::projection);
            case WebmIds.COLOURS -> part.each(this::colour);
            default -> keep(part, WebmIds.KEPT_IN_VIDEO);
        }
    }

    private void projection(Element part) {
        if (part.id() == WebmIds.ROLL) {
            roll = part.floating();
        } else {
            keep(part, WebmIds.KEPT_IN_PROJECTION);
        }
    }

    private void colour(Element part) {
        if (part.id() == WebmIds.MASTERING) {
            part.each(light -> keep(light, WebmIds.KEPT_IN_COLOURS));
        } else {
            keep(part, WebmIds.KEPT_IN_COLOURS);
        }
    }

    /// Numbers only: what is longer is none.
    private void keep(Element part, Set<Integer> kept) {
        if (!kept.contains(part.id()) || part.closed().left() > NUMBER_BYTES) {
            cleaning.empty(part);
        }
    }

    private boolean isTurned() {
        return Math.abs(Math.abs(roll) - QUARTER) < 1;
    }

    private long across() {
        return isShownOtherwise() ? displayWidth : pixelWidth;
    }

    private long down() {
        return isShownOtherwise() ? displayHeight : pixelHeight;
    }

    /// In pixels; the other units tell a shape only.
    private boolean isShownOtherwise() {
        return displayUnit == 0 && displayWidth > 0 && displayHeight > 0;
    }

    private static int edge(long pixels) {
        return (int) Math.min(pixels, Integer.MAX_VALUE);
    }
}
