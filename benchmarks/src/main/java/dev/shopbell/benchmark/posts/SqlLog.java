package dev.shopbell.benchmark.posts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads statements out of PostgreSQL's log, as `log_statement = all` writes it.
final class SqlLog {

    /// A statement with the values of its parameters; null is NULL.
    record Executed(String text, List<@Nullable String> values) {}

    // "2026-11-22 18:10:00.123 GMT [4711] LOG:  execute S_1: SELECT …", up to the next such line.
    private static final Pattern ENTRY =
            Pattern.compile(
                    "^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(\\d+)\\] ([A-Z]+):  (.*?)"
                            + "(?=^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[|\\z)",
                    Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern EXECUTED =
            Pattern.compile("(?:statement|execute [^:]+): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    private SqlLog() {}

    /// The statements of the transaction in which `words` was a parameter, without BEGIN and
    /// COMMIT. What a connection did outside transactions is nobody's.
    static List<Executed> transactionWith(String words, String log) {
        Map<String, List<Executed>> open = new HashMap<>(); // by process
        Matcher entry = ENTRY.matcher(log);
        while (entry.find()) {
            String process = entry.group(1);
            String said = entry.group(3).strip();
            Matcher executed = EXECUTED.matcher(said);
            if (entry.group(2).equals("LOG") && executed.matches()) {
                String text = executed.group(1).strip();
                if (text.equals("BEGIN")) {
                    open.put(process, new ArrayList<>());
                } else if (text.equals("COMMIT")) {
                    List<Executed> whole = open.remove(process);
                    if (whole != null
                            && whole.stream().anyMatch(each -> each.values().contains(words))) {
                        return whole;
                    }
                } else if (text.equals("ROLLBACK")) {
                    open.remove(process);
                } else if (open.containsKey(process)) {
                    open.get(process).add(new Executed(text, List.of()));
                }
            } else if (entry.group(2).equals("DETAIL") && open.containsKey(process)) {
                List<Executed> statements = open.get(process);
                Executed last = statements.removeLast();
                statements.add(new Executed(last.text(), valuesIn(said)));
            }
        }
        throw new IllegalStateException("PostgreSQL logged no transaction with " + words);
    }

    private static List<@Nullable String> valuesIn(String detail) {
        List<@Nullable String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(detail);
        while (value.find()) {
            String text = value.group(1);
            values.add(text == null ? null : text.replace("''", "'"));
        }
        return values;
    }
}
