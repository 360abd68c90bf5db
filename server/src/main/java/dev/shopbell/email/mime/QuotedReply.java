package dev.shopbell.email.mime;

import dev.shopbell.message.MessageText;
import java.util.List;
import java.util.Set;

/// What somebody newly wrote in a mail, and the rest that their program put with it: the mail they
/// answer, their signature. It is better to show too much than to hide what somebody wrote: answers
/// between quoted lines stay where they are, and when nothing seems new, all of it is shown.
///
/// @param visible no longer than a message may be
/// @param folded what is not in it, from the top to the bottom
/// @param isOnlyQuoted whether nothing new was found, so that all is visible
/// @param isCut whether there was more than a message may hold
/// @param foldedPictures the content ids of pictures that are shown in the folded part alone
public record QuotedReply(
        String visible,
        String folded,
        boolean isOnlyQuoted,
        boolean isCut,
        Set<String> foldedPictures) {

    public QuotedReply {
        foldedPictures = Set.copyOf(foldedPictures);
    }

    /// Prefers the HTML: it tells quotations apart better, and its lines are not broken after 72
    /// characters.
    public static QuotedReply of(ParsedMail mail) {
        String html = mail.html();
        if (html != null) {
            QuotedReply reply = ofHtml(html);
            if (!reply.visible().isBlank()) {
                return reply;
            }
        }
        return ofText(mail.text());
    }

    static QuotedReply ofHtml(String html) {
        return of(HtmlLines.of(html));
    }

    static QuotedReply ofText(String text) {
        return of(TextLines.of(text));
    }

    private static QuotedReply of(List<Line> lines) {
        return new ReplySplit(lines).split(MessageText.MAX_LENGTH);
    }

    @Override
    public String toString() {
        return "***"; // what people write does not belong in logs
    }
}
