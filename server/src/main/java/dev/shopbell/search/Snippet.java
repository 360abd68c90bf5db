package dev.shopbell.search;

import dev.shopbell.search.SearchText.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The part of a text in which something was found, on one line, in pieces: those that were found
/// and those between them. Pieces, so that nobody has to read markup.
public record Snippet(List<Part> parts) {

    /// A piece of text; `hit` when it is what was looked for.
    public record Part(String text, boolean hit) {}

    private static final int BEFORE = 40;
    private static final int LENGTH = 160;
    private static final String CUT = "…";

    public Snippet {
        parts = List.copyOf(parts);
    }

    static Snippet of(String text, SearchTerms sought) {
        BitSet found = found(text, sought);
        int first = Math.max(0, found.nextSetBit(0));
        int start = first <= BEFORE ? 0 : wordAfter(text, first - BEFORE, first);
        int end = Math.min(text.length(), start + LENGTH);
        if (end < text.length()) {
            end = wordBefore(text, end, Math.max(start + 1, found.nextClearBit(first)));
        }
        List<Part> parts = new ArrayList<>();
        if (start > 0) {
            add(parts, CUT, false);
        }
        int at = start;
        while (at < end) {
            boolean hit = found.get(at);
            int next = hit ? found.nextClearBit(at) : found.nextSetBit(at);
            int until = next < 0 ? end : Math.min(next, end);
            add(parts, text.substring(at, until).replaceAll("\\s+", " "), hit);
            at = until;
        }
        if (end < text.length()) {
            add(parts, CUT, false);
        }
        return new Snippet(parts);
    }

    private static void add(List<Part> parts, String text, boolean hit) {
        if (!parts.isEmpty() && parts.getLast().hit() == hit) {
            Part last = parts.removeLast();
            parts.add(new Part(last.text() + text, hit));
        } else {
            parts.add(new Part(text, hit));
        }
    }

    /// Every place at which a term stands, in full.
    private static BitSet found(String text, SearchTerms sought) {
        List<Word> words = SearchText.words(text);
        BitSet found = new BitSet(text.length());
        int last = sought.terms().size() - 1;
        for (int n = 0; n <= last; n++) {
            List<Word> term = SearchText.words(sought.terms().get(n));
            boolean goesOn = n == last && sought.lastGoesOn();
            for (int at = 0; at + term.size() <= words.size(); at++) {
                if (standsAt(term, words.subList(at, at + term.size()), goesOn)) {
                    found.set(words.get(at).start(), words.get(at + term.size() - 1).end());
                }
            }
        }
        return found;
    }

    private static boolean standsAt(List<Word> term, List<Word> words, boolean goesOn) {
        for (int n = 0; n < term.size(); n++) {
            String wanted = term.get(n).word();
            String word = words.get(n).word();
            boolean isBeginning = goesOn && n == term.size() - 1 && word.startsWith(wanted);
            if (!isBeginning && !word.equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    private static int wordAfter(String text, int from, int limit) {
        int at = from;
        while (at < limit && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < limit ? at + 1 : whole(text, from);
    }

    private static int wordBefore(String text, int from, int limit) {
        int at = from;
        while (at > limit && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at > limit ? at : Math.min(text.length(), whole(text, from));
    }

    /// Not between the two halves of a character.
    private static int whole(String text, int at) {
        return at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }
}
