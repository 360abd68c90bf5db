package dev.shopbell.message.quickreply;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.shopbell.platform.http.RefusedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Quick replies as a CSV file: the columns `title`, `shortcut` and `text`, in any order, others
/// besides; commas, semicolons or tabs between them; line breaks within quotes.
final class QuickReplyFile {

    /// A quick reply and the line it begins on.
    record Line(long number, QuickReplyText content) {}

    /// Everything that can be read, and everything that cannot.
    record Read(List<Line> lines, List<Mistake> mistakes) {

        Read {
            lines = List.copyOf(lines);
            mistakes = List.copyOf(mistakes);
        }
    }

    private static final String COLUMNS_MISSING = "columns_missing";
    private static final String FIELD_MISSING = "field_missing";
    private static final String FILE_MALFORMED = "file_malformed";
    private static final String SHORTCUT_REPEATED = "shortcut_repeated";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of("title", "shortcut", "text");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int MOST_MISTAKES = 100;

    /// Where a spreadsheet would see a formula begin: with the cell, or behind what it may take for
    /// the end of one. There goes an apostrophe, which is taken off when the file is read; an
    /// apostrophe that stands there already gets one more. A line of a list, `- small`, is none.
    private static final String FORMULA =
            "(?:\\A%1$s(?='*[=+\\-@\\t\\r\\n＝＋－＠])"
                    + "|(?<=[;\\t\\r\\n])%1$s(?=[\"']*(?:[=@＝＠]|[+\\-＋－]\\S)))";

    private static final Pattern TO_ESCAPE = Pattern.compile(FORMULA.formatted(""));
    private static final Pattern ESCAPED = Pattern.compile(FORMULA.formatted("'"));

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> shortcuts = new HashSet<>();

    private QuickReplyFile() {}

    static String write(List<QuickReplyText> all) {
        StringWriter file = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file)) {
            csv.writeRecord(COLUMNS);
            for (QuickReplyText each : all) {
                csv.writeRecord(
                        Stream.of(each.title(), each.shortcut(), each.text())
                                .map(cell -> TO_ESCAPE.matcher(cell).replaceAll("'"))
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    static Read read(String csv) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        QuickReplyFile file = new QuickReplyFile();
        file.readAll(text, separator(text));
        return new Read(file.lines, file.mistakes.stream().limit(MOST_MISTAKES).toList());
    }

    /// The one that the first line has most of.
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = SEPARATORS.getFirst();
        for (char each : SEPARATORS) {
            best = count(first, each) > count(first, best) ? each : best;
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(each -> each == sign).count();
    }

    private void readAll(String text, char separator) {
        List<String> written = text.lines().toList();
        int at = 0;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                at = lineAfter(record);
                if (columns.isEmpty()) {
                    if (!readHead(record)) {
                        return;
                    }
                } else {
                    readLine(record);
                }
            }
            if (columns.isEmpty()) {
                mistakes.add(new Mistake(1, COLUMNS_MISSING, COLUMNS.getFirst()));
            }
        } catch (CsvParseException e) {
            // The next record is the one that cannot be read; blank lines are none.
            while (at < written.size() - 1 && written.get(at).isEmpty()) {
                at++;
            }
            mistakes.add(new Mistake(at + 1, FILE_MALFORMED, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Counted from 0.
    private static int lineAfter(CsvRecord record) {
        long breaks =
                record.getFields().stream()
                        .mapToLong(cell -> (cell + ".").lines().count() - 1)
                        .sum();
        return Math.toIntExact(record.getStartingLineNumber() + breaks);
    }

    private boolean readHead(CsvRecord record) {
        for (int at = 0; at < record.getFieldCount(); at++) {
            columns.putIfAbsent(record.getField(at).strip().toLowerCase(Locale.ROOT), at);
        }
        COLUMNS.stream()
                .filter(column -> !columns.containsKey(column))
                .forEach(column ->
                        mistakes.add(
                                new Mistake(
                                        record.getStartingLineNumber(), COLUMNS_MISSING, column)));
        return mistakes.isEmpty();
    }

    private void readLine(CsvRecord record) {
        long number = record.getStartingLineNumber();
        for (String column : COLUMNS) {
            if (columns.getOrDefault(column, 0) >= record.getFieldCount()) {
                mistakes.add(new Mistake(number, FIELD_MISSING, column));
                return;
            }
        }
        try {
            QuickReplyText content =
                    new QuickReplyText(
                            cell(record, "title"), cell(record, "shortcut"), cell(record, "text"));
            if (shortcuts.add(content.shortcut())) {
                lines.add(new Line(number, content));
            } else {
                mistakes.add(new Mistake(number, SHORTCUT_REPEATED, "shortcut"));
            }
        } catch (RefusedException e) {
            mistakes.add(new Mistake(number, e.refusal().code(), e.field()));
        }
    }

    private String cell(CsvRecord record, String column) {
        String cell = record.getField(columns.getOrDefault(column, 0));
        return ESCAPED.matcher(cell).replaceAll("");
    }
}
