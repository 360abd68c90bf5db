package dev.shopbell.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A header that has a value and parameters, like Content-Type: with quotes, and with the names in
/// pieces and other character sets of RFC 2231.
final class Parameters {

    private static final int MOST_CHARACTERS = 1 << 14;
    private static final int MOST_PIECES = 200;

    private final String header;
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, SortedMap<Integer, Piece>> pieces = new HashMap<>();
    private int position;
    private String value = "";

    private record Piece(String text, boolean isEncoded) {}

    private Parameters(String header) {
        this.header = header.substring(0, Math.min(header.length(), MOST_CHARACTERS));
    }

    static Parameters of(String header) {
        Parameters parameters = new Parameters(header);
        parameters.read();
        return parameters;
    }

    /// In lower case.
    String value() {
        return value;
    }

    /// What a parameter says, decoded, or null when it is not there.
    @Nullable String get(String name) {
        SortedMap<Integer, Piece> found = pieces.get(name);
        return found != null ? joined(found) : plain.get(name);
    }

    private void read() {
        value = next(';').strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < MOST_PIECES && position < header.length(); i++) {
            String name = next('=').strip().toLowerCase(Locale.ROOT);
            if (name.contains(";")) {
                name = name.substring(name.lastIndexOf(';') + 1).strip();
            }
            keep(name, next(';'));
        }
    }

    private void keep(String name, String text) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, text);
            return;
        }
        boolean isEncoded = name.endsWith("*");
        String number = name.substring(star + 1).replace("*", "");
        if (number.length() > 3 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        pieces.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                .putIfAbsent(
                        number.isEmpty() ? 0 : Integer.parseInt(number),
                        new Piece(text, isEncoded));
    }

    /// Without the blanks around it, but those within quotes.
    private String next(char end) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        int firm = 0;
        while (position < header.length()) {
            char c = header.charAt(position++);
            if (c == '"') {
                quoted = !quoted;
                firm = text.length();
            } else if (quoted && c == '\\' && position < header.length()) {
                text.append(header.charAt(position++));
            } else if (!quoted && c == end) {
                break;
            } else if (quoted || c != ' ' || !text.isEmpty()) {
                text.append(c);
            }
        }
        while (text.length() > firm && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private static String joined(SortedMap<Integer, Piece> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Charset charset = StandardCharsets.UTF_8;
        boolean first = true;
        for (Piece piece : pieces.values()) {
            String text = piece.text();
            int language = text.indexOf('\'');
            int rest = text.indexOf('\'', language + 1);
            if (first && piece.isEncoded() && language >= 0 && rest > language) {
                charset = MailCharsets.named(text.substring(0, language)).orElse(charset);
                text = text.substring(rest + 1);
            }
            bytes.writeBytes(piece.isEncoded() ? unescaped(text, charset) : text.getBytes(charset));
            first = false;
        }
        return bytes.toString(charset);
    }

    private static byte[] unescaped(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (c == '%' && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(charset));
            }
        }
        return bytes.toByteArray();
    }
}
