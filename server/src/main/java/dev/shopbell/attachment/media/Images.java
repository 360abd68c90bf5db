package dev.shopbell.attachment.media;

import dev.shopbell.attachment.media.AcceptedMedia.Kind;
import org.jspecify.annotations.Nullable;

/// Draws images anew. A picture in memory is a hundred times its file, so few should be drawn at a
/// time.
final class Images {

    /// Wide and high enough for any screen; the pixels are what bounds photos, the edge what bounds
    /// pictures of whole pages, which have to stay readable.
    static final int LONGEST_EDGE = 6144;

    static final int MOST_PIXELS = 4_194_304;
    static final int LONGEST_THUMBNAIL_EDGE = 640;
    private static final int MOST_ANIMATION_BYTES = MediaIntake.MOST_BYTES / 4 * 5;
    private static final int MOST_THUMBNAIL_BYTES = 128 << 10;

    /// Sharp on the finest screens as high as mails show it.
    static final int LONGEST_LOGO_EDGE = 400;

    static final int MOST_LOGO_BYTES = 32 << 10;

    private Images() {}

    static AcceptedMedia accept(ImageFile file, Effort effort) {
        Canvas canvas = draw(file, effort);
        Picture picture = animated(file, effort);
        boolean moves = picture != null;
        if (picture == null) {
            picture = Picture.of(canvas, wanted(file, MediaIntake.MOST_BYTES), effort);
        }
        Canvas small = canvas.within(LONGEST_THUMBNAIL_EDGE, effort);
        Picture thumbnail =
                small.width() == picture.width() && small.height() == picture.height()
                        ? null
                        : Picture.of(small, wanted(file, MOST_THUMBNAIL_BYTES), effort);
        return new AcceptedMedia(
                Kind.IMAGE,
                picture.mediaType(),
                picture.content(),
                thumbnail == null ? null : thumbnail.content(),
                thumbnail == null ? null : thumbnail.mediaType(),
                picture.width(),
                picture.height(),
                null,
                Placeholder.of(small),
                file.isAnimated() && !moves);
    }

    /// For where every byte is sent again and again: no thumbnail, no placeholder.
    static AcceptedMedia logo(ImageFile file, Effort effort) {
        Canvas canvas = draw(file, effort).within(LONGEST_LOGO_EDGE, effort);
        Picture picture = Picture.of(canvas, wanted(file, MOST_LOGO_BYTES), effort);
        return new AcceptedMedia(
                Kind.IMAGE,
                picture.mediaType(),
                picture.content(),
                null,
                null,
                picture.width(),
                picture.height(),
                null,
                null,
                file.isAnimated());
    }

    private static Picture.Wanted wanted(ImageFile file, int mostBytes) {
        return new Picture.Wanted(file.isLossless(), file.quality(), mostBytes);
    }

    /// All pictures of a GIF, unless they cannot be kept in little more than they came in.
    private static @Nullable Picture animated(ImageFile file, Effort effort) {
        if (!(file instanceof GifFile gif) || !gif.isAnimated()) {
            return null;
        }
        byte[] content = GifWriting.of(gif, effort);
        return content.length > MOST_ANIMATION_BYTES
                ? null
                : new Picture(Picture.GIF, content, gif.width(), gif.height());
    }

    private static Canvas draw(ImageFile file, Effort effort) {
        Shrinking shrinking =
                Shrinking.toFit(file.width(), file.height(), LONGEST_EDGE, MOST_PIXELS, effort);
        file.draw(shrinking);
        Canvas drawn = shrinking.done();
        ScreenColours.apply(file.profile(), drawn);
        return drawn.upright(file.orientation(), effort);
    }
}
