package dev.shopbell.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Text as search compares it: small letters without accents, no punctuation. The same as
/// `search_text` in SQL, which a test compares; in addition it knows where each word stood.
final class SearchText {

    /// A word as it is compared, and the part of the text it was written as.
    record Word(String word, int start, int end) {}

    private static final IntPredicate IS_DROPPED =
            oneOf(
                    "\\u00AD\\u0300-\\u036F\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A"
                            + "\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u200B-\\u200F\\u202A-\\u202E"
                            + "\\u2060-\\u2064\\uFE00-\\uFE0F\\uFEFF");
    private static final IntPredicate IS_BLANK =
            oneOf(
                    "\\x00-\\x20!-/:-@\\[-`{-\\x7F\\u0080-\\u00A9\\u00AB-\\u00B1\\u00B4\\u00B6-\\u00B9\\u00BB\\u00BF"
                            + "\\u00D7\\u00F7\\u060C\\u061B\\u061F\\u066A-\\u066D\\u06D4\\u2000-\\u206F"
                            + "\\u20A0-\\u20CF\\u2190-\\u25FF\\u3000-\\u3004\\u3008-\\u3020\\u3030");

    /// Of scripts that put no blanks between words: each stands for itself.
    private static final IntPredicate STANDS_APART =
            oneOf(
                    "\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2600-\\u27BF\\u3005-\\u3007\\u3041-\\u30FF"
                            + "\\u3400-\\u4DBF\\u4E00-\\u9FFF\\x{1F000}-\\x{1FAFF}\\x{20000}-\\x{3FFFF}");

    private static final String OTHER_FORMS = "łøđħıςىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
    private static final String PLAIN_FORMS = "lodhiσيه01234567890123456789";

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int start;
    private int end;

    private SearchText() {}

    static List<Word> words(String written) {
        SearchText text = new SearchText();
        int at = 0;
        while (at < written.length()) {
            int letter = written.codePointAt(at);
            int next = at + Character.charCount(letter);
            text.read(letter, at, next);
            at = next;
        }
        text.close();
        return text.words;
    }

    private void read(int letter, int from, int to) {
        String signs =
                Normalizer.normalize(
                        Character.toString(Character.toLowerCase(letter)), Normalizer.Form.NFKD);
        signs.codePoints()
                .forEach(sign -> {
                    if (IS_DROPPED.test(sign)) {
                        end = open.isEmpty() ? end : to;
                    } else if (IS_BLANK.test(sign)) {
                        close();
                    } else if (STANDS_APART.test(sign)) {
                        close();
                        extend(sign, from, to);
                        close();
                    } else {
                        extend(plain(sign), from, to);
                    }
                });
    }

    private void extend(int sign, int from, int to) {
        start = open.isEmpty() ? from : start;
        end = to;
        open.appendCodePoint(sign);
    }

    private void close() {
        if (!open.isEmpty()) {
            words.add(new Word(open.toString(), start, end));
            open.setLength(0);
        }
    }

    private static int plain(int sign) {
        int at = OTHER_FORMS.indexOf(sign);
        return at < 0 ? sign : PLAIN_FORMS.charAt(at);
    }

    private static IntPredicate oneOf(String signs) {
        Pattern pattern = Pattern.compile("[" + signs + "]");
        return sign -> pattern.matcher(Character.toString(sign)).matches();
    }
}
