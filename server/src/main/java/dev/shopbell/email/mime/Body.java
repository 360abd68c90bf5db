package dev.shopbell.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The text of a mail as it is put together from its parts: what is offered as plain text and as
/// HTML counts once, and parts that follow each other are read one after the other.
final class Body {

    private final List<Section> sections = new ArrayList<>();

    /// Parts of the same `alternative` are versions of each other.
    private static final class Section {
        private final int alternative;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();

        private Section(int alternative) {
            this.alternative = alternative;
        }

        private String asText() {
            return isBlank(text) && !html.isEmpty()
                    ? HtmlLines.text(html.toString())
                    : text.toString();
        }

        private String asHtml() {
            return html.isEmpty()
                    ? "<div style=\"white-space:pre-wrap\">" + escaped(text) + "</div>"
                    : html.toString();
        }
    }

    boolean isEmpty() {
        return sections.isEmpty();
    }

    void addText(int alternative, String text) {
        append(section(alternative).text, text);
    }

    void addHtml(int alternative, String html) {
        append(section(alternative).html, html);
    }

    String text() {
        return sections.stream()
                .map(Section::asText)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /// Null when all of it is plain text.
    @Nullable String html() {
        return sections.stream().allMatch(section -> section.html.isEmpty())
                ? null
                : sections.stream().map(Section::asHtml).collect(Collectors.joining("\n"));
    }

    private Section section(int alternative) {
        boolean goesOn = !sections.isEmpty() && sections.getLast().alternative == alternative;
        if (!goesOn || alternative < 0) {
            sections.add(new Section(alternative));
        }
        return sections.getLast();
    }

    private static void append(StringBuilder before, String more) {
        if (!before.isEmpty()) {
            before.append('\n');
        }
        before.append(more);
    }

    private static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Character::isWhitespace);
    }

    private static String escaped(CharSequence text) {
        return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
