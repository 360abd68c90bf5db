package dev.shopbell.email.mime;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// By which words, in which languages, mail programs put the mail that is answered below an answer.
/// The words themselves are in [QuoteWords].
final class QuoteSigns {

    private static final int LONGEST = 400;
    private static final int MOST_ATTRIBUTION_LINES = 4;
    private static final int HEADER_LINES = 9;

    private static final Pattern RULE = Pattern.compile("[-_=*\\s]*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u3000]+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF*]");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern MOMENT =
            Pattern.compile("\\p{Nd}{1,2}[:.h]\\p{Nd}{2}|(?:19|20)\\p{Nd}{2}");

    /// Of a day, and no part of a date.
    private static final Pattern TIME =
            Pattern.compile("(?<![\\p{Nd}.])\\p{Nd}{1,2}[:.h時시]\\s?\\p{Nd}{2}(?![\\p{Nd}.])");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@()]@[^\\s<>@()]+\\.");

    private QuoteSigns() {}

    /// Whether the line and all below it are the mail that is answered, or one that is passed on.
    static boolean startsTheRest(List<Line> lines, int i) {
        String line = normal(lines.get(i));
        return !line.isEmpty()
                && (QuoteWords.ORIGINAL.matcher(line).matches()
                        || QuoteWords.FORWARDED.matcher(line).matches()
                        || isHeaderBlock(lines, i));
    }

    /// How many lines from here say "On … somebody wrote:", none if they do not.
    static int attribution(List<Line> lines, int i) {
        StringBuilder joined = new StringBuilder();
        for (int k = 0; k < MOST_ATTRIBUTION_LINES && i + k < lines.size(); k++) {
            String line = normal(lines.get(i + k));
            if (line.isEmpty()
                    || lines.get(i + k).depth() > 0
                    || (k == 1 && !goesOn(joined, line))) {
                return 0;
            }
            joined.append(k == 0 ? "" : " ").append(line);
            if (joined.length() > LONGEST) {
                return 0;
            }
            if (isAttribution(joined.toString())) {
                return k + 1;
            }
        }
        return 0;
    }

    static boolean isRule(String line) {
        return RULE.matcher(line).matches();
    }

    static boolean isSignatureRule(String line) {
        return line.strip().equals("--");
    }

    /// What phones and free mail programs put below what somebody wrote.
    static boolean isMobileSignature(String line) {
        String normal = normal(line);
        return !normal.isEmpty() && QuoteWords.MOBILE.matcher(normal).matches();
    }

    /// "See my answers below": then they are in what would be folded away.
    static boolean announcesAnswersBelow(String text) {
        return QuoteWords.BELOW.matcher(BLANKS.matcher(text).replaceAll(" ")).find();
    }

    /// Whether the first line of several belongs to them: it names the moment, or its address
    /// follows. What somebody wrote just above must not be taken for the beginning.
    private static boolean goesOn(CharSequence first, String second) {
        return MOMENT.matcher(first).find() || second.startsWith("<") || second.startsWith("(<");
    }

    private static boolean isAttribution(String line) {
        if (!line.endsWith(":") && !line.endsWith("：")) {
            return false;
        }
        String words = line.substring(0, line.length() - 1).strip();
        return (DIGIT.matcher(words).find() && QuoteWords.ATTRIBUTION.matcher(words).matches())
                || (ADDRESS.matcher(words).find() && MOMENT.matcher(words).find());
    }

    /// Whether header lines of a mail stand here, as programs write them. Whoever has something
    /// carried from here to there on a day labels lines, too, but names no address and no subject
    /// with the time of day.
    private static boolean isHeaderBlock(List<Line> lines, int i) {
        if (label(lines.get(i)).filter(Label.FROM::equals).isEmpty()) {
            return false;
        }
        Map<Label, String> found = new EnumMap<>(Label.class);
        for (int k = i; k < Math.min(lines.size(), i + HEADER_LINES); k++) {
            String line = normal(lines.get(k));
            label(lines.get(k)).ifPresent(label -> found.putIfAbsent(label, line));
        }
        return found.size() >= 3
                && (ADDRESS.matcher(found.getOrDefault(Label.FROM, "")).find()
                        || (found.containsKey(Label.SUBJECT)
                                && TIME.matcher(found.getOrDefault(Label.DATE, "")).find()));
    }

    enum Label {
        FROM,
        DATE,
        TO,
        SUBJECT,
        COPY
    }

    private static Optional<Label> label(Line line) {
        String text = normal(line);
        int colon = colon(text);
        return colon < 0 ? Optional.empty() : QuoteWords.label(text.substring(0, colon).strip());
    }

    private static int colon(String text) {
        int narrow = text.indexOf(':');
        int wide = text.indexOf('：');
        return narrow < 0 || wide < 0 ? Math.max(narrow, wide) : Math.min(narrow, wide);
    }

    private static String normal(Line line) {
        return normal(line.text());
    }

    /// With single blanks and without what cannot be seen; nothing when it is too long to be a
    /// sign.
    private static String normal(String text) {
        return text.length() > LONGEST
                ? ""
                : BLANKS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }
}
