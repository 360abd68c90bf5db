package dev.shopbell.platform.mail;

import dev.shopbell.platform.text.EmailAddress;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The look of mails: one template for both parts of each kind of letter.
public final class LetterTemplates {

    /// Some words, one link as a button, and a word at the end.
    public static final LetterTemplates ACCOUNT = new LetterTemplates("account");

    private final Template html;
    private final Template text;

    private LetterTemplates(String name) {
        Engine engine =
                Engine.builder()
                        .addDefaults()
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .build();
        this.html = engine.parse(file(name + ".html"), Variant.forContentType(Variant.TEXT_HTML));
        this.text = engine.parse(file(name + ".txt"), Variant.forContentType(Variant.TEXT_PLAIN));
    }

    /// In English.
    public Letter letter(
            EmailAddress recipient,
            String subject,
            List<String> paragraphs,
            String button,
            String link,
            String end) {
        Map<String, Object> words =
                Map.of(
                        "subject", subject,
                        "paragraphs", paragraphs,
                        "button", button,
                        "link", link,
                        "end", end);
        return new Letter(
                recipient,
                subject,
                text.instance().data(words).render(),
                html.instance().data(words).render(),
                "en");
    }

    private static String file(String name) {
        try (InputStream file =
                LetterTemplates.class.getResourceAsStream("/templates/mail/" + name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
