package dev.shopbell.email.mime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// By what the mail programs mark quotations and signatures in the HTML they write.
final class HtmlMarks {

    private static final Set<String> NEVER_SEEN =
            Set.of("head", "title", "style", "script", "template", "noscript", "object", "svg");
    private static final Pattern HIDDEN =
            Pattern.compile("display:none|visibility:hidden|mso-hide:all|max-height:0");

    /// Outlook on the web and on phones, Outlook for Mac, and their copies in later answers.
    private static final Pattern REST_IDS =
            Pattern.compile(
                    "(?:x_)*(?:divrplyfwdmsg|appendonsend|olk_src_body_section"
                            + "|mail-editor-reference-message-container|reply-intro)");

    private static final Set<String> REST_CLASSES = Set.of("ms-outlook-mobile-reference-message");

    /// The rule above the header lines of Outlook for Windows.
    private static final Pattern OUTLOOK_RULE =
            Pattern.compile("border:none;border-top:solid#?(?:e1e1e1|b5c4df|windowtext)1\\.0pt");

    private static final Pattern SIGNATURE_IDS =
            Pattern.compile(
                    "(?:x_)*(?:signature|applemailsignature|ms-outlook-mobile-signature"
                            + "|composer_signature|lineBreakAtBeginningOfSignature)",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> SIGNATURE_CLASSES =
            Set.of(
                    "gmail_signature",
                    "gmail_signature_prefix",
                    "moz-signature",
                    "protonmail_signature_block",
                    "yahoo-signature");
    private static final Pattern YAHOO_SIGNATURE = Pattern.compile("ydp\\w*signature");
    private static final Pattern YAHOO_QUOTE = Pattern.compile("(?:ydp\\w*)?yahoo_quoted\\w*");
    private static final Set<String> ATTRIBUTIONS = Set.of("gmail_attr", "moz-cite-prefix");

    private HtmlMarks() {}

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return NEVER_SEEN.contains(element.normalName());
        }
        return NEVER_SEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(style(element)).find();
    }

    static boolean startsTheRest(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return REST_IDS.matcher(element.id().toLowerCase(Locale.ROOT)).matches()
                || element.classNames().stream().anyMatch(REST_CLASSES::contains)
                || OUTLOOK_RULE.matcher(style(element)).find();
    }

    /// Whether all in it was said before. Some programs indent with the same element that quotes.
    static boolean isQuotation(Element element) {
        if (element.normalName().equals("blockquote")) {
            return element.hasAttr("type")
                    || element.hasClass("gmail_quote")
                    || !style(element).contains("border:none");
        }
        if (element.hasClass("gmail_quote")) {
            return element.selectFirst("blockquote") == null;
        }
        return element.attributesSize() > 0 && hasQuotationMark(element);
    }

    private static boolean hasQuotationMark(Element element) {
        return element.hasClass("moz-forward-container")
                || YAHOO_QUOTE.matcher(element.id()).matches()
                || element.classNames().stream().anyMatch(YAHOO_QUOTE.asMatchPredicate());
    }

    static boolean isSignature(Element element) {
        return element.attributesSize() > 0 && hasSignatureMark(element);
    }

    private static boolean hasSignatureMark(Element element) {
        return SIGNATURE_IDS.matcher(element.id()).matches()
                || element.classNames().stream()
                        .anyMatch(name ->
                                SIGNATURE_CLASSES.contains(name)
                                        || YAHOO_SIGNATURE.matcher(name).matches());
    }

    static boolean isAttribution(Element element) {
        return element.attributesSize() > 0
                && element.classNames().stream().anyMatch(ATTRIBUTIONS::contains);
    }

    /// Without blanks and in lower case.
    static String style(Element element) {
        String style = element.attr("style");
        return style.isEmpty() ? style : style.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
