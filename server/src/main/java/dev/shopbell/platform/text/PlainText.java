package dev.shopbell.platform.text;

/// Text as people type it: what PostgreSQL and every browser can hold.
public final class PlainText {

    private PlainText() {}

    /// Whether every character can be stored and shown: no NUL, no half of a surrogate pair.
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /// How long a reader would say it is: code points, not UTF-16 units.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// On one line, at most `max` code points, for a preview.
    public static String shortened(String text, int max) {
        String line = text.strip().replaceAll("\\s+", " ");
        return length(line) <= max ? line : line.substring(0, line.offsetByCodePoints(0, max));
    }
}
