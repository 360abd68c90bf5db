package dev.shopbell.attachment;

import dev.shopbell.platform.blob.BlobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An attachment as it comes to be: what it was made of, where its bytes are, and whose first
/// message it waits for, if its conversation is not there yet.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record NewAttachment(
        Attachment attachment,
        byte[] uploadHash,
        BlobId content,
        @Nullable BlobId thumbnail,
        @Nullable String thumbnailType,
        byte @Nullable [] awaitedBy,
        Instant at) {}
