package dev.shopbell.email.mime;

/// How much of a mail is read and kept. What is beyond is left out and told as a [MailProblem].
///
/// @param bytes of the whole mail
/// @param parts that carry something; of more, the first text is read if there was none before
/// @param depth of multiparts within multiparts
/// @param textBytes of all its text together, and as much again of HTML
/// @param attachmentBytes of each attachment; its true size is told nevertheless
public record Limits(int bytes, int parts, int depth, int textBytes, int attachmentBytes) {

    /// Text as much as is worked off within a second, however it is built: twenty-five times what a
    /// message holds. Attachments a little larger than any that is accepted, so that it shows.
    public static final Limits STANDARD = new Limits(26_214_400, 200, 20, 1 << 18, (1 << 20) + 1);
}
