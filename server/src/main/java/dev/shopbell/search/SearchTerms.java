package dev.shopbell.search;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody searches for: words and, in quotes, phrases, all of which are to be found.
/// Whatever is typed means something; signs mean nothing. `lastGoesOn`: the last word may be only
/// the beginning of one.
public record SearchTerms(List<String> terms, boolean lastGoesOn) {

    private static final int MAX_LENGTH = 200;
    private static final int LONGEST_NUMBER = 50;
    private static final int MOST_NUMBERS = 10;
    private static final Pattern SIGNS_AROUND =
            Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final String QUOTES = "\"“”„«»";

    public SearchTerms {
        terms = List.copyOf(terms);
    }

    /// Refuses what is blank or longer than 200 characters.
    public static SearchTerms of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > MAX_LENGTH
                || text.indexOf('\0') >= 0) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "q");
        }
        List<String> terms = new ArrayList<>();
        boolean quoted = false;
        boolean lastGoesOn = true;
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean ends = at == text.length();
            boolean quote = !ends && QUOTES.indexOf(text.charAt(at)) >= 0;
            if (ends || quote || (!quoted && Character.isWhitespace(text.charAt(at)))) {
                String term = text.substring(begin, at);
                if (!SearchText.words(term).isEmpty()) {
                    terms.add(term);
                    lastGoesOn = !(quoted && quote);
                }
                begin = at + 1;
            }
            quoted ^= quote;
        }
        return new SearchTerms(terms, lastGoesOn);
    }

    /// Orders that may be meant, as shops number them, in small letters: `1002` and `#1002` of each
    /// term with a digit in it, and of all terms as one. Signs around a number mean nothing.
    List<String> orderNumbers() {
        return Stream.concat(terms.stream(), Stream.of(String.join(" ", terms)))
                .map(term -> SIGNS_AROUND.matcher(term.toLowerCase(Locale.ROOT)).replaceAll(""))
                .filter(bare -> bare.length() <= LONGEST_NUMBER)
                .filter(bare -> bare.chars().anyMatch(Character::isDigit))
                .distinct()
                .limit(MOST_NUMBERS)
                .flatMap(bare -> Stream.of(bare, "#" + bare))
                .toList();
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }
}
