package dev.shopbell.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail server's report that a mail was not delivered, whether it is in the form of RFC 3464 or
/// one of those that were there before.
///
/// @param failures at least one
/// @param originalMessageId of the mail that did not arrive, if the report brings it
public record Bounce(List<Failure> failures, @Nullable String originalMessageId) {

    private static final Set<String> RETURNED =
            Set.of(
                    "message/rfc822",
                    "text/rfc822-headers",
                    "message/rfc822-headers",
                    "message/global",
                    "message/global-headers");
    private static final Pattern ID_IN_TEXT =
            Pattern.compile(
                    "^[> ]{0,4}message-id: {0,4}(<[^<>\\s]{1,990}>)",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    public Bounce {
        failures = List.copyOf(failures);
    }

    /// One recipient that was not reached.
    ///
    /// @param recipient whom it did not reach, in lower case
    /// @param status like 5.1.1, or empty
    /// @param diagnostic what the mail server said, on one line, or empty
    public record Failure(String recipient, String status, BounceReason reason, String diagnostic) {

        @Override
        public String toString() {
            return reason.name(); // addresses do not belong in logs
        }
    }

    /// Empty when the mail is no such report, or one of a delay or of success.
    static Optional<Bounce> of(ParsedMail mail) {
        DeliveryReport report = DeliveryReport.of(mail);
        List<Failure> failures =
                report.isEmpty() ? OddBounces.failures(mail) : report.failures(mail);
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bounce(failures, originalId(mail)));
    }

    private static @Nullable String originalId(ParsedMail mail) {
        for (MailAttachment attachment : mail.attachments()) {
            if (RETURNED.contains(attachment.mediaType())) {
                String id = opened(attachment).messageId();
                if (id != null) {
                    return id;
                }
            }
        }
        Matcher inText = ID_IN_TEXT.matcher(mail.text());
        return inText.find() ? inText.group(1) : null;
    }

    private static ParsedMail opened(MailAttachment attachment) {
        try {
            return ParsedMail.read(new ByteArrayInputStream(attachment.content()), Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing to read from but memory
        }
    }
}
