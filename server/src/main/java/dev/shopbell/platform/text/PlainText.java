package dev.shopbell.platform.text;

import java.util.regex.Pattern;

/// Text as people type it: what PostgreSQL and every browser can hold.
public final class PlainText {

    private static final Pattern ANY_BLANKS = Pattern.compile("(?U)\\s+");
    private static final int BYTE_ORDER_MARK = 0xFEFF; // a blank to browsers

    private PlainText() {}

    /// Whether every character can be stored and shown: no NUL, no half of a surrogate pair.
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /// A name on one line, and with single blanks.
    public static String name(String typed) {
        return shortened(typed, Integer.MAX_VALUE);
    }

    /// Whether it can stand in a sentence, a subject or a list: something to see, and nothing that
    /// breaks the line or turns the direction of what follows.
    public static boolean isName(String text) {
        return isVisible(text)
                && isStorable(text)
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || turns(c));
    }

    /// How long a reader would say it is: code points, not UTF-16 units.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Without the blanks around it, whichever blanks Unicode knows.
    public static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /// Whether there is anything to see in it: more than blanks, control characters and those that
    /// only steer how others are shown.
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(PlainText::isVisible);
    }

    /// On one line, at most `max` code points, for a preview.
    public static String shortened(String text, int max) {
        String line = ANY_BLANKS.matcher(stripped(text)).replaceAll(" ");
        return length(line) <= max ? line : line.substring(0, line.offsetByCodePoints(0, max));
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == BYTE_ORDER_MARK;
    }

    /// Whether something in it turns the direction of what stands around it.
    public static boolean turns(String text) {
        return text.codePoints().anyMatch(PlainText::turns);
    }

    private static boolean turns(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                    true;
            default -> false;
        };
    }

    private static boolean isVisible(int character) {
        return !isBlank(character)
                && switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
