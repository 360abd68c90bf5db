package dev.shopbell.message.quickreply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of quick replies, as spreadsheets and people write them.
class QuickReplyFileTest {

    private static final String HEAD = "title,shortcut,text\n";

    @Test
    void aFileIsReadWithQuotedLineBreaksAndTheLinesItWasWrittenOn() {
        String written =
                """
                \uFEFFTitle,Shortcut,Text
                Returns,return,"You have 30 days.
                Print ""the"" label, please."

                Gift,/Gift,We wrap
                """;

        var read = QuickReplyFile.read(written.replace("\n", "\r\n"));

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.lines())
                .extracting(QuickReplyFile.Line::number, line -> line.content().shortcut())
                .containsExactly(tuple(2L, "return"), tuple(5L, "gift"));
        assertThat(read.lines().getFirst().content().text())
                .isEqualTo("You have 30 days.\r\nPrint \"the\" label, please.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,shortcut,text\nA,a,One\n",
                "title;shortcut;text\r\nA;a;One",
                "title\tshortcut\ttext\rA\ta\tOne\r",
                "\"text\",\"title\",\"more\",\"shortcut\"\n\"One\",\"A\",\"x\",\"a\"\n",
                " TITLE , Shortcut ,TEXT\nA,a,One,too much\n",
                "title,shortcut,text\n\n\nA,a,One\n\n"
            })
    void separatorsOrderAndLineBreaksMayBeOthers(String csv) {
        var read = QuickReplyFile.read(csv);

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.lines())
                .extracting(QuickReplyFile.Line::content)
                .containsExactly(new QuickReplyText("A", "a", "One"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                | 1 columns_missing title",
                "A,a,One                           | 1 columns_missing title",
                "title,text%A,One                  | 1 columns_missing shortcut",
                "title,shortcut,text%A,a           | 2 field_missing text",
                "title,shortcut,text%,a,One        | 2 title_empty title",
                "title,shortcut,text%t\u202egnp,a,One | 2 title_invalid title",
                "title,shortcut,text%A,two words,B | 2 shortcut_invalid shortcut",
                "title,shortcut,text%A,/,B         | 2 shortcut_invalid shortcut",
                "title,shortcut,text%A,a,          | 2 text_empty text",
                "title,shortcut,text%A,a,{customer.age} | 2 variable_unknown text",
                "title,shortcut,text%A,a,One%B,A,Two | 3 shortcut_repeated shortcut",
                "title,shortcut,text%A,a,\"One     | 2 file_malformed null",
                "title,shortcut,text%A,a,\"O%n\"%%\"B\"b,b,Two | 5 file_malformed null"
            })
    void whatIsWrongIsToldWithItsLine(String csv, String mistake) {
        var read = QuickReplyFile.read(csv.strip().replace('%', '\n'));

        assertThat(read.mistakes())
                .extracting(each -> each.line() + " " + each.code() + " " + each.field())
                .contains(mistake);
    }

    @Test
    void whatIsRightIsReadBesideWhatIsWrong() {
        var read = QuickReplyFile.read(HEAD + "A,a,One\nB,b b,Two\nC,c,\nD,d,Four\n");

        assertThat(read.lines()).extracting(QuickReplyFile.Line::number).containsExactly(2L, 5L);
        assertThat(read.mistakes()).extracting(Mistake::line).containsExactly(3L, 4L);
    }

    @Test
    void noCellIsAFormulaForASpreadsheet() {
        List<QuickReplyText> dangerous =
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''-1", "＝1", "=HYPERLINK(\"x\")")
                        .stream()
                        .map(text ->
                                new QuickReplyText(
                                        text,
                                        "a" + Math.floorMod(text.hashCode(), 1_000_000),
                                        text))
                        .toList();

        String csv = QuickReplyFile.write(dangerous);

        assertThat(csv).doesNotContainPattern("(^|[,\\n])\"?[=+\\-@＝]");
        assertThat(QuickReplyFile.read(csv).lines())
                .extracting(QuickReplyFile.Line::content)
                .containsExactlyElementsOf(dangerous);
    }

    /// A spreadsheet that takes other separators than ours makes other cells of the same file.
    @Test
    void noCellIsAFormulaWhereOtherSeparatorsCount() {
        List<QuickReplyText> dangerous =
                List.of(
                                "Hello;=HYPERLINK(\"http://evil.example\")",
                                "Hello;\"=HYPERLINK(1)",
                                "Hello\t@SUM(A1)",
                                "Hello;-1+1;+1",
                                "Hello;'=1",
                                "Hello\n=1+1",
                                "Hello\r\n=1+1",
                                "Hello\n＝1")
                        .stream()
                        .map(text ->
                                new QuickReplyText(
                                        "Title",
                                        "a" + Math.floorMod(text.hashCode(), 1_000_000),
                                        text))
                        .toList();

        String csv = QuickReplyFile.write(dangerous);

        assertThat(csv.split("[;\t\r\n]"))
                .allSatisfy(cell -> assertThat(cell).doesNotContainPattern("^\"*[=+\\-@＝＋－＠]"));
        assertThat(QuickReplyFile.read(csv).lines())
                .extracting(QuickReplyFile.Line::content)
                .containsExactlyElementsOf(dangerous);
    }

    @Test
    void aListOfLinesStaysAsItWasWritten() {
        QuickReplyText list = new QuickReplyText("Sizes", "sizes", "We have\n- small\n- large");

        assertThat(QuickReplyFile.write(List.of(list))).contains("We have\n- small\n- large");
    }

    @Test
    void whatIsWrittenIsReadAgainWhateverItIs() {
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            List<QuickReplyText> all = new ArrayList<>();
            for (int n = 0; n < random.nextInt(6); n++) {
                all.add(
                        new QuickReplyText(
                                "T" + title(random),
                                "s" + n,
                                "x" + mess(random) + "\n" + mess(random) + "y"));
                all.add(new QuickReplyText(title(random) + "T", "t" + n, mess(random) + "y"));
            }

            assertThat(QuickReplyFile.read(QuickReplyFile.write(all)).lines())
                    .extracting(QuickReplyFile.Line::content)
                    .containsExactlyElementsOf(all);
        }
    }

    /// Whatever bytes somebody calls a file: answered, with a line for every mistake.
    @Test
    void nonsenseIsAnsweredAndNotBroken() {
        Random random = new Random(4180);
        for (int round = 0; round < 2_000; round++) {
            String csv = (random.nextBoolean() ? HEAD : "") + mess(random) + mess(random);
            long written = csv.chars().filter(sign -> sign == '\n' || sign == '\r').count() + 1;

            var read = QuickReplyFile.read(csv);

            assertThat(read.mistakes())
                    .allMatch(mistake -> mistake.line() >= 1 && mistake.line() <= written);
        }
    }

    /// Nothing that turns the direction of text.
    private static String title(Random random) {
        return mess(random).replace("\u202e", "");
    }

    private static String mess(Random random) {
        String signs = "a,;\t\"'\n\r=+-@ é👍\\{}\u202e";
        int[] points = signs.codePoints().toArray();
        StringBuilder mess = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            mess.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return mess.toString();
    }
}
