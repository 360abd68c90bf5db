package dev.shopbell.email.mime;

import java.util.regex.Pattern;

/// What may remain of the characters of a mail, so that it can be stored and shown.
final class Characters {

    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

    private Characters() {}

    /// Without control characters but line ends and tabs, and without halves of surrogate pairs.
    static String text(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i >= raw.length() || raw.charAt(i) != '\n') {
                    text.append('\n');
                }
            } else if (c == '\n' || c == '\t' || !isHarmful(c)) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    /// The same on one line.
    static String line(String raw) {
        return BLANKS.matcher(text(raw)).replaceAll(" ").strip();
    }

    /// At most so many code points.
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static boolean isHarmful(int c) {
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE
                || c == 0xFFFF
                || c == 0xFEFF;
    }
}
