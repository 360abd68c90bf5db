package dev.shopbell.platform.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a mail says about itself besides who sends it to whom.
///
/// @param replyTo where answers go; null for whom it is from
/// @param references the Message-IDs of the mails of its thread, oldest first; it answers the last
/// @param more names and values; a value is one line
public record MailHeaders(
        @Nullable InternetAddress replyTo, List<String> references, Map<String, String> more) {

    /// RFC 3834: so that no holiday notice answers.
    public static final MailHeaders AUTOMATIC =
            new MailHeaders(null, List.of(), Map.of("Auto-Submitted", "auto-generated"));

    public MailHeaders {
        references = List.copyOf(references);
        more = Map.copyOf(more);
        more.forEach((name, value) -> check(name + value));
        references.forEach(MailHeaders::check);
    }

    private static void check(String line) {
        if (line.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header is one line");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
