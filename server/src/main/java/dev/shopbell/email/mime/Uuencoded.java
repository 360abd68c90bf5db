package dev.shopbell.email.mime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files that old programs write into the text itself: after a line `begin 644 mug.png`, line by
/// line with its length in front, to a line `end`. What only begins so is text.
final class Uuencoded {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.*)");
    private static final int SIX_BITS = 0x3F;
    private static final int FIRST = ' ';
    private static final int LAST = '`';

    /// Too few to be sure that it is none of somebody's words, where its end is missing.
    private static final int SURE = 3;

    private final String[] lines;
    private final boolean isCutOff;
    private final StringBuilder rest = new StringBuilder();
    private final List<Coded> files = new ArrayList<>();

    private Uuencoded(String text, boolean isCutOff) {
        this.lines = text.split("\n", -1);
        this.isCutOff = isCutOff;
    }

    /// @param isWhole false when its end was not there any more
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Coded(String name, byte[] content, boolean isWhole) {}

    /// @param rest the text without them
    record Found(String rest, List<Coded> files) {
        Found {
            files = List.copyOf(files);
        }
    }

    /// @param isCutOff whether the text went on
    static Found in(String text, boolean isCutOff) {
        if (!text.startsWith("begin ") && !text.contains("\nbegin ")) {
            return new Found(text, List.of());
        }
        return new Uuencoded(text, isCutOff).search();
    }

    private Found search() {
        int at = 0;
        while (at < lines.length) {
            Matcher begin = BEGIN.matcher(lines[at]);
            int after = begin.matches() ? take(begin.group(1).strip(), at + 1) : at;
            if (after == at) {
                rest.append(lines[at]).append(at + 1 < lines.length ? "\n" : "");
                after = at + 1;
            }
            at = after;
        }
        return new Found(rest.toString(), files);
    }

    /// The line after the file's end, or that before its first one where it is none.
    private int take(String name, int first) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = first;
        byte[] decoded = decoded(at);
        while (decoded != null && decoded.length > 0) {
            content.writeBytes(decoded);
            decoded = decoded(++at);
        }
        int end = decoded == null ? at : at + 1;
        if (end < lines.length && lines[end].strip().equals("end") && content.size() > 0) {
            files.add(new Coded(name, content.toByteArray(), true));
            return end + 1;
        }
        // The last line may be half of one.
        if (isCutOff && at >= lines.length - 1 && at - first >= SURE) {
            files.add(new Coded(name, content.toByteArray(), false));
            return lines.length;
        }
        return first - 1;
    }

    /// Null when it is no line of a file; empty when it is the one after the last.
    private byte @Nullable [] decoded(int at) {
        if (at >= lines.length) {
            return null;
        }
        String line = lines[at];
        int length = line.isEmpty() ? 0 : (line.charAt(0) - FIRST) & SIX_BITS;
        int letters = (length + 2) / 3 * 4;
        // One more may check the line; blanks at its end may be lost.
        boolean fits = line.length() - 1 <= letters + 1 && isCoded(line);
        if (!fits || line.stripTrailing().length() * 2 < letters) {
            return null;
        }
        byte[] bytes = new byte[length];
        for (int each = 0; each < length; each++) {
            int group = 1 + each / 3 * 4;
            int shift = each % 3;
            int high = bits(line, group + shift) << (2 * shift + 2);
            int low = bits(line, group + shift + 1) >> (4 - 2 * shift);
            bytes[each] = (byte) (high | low);
        }
        return bytes;
    }

    private static boolean isCoded(String line) {
        return line.chars().allMatch(letter -> letter >= FIRST && letter <= LAST);
    }

    private static int bits(String line, int at) {
        return at < line.length() ? (line.charAt(at) - FIRST) & SIX_BITS : 0;
    }
}
