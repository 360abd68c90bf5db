package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.attachment.media.AcceptedMedia.Kind;
import dev.shopbell.platform.http.RefusedException;
import java.time.Duration;
import java.util.Map;

/// Accepts videos that are short enough. They are kept as they were made, but for what they tell of
/// where and by whom.
final class Videos {

    /// A minute, as people are told.
    static final int MOST_SECONDS = 60;

    /// What encoders add to a minute: the last sound is padded to a whole packet.
    private static final double TOLERANCE = 0.25;

    private static final int MOST_EDGE = 8192;

    private Videos() {}

    static AcceptedMedia accept(Video video, String mediaType) {
        // Asked so that what is no number is refused as well.
        if (!(video.seconds() > 0)) {
            throw new RefusedException(AttachmentRefusal.VIDEO_LENGTH_UNKNOWN);
        }
        if (!(video.seconds() <= MOST_SECONDS + TOLERANCE)) {
            throw new RefusedException(
                    AttachmentRefusal.VIDEO_TOO_LONG, Map.of("limit", MOST_SECONDS));
        }
        if (video.width() < 1 || video.height() < 1) {
            throw Bytes.damaged();
        }
        if (Math.max(video.width(), video.height()) > MOST_EDGE) {
            throw new RefusedException(
                    AttachmentRefusal.IMAGE_TOO_LARGE,
                    Map.of("width", video.width(), "height", video.height()));
        }
        return new AcceptedMedia(
                Kind.VIDEO,
                mediaType,
                video.content(),
                null,
                null,
                video.width(),
                video.height(),
                Duration.ofMillis(Math.max(1, Math.round(video.seconds() * 1000))),
                null,
                false);
    }
}
