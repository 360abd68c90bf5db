package dev.shopbell.attachment;

import dev.shopbell.platform.http.Refusal;

/// Why a file cannot be attached.
public enum AttachmentRefusal implements Refusal {
    /// Neither an image nor a video of the kinds that are accepted, whatever its name says.
    FILE_TYPE_NOT_ACCEPTED(415),
    /// It begins as such a file and does not go on or end as one.
    FILE_DAMAGED(422),
    /// Few bytes that stand for more pixels or frames than are drawn.
    IMAGE_TOO_LARGE(422),
    VIDEO_TOO_LONG(422),
    /// Nothing in the file tells how long it plays.
    VIDEO_LENGTH_UNKNOWN(422),
    /// More than a message may carry.
    TOO_MANY_FILES(422),
    /// Not there, somebody else's, or already in another message.
    ATTACHMENT_NOT_FOUND(422),
    /// Empty, too long, or with characters that have no place in a name.
    FILE_NAME_INVALID(422),
    /// The id is that of other bytes, or of somebody else's.
    CLIENT_ID_REUSED(409),
    /// It is in a message: what was sent stays as it is.
    ATTACHMENT_SENT(409),
    /// Only a video has a poster.
    POSTER_NOT_POSSIBLE(422),
    ALT_TOO_LONG(422),
    /// Characters that cannot be stored: NUL, half a surrogate pair.
    ALT_INVALID(422);

    private final int status;

    AttachmentRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
