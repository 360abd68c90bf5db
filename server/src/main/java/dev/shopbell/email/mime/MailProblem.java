package dev.shopbell.email.mime;

/// What was amiss with a mail, so that not all of it could be read.
public enum MailProblem {
    /// It is larger than what is read of one.
    TOO_LARGE,
    TOO_MANY_PARTS,
    TOO_DEEP,
    /// A header is longer, or there are more of them, than any mail program writes.
    HEADERS_TOO_LARGE,
    TEXT_TOO_LONG,
    ATTACHMENT_TOO_LARGE,
    /// It breaks the rules so that its rest could not be understood.
    MALFORMED
}
