package dev.shopbell.attachment;

import dev.shopbell.attachment.media.AcceptedMedia;
import dev.shopbell.platform.http.FileName;

/// A file that came by mail, under the same rules as one that is uploaded.
public sealed interface MailedFile {

    FileName name();

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Accepted(FileName name, byte[] hash, AcceptedMedia media) implements MailedFile {}

    /// `code` is the refusal's, as an upload of it would be answered.
    record Refused(FileName name, String code) implements MailedFile {}
}
