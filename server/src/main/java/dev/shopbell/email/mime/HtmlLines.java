package dev.shopbell.email.mime;

import dev.shopbell.email.mime.Line.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// Reads HTML as somebody sees it: line by line, without what is hidden.
final class HtmlLines implements NodeFilter {

    private static final int DEEPEST = 128;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_EMOJI = 16;
    private static final Set<String> BLOCKS =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "center",
                    "dd",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figure",
                    "footer",
                    "form",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hr",
                    "html",
                    "li",
                    "main",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "summary",
                    "table",
                    "tbody",
                    "tfoot",
                    "thead",
                    "tr",
                    "ul");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private List<String> pictures = new ArrayList<>();
    private int depth;
    private int attributions;
    private int signatures;
    private int preformatted;
    private final Deque<Integer> lists = new ArrayDeque<>();
    private boolean isAtBullet;

    private HtmlLines() {}

    static List<Line> of(String html) {
        HtmlLines reader = new HtmlLines();
        parsed(html).filter(reader);
        reader.endLine();
        return reader.lines;
    }

    static String text(String html) {
        return of(html).stream().map(Line::quoted).collect(Collectors.joining("\n")).strip();
    }

    static Document parsed(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST));
    }

    @Override
    public FilterResult head(Node node, int nesting) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (HtmlMarks.isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int nesting) {
        if (node instanceof Element element) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
        if (BLOCKS.contains(element.normalName())) {
            endLine();
        }
        if (HtmlMarks.startsTheRest(element)) {
            endLine();
            lines.add(new Line("", 0, Mark.REST_IS_QUOTED, List.of()));
        }
        depth += HtmlMarks.isQuotation(element) ? 1 : 0;
        attributions += HtmlMarks.isAttribution(element) ? 1 : 0;
        signatures += HtmlMarks.isSignature(element) ? 1 : 0;
        switch (element.normalName()) {
            case "br" -> newLine();
            case "ol" -> lists.push(0);
            case "ul" -> lists.push(-1);
            case "li" -> bullet();
            case "td", "th" -> separate();
            case "pre", "textarea" -> preformatted++;
            case "img" -> picture(element);
            default -> {}
        }
    }

    private void end(Element element) {
        if (element.normalName().equals("a")) {
            address(element);
        }
        if (BLOCKS.contains(element.normalName())) {
            endLine();
        }
        if (isParagraph(element)) {
            blankLine();
        }
        depth -= HtmlMarks.isQuotation(element) ? 1 : 0;
        attributions -= HtmlMarks.isAttribution(element) ? 1 : 0;
        signatures -= HtmlMarks.isSignature(element) ? 1 : 0;
        switch (element.normalName()) {
            case "pre", "textarea" -> preformatted--;
            case "ol", "ul" -> lists.poll();
            default -> {}
        }
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\f';
            if (preformatted > 0 && c == '\n') {
                newLine();
            } else if (preformatted > 0 || !isBlank) {
                line.append(c == '\u00A0' ? ' ' : c);
                isAtBullet = false;
            } else {
                separate();
            }
        }
    }

    private void separate() {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    /// Emoji were pictures once; a name of a picture is not what somebody said.
    private void picture(Element image) {
        String source = image.attr("src");
        if (source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
            pictures.add(source.substring(4).strip());
        }
        String alternative = image.attr("alt");
        if (alternative.length() <= LONGEST_EMOJI
                && alternative.codePoints().anyMatch(Character::isEmoji)
                && alternative.chars().noneMatch(c -> c < 0x7F)) {
            line.append(alternative);
        }
    }

    /// Where a link leads, unless that is what it is called.
    private void address(Element link) {
        String address = link.attr("href").strip();
        String scheme = address.toLowerCase(Locale.ROOT);
        String called = link.text().strip();
        if ((scheme.startsWith("http://") || scheme.startsWith("https://"))
                && address.length() <= LONGEST_ADDRESS
                && !called.isEmpty()
                && !bare(address).equals(bare(called))) {
            line.append(" (").append(address).append(')');
        }
    }

    private static String bare(String address) {
        return address.toLowerCase(Locale.ROOT).replaceAll("^https?://|/$", "");
    }

    private void bullet() {
        int last = lists.isEmpty() ? -1 : lists.pop();
        int number = last < 0 ? -1 : last + 1;
        lists.push(number);
        line.append(number < 0 ? "• " : number + ". ");
        isAtBullet = true;
    }

    private static boolean isParagraph(Element element) {
        return element.normalName().equals("p")
                && element.classNames().stream().noneMatch(name -> name.contains("MsoNormal"))
                && !HtmlMarks.style(element).matches(".*margin(?:-bottom)?:0.*");
    }

    private void endLine() {
        if (!isAtBullet && (!line.isEmpty() || !pictures.isEmpty())) {
            newLine();
        }
    }

    private void blankLine() {
        if (!lines.isEmpty() && !lines.getLast().isBlank()) {
            newLine();
        }
    }

    private void newLine() {
        Mark mark =
                signatures > 0 ? Mark.SIGNATURE : attributions > 0 ? Mark.ATTRIBUTION : Mark.NONE;
        lines.add(new Line(line.toString().strip(), depth, mark, List.copyOf(pictures)));
        line.setLength(0);
        isAtBullet = false;
        pictures = new ArrayList<>();
    }
}
