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

    /// Some words, perhaps what somebody wrote, perhaps one link as a button, and a word at the
    /// end.
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

    /// Whose mail it is: a store's name and, where it has one, its logo.
    public record Sender(String name, @Nullable InlinePicture logo) {}

    /// What somebody wrote, and a line that says who.
    public record Quotation(String by, String words) {
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
        return letter(recipient, subject, paragraphs, null, button, end, null);
    }

    /// The same, from a store, perhaps with what somebody wrote.
    public Letter letter(
            EmailAddress recipient,
            String subject,
            List<String> paragraphs,
            @Nullable Quotation quotation,
            @Nullable Button button,
            String end,
            @Nullable Sender sender) {
        String line = OneLine.of(subject);
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("subject", line);
        words.put("paragraphs", paragraphs);
        words.put("quotedBy", quotation == null ? null : quotation.by());
        words.put("quoted", quotation == null ? null : quotation.words().lines().toList());
        words.put("button", button == null ? null : button.word());
        words.put("link", button == null ? null : button.link());
        words.put("end", end);
        words.put("store", sender == null ? null : sender.name());
        return letter(recipient, line, "en", words, sender == null ? null : sender.logo());
    }

    /// What both templates make of these words.
    public Letter letter(
            EmailAddress recipient,
            String subject,
            String language,
            Map<String, ? extends @Nullable Object> words) {
        return letter(recipient, subject, language, words, null);
    }

    /// The templates know the picture as `logo`.
    public Letter letter(
            EmailAddress recipient,
            String subject,
            String language,
            Map<String, ? extends @Nullable Object> words,
            @Nullable InlinePicture logo) {
        Map<String, @Nullable Object> all = new HashMap<>(words);
        all.put(
                "logo",
                logo == null
                        ? null
                        : Map.of(
                                "id", logo.contentId(),
                                "width", logo.width(),
                                "height", logo.height()));
        return new Letter(
                recipient,
                OneLine.of(subject),
                text.instance().data(all).render(),
                html.instance().data(all).render(),
                language,
                logo);
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
