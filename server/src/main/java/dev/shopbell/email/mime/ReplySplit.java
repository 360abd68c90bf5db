package dev.shopbell.email.mime;

import dev.shopbell.email.mime.Line.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides line by line what is new: first what each line is, then whether the answers stand above,
/// below or between what they answer.
final class ReplySplit {

    private static final int LONGEST_SIGNATURE = 15;
    private static final int MOST_QUOTED_LINES = 12;
    private static final int SHOWN_OF_MORE = 6;
    private static final int SHORT = 400;

    private final List<Line> lines;
    private final Kind[] kinds;

    private enum Kind {
        OWN,
        QUOTE,
        ATTRIBUTION,
        SIGNATURE
    }

    ReplySplit(List<Line> lines) {
        this.lines = lines;
        kinds = new Kind[lines.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(lines.get(i));
        }
    }

    QuotedReply split(int most) {
        findQuotations();
        findSignatures();
        boolean[] shown = shown();
        boolean isOnlyQuoted = isBlank(shown);
        if (isOnlyQuoted) {
            for (int i = 0; i < shown.length; i++) {
                shown[i] = kinds[i] == Kind.OWN || kinds[i] == Kind.SIGNATURE;
            }
        }
        if (isBlank(shown)) {
            Arrays.fill(shown, true);
        }
        String visible = visible(shown);
        String cut = Characters.cut(visible, most);
        return new QuotedReply(
                cut.strip(),
                folded(shown),
                isOnlyQuoted && Arrays.asList(kinds).contains(Kind.QUOTE),
                cut.length() < visible.length(),
                foldedPictures(shown));
    }

    private static Kind kind(Line line) {
        if (line.depth() > 0) {
            return Kind.QUOTE;
        }
        return switch (line.mark()) {
            case NONE -> Kind.OWN;
            case ATTRIBUTION -> Kind.ATTRIBUTION;
            case SIGNATURE -> Kind.SIGNATURE;
            case REST_IS_QUOTED -> Kind.QUOTE;
        };
    }

    private void findQuotations() {
        for (int i = 0; i < kinds.length; i++) {
            if (lines.get(i).mark() == Mark.REST_IS_QUOTED
                    || (kinds[i] != Kind.QUOTE && QuoteSigns.startsTheRest(lines, i))) {
                restIsQuoted(i);
                return;
            }
            int attribution = kinds[i] == Kind.OWN ? QuoteSigns.attribution(lines, i) : 0;
            if (attribution > 0) {
                int next = nextSeen(i + attribution);
                if (next < kinds.length && kinds[next] != Kind.QUOTE) {
                    restIsQuoted(i);
                    return;
                }
                Arrays.fill(kinds, i, i + attribution, Kind.ATTRIBUTION);
            }
        }
    }

    /// With the rules and blank lines just above it.
    private void restIsQuoted(int from) {
        int start = from;
        while (start > 0
                && kinds[start - 1] == Kind.OWN
                && QuoteSigns.isRule(lines.get(start - 1).text())) {
            start--;
        }
        Arrays.fill(kinds, start, kinds.length, Kind.QUOTE);
    }

    /// From the bottom up, so that it is known what stands below a line of the same run of words.
    private void findSignatures() {
        int end = kinds.length;
        int below = 0;
        for (int i = kinds.length - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (kinds[i] != Kind.OWN) {
                end = i;
                below = 0;
            } else if (QuoteSigns.isSignatureRule(line.text()) && below <= LONGEST_SIGNATURE) {
                Arrays.fill(kinds, i, end, Kind.SIGNATURE);
                end = i;
                below = 0;
            } else if (below == 0 && QuoteSigns.isMobileSignature(line.text())) {
                kinds[i] = Kind.SIGNATURE;
                end = i;
            } else if (!line.isBlank()) {
                below++;
            }
        }
    }

    private boolean[] shown() {
        boolean[] shown = new boolean[kinds.length];
        int last = -1;
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < kinds.length; i++) {
            shown[i] = kinds[i] == Kind.OWN;
            if (shown[i] && !lines.get(i).isBlank()) {
                last = i;
                own.append(lines.get(i).text()).append('\n');
            }
        }
        if (own.length() <= SHORT && QuoteSigns.announcesAnswersBelow(own.toString())) {
            Arrays.fill(shown, true);
        } else if (isInterleaved(last)) {
            showAnswered(shown, last);
        }
        return shown;
    }

    /// Whether quoted lines with words of their own above them have some below them too, or several
    /// quotations are answered one by one.
    private boolean isInterleaved(int last) {
        int quotations = 0;
        boolean above = false;
        boolean inQuotation = false;
        for (int i = 0; i < last; i++) {
            if (kinds[i] == Kind.QUOTE) {
                quotations += inQuotation || lines.get(i).isBlank() ? 0 : 1;
                inQuotation = inQuotation || !lines.get(i).isBlank();
            } else if (kinds[i] == Kind.OWN && !lines.get(i).isBlank()) {
                above = above || quotations == 0;
                inQuotation = false;
            }
        }
        return quotations > 1 || (quotations == 1 && above);
    }

    /// Of a long quotation the lines next to the answer.
    private void showAnswered(boolean[] shown, int last) {
        int end = last;
        while (end > 0) {
            while (end > 0 && kinds[end - 1] != Kind.QUOTE) {
                end--;
            }
            int start = end;
            while (start > 0 && kinds[start - 1] == Kind.QUOTE) {
                start--;
            }
            int most = seen(start, end) > MOST_QUOTED_LINES ? SHOWN_OF_MORE : MOST_QUOTED_LINES;
            for (int i = end - 1, kept = 0; i >= start && kept < most; i--) {
                shown[i] = true;
                kept += lines.get(i).isBlank() ? 0 : 1;
            }
            end = start;
        }
    }

    private int nextSeen(int from) {
        int next = from;
        while (next < kinds.length && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    private int seen(int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen += lines.get(i).isBlank() ? 0 : 1;
        }
        return seen;
    }

    private boolean isBlank(boolean[] shown) {
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] && !lines.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// With one blank line where there were more.
    private String visible(boolean[] shown) {
        return joined(shown, true).replaceAll("\n{3,}", "\n\n").strip();
    }

    private String folded(boolean[] shown) {
        return joined(shown, false).strip();
    }

    private String joined(boolean[] shown, boolean which) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] == which) {
                texts.add(lines.get(i).quoted().stripTrailing());
            }
        }
        return String.join("\n", texts);
    }

    private Set<String> foldedPictures(boolean[] shown) {
        Set<String> folded = new HashSet<>();
        Set<String> visible = new HashSet<>();
        for (int i = 0; i < shown.length; i++) {
            (shown[i] ? visible : folded).addAll(lines.get(i).pictures());
        }
        folded.removeAll(visible);
        return folded;
    }
}
