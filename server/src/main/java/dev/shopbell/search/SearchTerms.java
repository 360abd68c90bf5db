package dev.shopbell.search;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What somebody searches for: words and, in quotes, phrases, all of which are to be found.
/// Whatever is typed means something; signs mean nothing. `lastGoesOn`: the last word may be only
/// the beginning of one.
public record SearchTerms(List<String> terms, boolean lastGoesOn) {

    private static final int MAX_LENGTH = 200;
    private static final int LONGEST_NUMBER = 50;
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

    /// The order that may be meant, as shops number them, in small letters: of one term with a
    /// digit in it, `1002` and `#1002`.
    List<String> orderNumbers() {
        if (terms.size() != 1) {
            return List.of();
        }
        String term = terms.getFirst().strip().toLowerCase(Locale.ROOT);
        String bare = term.startsWith("#") ? term.substring(1) : term;
        return bare.length() <= LONGEST_NUMBER && bare.chars().anyMatch(Character::isDigit)
                ? List.of(bare, "#" + bare)
                : List.of();
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }
}
