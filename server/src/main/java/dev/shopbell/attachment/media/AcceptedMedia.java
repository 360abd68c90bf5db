package dev.shopbell.attachment.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An image or a video as it may be kept and shown: upright, and without a word about where, when
/// and by whom it was made.
///
/// @param mediaType what `content` is, to be served as its `Content-Type`
/// @param thumbnail a smaller picture, where the image is larger than one; videos have none
/// @param thumbnailType what `thumbnail` is
/// @param width as it is shown, after turning
/// @param height as it is shown, after turning
/// @param duration of a video
/// @param placeholder of an image: what to draw until it is there, see [Placeholder]
/// @param wasAnimated it moved when it was sent, and its first picture is all that was kept
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record AcceptedMedia(
        Kind kind,
        String mediaType,
        byte[] content,
        byte @Nullable [] thumbnail,
        @Nullable String thumbnailType,
        int width,
        int height,
        @Nullable Duration duration,
        @Nullable String placeholder,
        boolean wasAnimated) {

    /// The two kinds of files that are accepted.
    public enum Kind {
        IMAGE,
        VIDEO
    }
}
