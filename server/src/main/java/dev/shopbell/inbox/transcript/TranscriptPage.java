package dev.shopbell.inbox.transcript;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentKind;
import dev.shopbell.commerce.Prices;
import dev.shopbell.inbox.transcript.Transcripts.Transcript;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.card.Card;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A transcript to read and to print: one page that needs nothing else, and may do nothing.
final class TranscriptPage {

    private static final Engine ENGINE =
            Engine.builder()
                    .addDefaults()
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .build();
    private static final String STYLE = file("transcript.css");
    private static final Template BEGINNING = template("beginning.html");
    private static final Template LINE = template("line.html");
    private static final String END = "</main>\n</body>\n</html>\n";
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                    .formatted(digest(STYLE));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private static final long BYTES_PER_KB = 1000;

    private final Transcript transcript;
    private final TranscriptEvents events;
    private final TranscriptMail mail;

    TranscriptPage(Transcript transcript, ObjectMapper json) {
        this.transcript = transcript;
        this.events = new TranscriptEvents(TranscriptAuthors.customer(transcript), json);
        this.mail = new TranscriptMail(json);
    }

    /// What a browser lets the page do: show its one style, and nothing else.
    static String policy() {
        return POLICY;
    }

    void write(Transcripts transcripts, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(beginning());
        transcripts.forEach(transcript, line -> writer.write(line(line)));
        writer.write(END);
        writer.flush();
    }

    private String beginning() {
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("policy", POLICY);
        words.put("style", new RawString(STYLE));
        words.put("store", transcript.store().name());
        words.put("customer", TranscriptAuthors.customer(transcript));
        words.put("email", transcript.conversation().customer().email());
        words.put("notes", transcript.notes());
        words.put("other", other());
        words.put("at", time(transcript.at()));
        words.put("by", transcript.member().name());
        words.put("zone", transcript.store().timeZone().getId());
        return BEGINNING.instance().data(words).render();
    }

    /// A closed thread and the one in which it goes on are two transcripts.
    private @Nullable String other() {
        if (transcript.conversation().continued() != null) {
            return "This conversation goes on in a newer one.";
        }
        return transcript.conversation().continues() != null
                ? "An earlier conversation went on in this one. Its transcript is one of its own."
                : null;
    }

    private String line(Transcripts.Line of) {
        Message line = of.message();
        Map<String, @Nullable Object> words = new HashMap<>();
        String author = TranscriptAuthors.author(transcript, line);
        words.put("kind", line.kind().word());
        words.put("author", author == null ? "Automatic reply" : author);
        words.put("isNote", line.kind() == MessageKind.NOTE);
        words.put("text", line.text().isEmpty() ? null : line.text());
        words.put("cards", line.cards().stream().map(TranscriptPage::card).toList());
        words.put("files", line.attachments().stream().map(TranscriptPage::file).toList());
        words.put("mail", mail(of));
        words.put("event", line.event() == null ? null : events.words(author, line.event()));
        words.put("time", time(line.sentAt()));
        words.put("at", line.sentAt().toString());
        return LINE.instance().data(words).render();
    }

    /// How it came, or how it went, by e-mail.
    private List<String> mail(Transcripts.Line line) {
        String email = line.message().email();
        Emailed emailed = line.emailed();
        if (email != null) {
            return transcript.notes() ? mail.came(email) : List.of(TranscriptMail.BY_EMAIL);
        }
        return emailed == null
                ? List.of()
                : List.of(
                        "E-mailed to %s, %s"
                                .formatted(emailed.recipient(), time(emailed.sentAt())));
    }

    private static String card(Card card) {
        return switch (card) {
            case Card.OfProduct product ->
                    "Product: %s, %s%s%s"
                            .formatted(
                                    product.title(),
                                    Prices.written(
                                            product.price(), product.currency(), Locale.ENGLISH),
                                    product.available() ? "" : ", sold out",
                                    product.url() == null ? "" : ", " + product.url());
            case Card.OfDiscount discount ->
                    "Discount code: %s%s"
                            .formatted(
                                    discount.code(),
                                    discount.text() == null ? "" : ", " + discount.text());
        };
    }

    /// Files are not in the page: it names them.
    private static String file(Attachment file) {
        String alt = file.alt();
        return "%s: %s, %d kB%s"
                .formatted(
                        file.kind() == AttachmentKind.IMAGE ? "Image" : "Video",
                        file.name(),
                        Math.ceilDiv(file.size(), BYTES_PER_KB),
                        alt == null ? "" : " (" + alt + ")");
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(transcript.store().timeZone()));
    }

    private static Template template(String name) {
        return ENGINE.parse(file(name), Variant.forContentType(Variant.TEXT_HTML));
    }

    private static String file(String name) {
        try (InputStream file =
                TranscriptPage.class.getResourceAsStream("/templates/transcript/" + name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
