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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The look of mails: one template for both parts of each kind of letter.
public final class LetterTemplates {

    /// Some words, perhaps one link as a button, and a word at the end.
    public static final LetterTemplates ACCOUNT = new LetterTemplates("account");

    private final Template html;
    private final Template text;

    public LetterTemplates(String name) {
        Engine engine =
                Engine.builder()
                        .addDefaults()
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .build();
        this.html = engine.parse(file(name + ".html"), Variant.forContentType(Variant.TEXT_HTML));
        this.text = engine.parse(file(name + ".txt"), Variant.forContentType(Variant.TEXT_PLAIN));
    }

    /// Where the mail leads.
    public record Button(String word, String link) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// In English. People's names may be part of the words, whatever they are.
    public Letter letter(
            EmailAddress recipient,
            String subject,
            List<String> paragraphs,
            @Nullable Button button,
            String end) {
        String line = OneLine.of(subject);
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("subject", line);
        words.put("paragraphs", paragraphs);
        words.put("button", button == null ? null : button.word());
        words.put("link", button == null ? null : button.link());
        words.put("end", end);
        return letter(recipient, line, "en", words);
    }

    /// What both templates make of these words.
    public Letter letter(
            EmailAddress recipient,
            String subject,
            String language,
            Map<String, ? extends @Nullable Object> words) {
        return new Letter(
                recipient,
                OneLine.of(subject),
                text.instance().data(words).render(),
                html.instance().data(words).render(),
                language);
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
