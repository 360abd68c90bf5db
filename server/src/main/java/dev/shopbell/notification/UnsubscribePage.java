package dev.shopbell.notification;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What a link in a notification's mail shows. It needs nothing else, and may send its one form.
final class UnsubscribePage {

    enum State {
        ASK,
        DONE,
        UNKNOWN
    }

    private static final String STYLE = file("unsubscribe.css");
    private static final Template PAGE =
            Engine.builder()
                    .addDefaults()
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .build()
                    .parse(file("unsubscribe.html"), Variant.forContentType(Variant.TEXT_HTML));
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                    .formatted(digest(STYLE));

    private UnsubscribePage() {}

    static String policy() {
        return POLICY;
    }

    static String of(State state, String store) {
        return PAGE.instance()
                .data("style", new RawString(STYLE))
                .data("state", state.name().toLowerCase(Locale.ROOT))
                .data("store", store)
                .render();
    }

    private static String file(String name) {
        try (InputStream file =
                UnsubscribePage.class.getResourceAsStream("/templates/notification/" + name)) {
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
