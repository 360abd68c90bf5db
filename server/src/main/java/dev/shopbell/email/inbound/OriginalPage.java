package dev.shopbell.email.inbound;

import dev.shopbell.email.mime.SafeHtml;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail as a page: its cleaned HTML with the pictures it brought, or its plain text as it was
/// typed.
final class OriginalPage {

    private static final String CUT_OFF =
            """
            <p dir="ltr" style="margin: 16px; padding: 8px 12px; border: 1px solid #b3261e; color: #8c1d18">This e-mail was too long or had too many parts. Not all of it could be taken.</p>
            """;

    private OriginalPage() {}

    static String of(InboundSql.Body body, Map<String, String> pictures) {
        String html = body.html();
        String page =
                html == null || html.isBlank()
                        ? plain(body.text())
                        : SafeHtml.clean(html, pictures);
        return body.isCutOff() ? withWarning(page) : page;
    }

    /// Where it ends: whoever has read so far asks why.
    private static String withWarning(String page) {
        int end = page.lastIndexOf("</body>");
        return page.substring(0, end) + CUT_OFF + page.substring(end);
    }

    private static String plain(@Nullable String text) {
        return """
        <!doctype html>
        <html><head><meta charset="utf-8"><meta name="color-scheme" content="light"><style>
        body { margin: 16px; font: 15px/1.5 system-ui, sans-serif; color: #1c1c1a; background: #fff }
        pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
        </style></head><body><pre dir="auto">%s</pre></body></html>
        """
                .formatted(escaped(text));
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
