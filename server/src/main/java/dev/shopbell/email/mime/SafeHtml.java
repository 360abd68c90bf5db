package dev.shopbell.email.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Makes of a mail's HTML a document for a sandboxed frame: what is not on the list of harmless
/// elements, attributes and styles is left out, and so is everything that would be fetched from
/// somewhere: whoever wrote the mail does not learn when it is looked at. Pictures are those that
/// the mail itself brought, and no others.
public final class SafeHtml {

    private static final CssSchema STYLES =
            CssSchema.withProperties(
                    List.of(
                            "background-color",
                            "border",
                            "border-bottom",
                            "border-collapse",
                            "border-color",
                            "border-left",
                            "border-radius",
                            "border-right",
                            "border-spacing",
                            "border-style",
                            "border-top",
                            "border-width",
                            "color",
                            "direction",
                            "font",
                            "font-family",
                            "font-size",
                            "font-style",
                            "font-weight",
                            "letter-spacing",
                            "line-height",
                            "list-style-type",
                            "margin",
                            "margin-bottom",
                            "margin-left",
                            "margin-right",
                            "margin-top",
                            "max-width",
                            "padding",
                            "padding-bottom",
                            "padding-left",
                            "padding-right",
                            "padding-top",
                            "text-align",
                            "text-decoration",
                            "text-indent",
                            "text-transform",
                            "vertical-align",
                            "white-space",
                            "width",
                            "word-wrap"));

    private static final String CID = "cid:";

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+");

    private static final PolicyFactory POLICY = text().toFactory();

    private static final PolicyFactory WITH_PICTURES =
            text().allowElements("img")
                    .allowUrlProtocols("data")
                    .allowAttributes("src")
                    .matching(PICTURE)
                    .onElements("img")
                    .allowAttributes("alt", "width", "height")
                    .onElements("img")
                    .toFactory();

    /// A second wall, should something have got through the first: nothing is fetched and nothing
    /// runs. Mail is written for white paper, whatever the colours around it are.
    private static final String BEFORE =
            """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="only light">
            <title></title>
            <style>
            body { margin: 12px; background: #fff; color: #222; font: 14px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
            table, img { max-width: 100%; }
            img { height: auto; }
            pre { white-space: pre-wrap; }
            blockquote { margin: 0 0 0 8px; padding: 0 0 0 8px; border: 0 solid #ccc; border-inline-start-width: 2px; }
            </style>
            </head>
            <body dir="auto">
            """;

    private static final String AFTER = "\n</body>\n</html>\n";

    private SafeHtml() {}

    /// A whole document, whose links open outside of the frame.
    ///
    /// @param pictures by the content ids that the HTML names them by, each as a `data:` address
    public static String clean(String html, Map<String, String> pictures) {
        return BEFORE + fragment(html, pictures) + AFTER;
    }

    /// The content ids of the pictures that it shows.
    public static Set<String> shown(String html) {
        return HtmlLines.parsed(html).select("img").stream()
                .map(SafeHtml::contentId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /// What stands in its body. Read and written by a parser of its own first, which limits how
    /// deep elements are in each other and leaves nothing to interpretation.
    static String fragment(String html, Map<String, String> pictures) {
        Document document = HtmlLines.parsed(html);
        for (Element image : document.select("img")) {
            String picture = pictures.get(contentId(image));
            if (picture == null) {
                image.remove();
            } else {
                image.attr("src", picture);
            }
        }
        String read = document.body().html();
        return (pictures.isEmpty() ? POLICY : WITH_PICTURES)
                .sanitize(read)
                .replace("<a href=", "<a target=\"_blank\" href=");
    }

    private static HtmlPolicyBuilder text() {
        return new HtmlPolicyBuilder()
                .allowCommonBlockElements()
                .allowCommonInlineFormattingElements()
                .allowElements(
                        "a",
                        "address",
                        "article",
                        "aside",
                        "bdi",
                        "bdo",
                        "big",
                        "caption",
                        "center",
                        "cite",
                        "col",
                        "colgroup",
                        "dd",
                        "del",
                        "dfn",
                        "dl",
                        "dt",
                        "figcaption",
                        "figure",
                        "footer",
                        "header",
                        "hr",
                        "ins",
                        "kbd",
                        "main",
                        "mark",
                        "pre",
                        "q",
                        "samp",
                        "section",
                        "table",
                        "tbody",
                        "td",
                        "tfoot",
                        "th",
                        "thead",
                        "tr",
                        "var",
                        "wbr",
                        "font")
                .allowWithoutAttributes("a", "font", "span")
                .allowUrlProtocols("http", "https", "mailto", "tel")
                .allowAttributes("href")
                .matching(Pattern.compile("(?i)(?:https?|mailto|tel):.*", Pattern.DOTALL))
                .onElements("a")
                .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
                .allowAttributes("dir", "lang", "title")
                .globally()
                .allowAttributes("align", "valign", "bgcolor", "width", "height")
                .onElements("table", "tr", "td", "th", "col", "colgroup", "div", "p", "hr")
                .allowAttributes("colspan", "rowspan", "border", "cellpadding", "cellspacing")
                .onElements("table", "td", "th")
                .allowAttributes("color", "face", "size")
                .onElements("font")
                .allowStyling(STYLES);
    }

    private static String contentId(Element image) {
        String source = image.attr("src").strip();
        if (!source.regionMatches(true, 0, CID, 0, CID.length())) {
            return "";
        }
        String id = source.substring(CID.length());
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            return id; // it has a % that stands for itself
        }
    }
}
