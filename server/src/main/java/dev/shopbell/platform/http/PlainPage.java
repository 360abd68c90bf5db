package dev.shopbell.platform.http;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A page that a link in a mail shows. It needs nothing else, no script either, may send its one
/// form, and is kept by nobody.
public final class PlainPage {

    private static final String STYLE = file("page.css");
    private static final String STYLE_DIGEST = digest(STYLE);

    private final Template page;

    /// Reads it once, for all who ask.
    ///
    /// @param name of its file in `templates/page`
    public PlainPage(String name) {
        this.page =
                Engine.builder()
                        .addDefaults()
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .build()
                        .parse(file(name), Variant.forContentType(Variant.TEXT_HTML));
    }

    /// The page, with these words in it.
    ///
    /// @param leadsTo the origins to which its form may lead, besides our own
    public Response answer(
            Response.Status status, Map<String, Object> words, List<String> leadsTo) {
        TemplateInstance written = page.instance().data("style", new RawString(STYLE));
        words.forEach(written::data);
        return Response.status(status)
                .entity(written.render())
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", policy(leadsTo))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    private static String policy(List<String> leadsTo) {
        String targets = leadsTo.isEmpty() ? "" : " " + String.join(" ", leadsTo);
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'self'%s; frame-ancestors 'none'"
                .formatted(STYLE_DIGEST, targets);
    }

    private static String file(String name) {
        try (InputStream file = PlainPage.class.getResourceAsStream("/templates/page/" + name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
