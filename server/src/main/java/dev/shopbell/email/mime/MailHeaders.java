package dev.shopbell.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/// The header fields of a mail or of a part, in their order.
public record MailHeaders(List<Field> fields) {

    /// Longer than any subject, and short enough to decode whatever is in it.
    private static final int MOST_DECODED = 4_096;

    public MailHeaders {
        fields = List.copyOf(fields);
    }

    /// On one line, as it was sent: encoded words are still encoded.
    record Field(String name, String value) {
        Field {
            name = name.strip().toLowerCase(Locale.ROOT);
            value = unfolded(value);
        }
    }

    /// The first of this name, as it was sent.
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name.toLowerCase(Locale.ROOT)))
                .map(Field::value)
                .findFirst();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equals(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /// The first of this name in lower case, or nothing.
    String lower(String name) {
        return first(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /// The first of this name as people read it, or nothing.
    String text(String name) {
        return decoded(first(name).orElse(""));
    }

    /// Encoded words (RFC 2047) as what they stand for, on one line and without what cannot be
    /// shown.
    static String decoded(String value) {
        String bounded = value.substring(0, Math.min(value.length(), MOST_DECODED));
        return Characters.line(
                DecoderUtil.decodeEncodedWords(
                        bounded,
                        DecodeMonitor.SILENT,
                        StandardCharsets.UTF_8,
                        MailCharsets.OVERRIDES));
    }

    private static String unfolded(String value) {
        StringBuilder line = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\r' && c != '\n' && c != 0) {
                line.append(c == '\t' ? ' ' : c);
            }
        }
        return line.toString().strip();
    }
}
