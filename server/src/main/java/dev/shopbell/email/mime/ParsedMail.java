package dev.shopbell.email.mime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a mail says, as far as it can be understood. Everything in it is the sender's claim.
///
/// @param from who is said to have written it; usually one
/// @param sender who sent it for them, where that is somebody else
/// @param messageId with its angle brackets, as are those it answers
/// @param text what it says, made of the HTML where there is no plain text
/// @param html as it was sent and not to be shown as it is: see [SafeHtml]
/// @param problems why there may be more than this
public record ParsedMail(
        MailHeaders headers,
        List<MailAddress> from,
        @Nullable MailAddress sender,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        String subject,
        @Nullable Instant date,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        String text,
        @Nullable String html,
        List<MailAttachment> attachments,
        Set<MailProblem> problems) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,990}>");
    private static final int MOST_IDS = 100;

    public ParsedMail {
        from = List.copyOf(from);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        problems = Set.copyOf(problems);
    }

    /// Reads no further than the limits allow. Throws only when the stream itself fails.
    public static ParsedMail read(InputStream stream, Limits limits) throws IOException {
        return new MailReader(limits).read(stream);
    }

    static ParsedMail of(
            MailHeaders headers,
            Body body,
            List<MailAttachment> attachments,
            Set<MailProblem> problems) {
        List<MailAddress> sender = addresses(headers, "sender");
        List<String> ids = ids(headers, "message-id");
        return new ParsedMail(
                headers,
                addresses(headers, "from"),
                sender.isEmpty() ? null : sender.getFirst(),
                addresses(headers, "reply-to"),
                addresses(headers, "to"),
                addresses(headers, "cc"),
                headers.text("subject"),
                MailDate.of(headers.first("date").orElse("")),
                ids.isEmpty() ? null : ids.getFirst(),
                ids(headers, "in-reply-to"),
                ids(headers, "references"),
                body.text(),
                body.html(),
                attachments,
                problems);
    }

    /// Whether somebody may have written more than was read. A file that was too large is told by
    /// its name.
    public boolean isCutOff() {
        return problems.stream().anyMatch(problem -> problem != MailProblem.ATTACHMENT_TOO_LARGE);
    }

    @Override
    public String toString() {
        return "***"; // what people write does not belong in logs
    }

    private static List<MailAddress> addresses(MailHeaders headers, String name) {
        List<MailAddress> addresses = new ArrayList<>();
        for (String value : headers.all(name)) {
            for (MailAddress address : AddressList.of(value)) {
                if (addresses.size() < AddressList.MOST_ADDRESSES) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    /// The last ones, should there be too many: they are the nearest.
    private static List<String> ids(MailHeaders headers, String name) {
        List<String> ids = new ArrayList<>();
        for (String value : headers.all(name)) {
            Matcher id = MESSAGE_ID.matcher(value);
            while (id.find()) {
                ids.add(id.group());
            }
        }
        return ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size());
    }
}
