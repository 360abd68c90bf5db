package dev.shopbell.email.mime;

import org.jspecify.annotations.Nullable;

/// A part of a mail that is not its text. Name and media type are what the sender claims.
///
/// @param contentId by which the HTML shows it, without angle brackets
/// @param content cut off at what [Limits] keep
/// @param size before cutting off
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record MailAttachment(
        String name, String mediaType, @Nullable String contentId, byte[] content, long size) {

    public boolean isWhole() {
        return content.length == size;
    }
}
