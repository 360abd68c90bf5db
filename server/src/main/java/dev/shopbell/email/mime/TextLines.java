package dev.shopbell.email.mime;

import java.util.ArrayList;
import java.util.List;

/// The lines of plain text, whose quotations begin with `>`.
final class TextLines {

    private TextLines() {}

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line(line));
        }
        return lines;
    }

    private static Line line(String line) {
        int depth = 0;
        int position = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '>') {
                depth++;
                position = i + 1;
            } else if (line.charAt(i) != ' ' || (depth > 0 && i > position)) {
                break;
            }
        }
        String text = line.substring(position);
        return Line.plain(
                (depth > 0 && text.startsWith(" ") ? text.substring(1) : text).stripTrailing(),
                depth);
    }
}
