package dev.shopbell.attachment;

import dev.shopbell.platform.blob.BlobId;
import dev.shopbell.platform.http.FileName;
import org.jspecify.annotations.Nullable;

/// Where something of an attachment is, and what. The size is null where it is not known before it
/// is read.
record StoredFile(BlobId blob, String mediaType, FileName name, @Nullable Long size) {

    /// What there is of an attachment.
    enum Part {
        CONTENT,
        THUMBNAIL,
        POSTER
    }
}
