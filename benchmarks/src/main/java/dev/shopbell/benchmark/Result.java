package dev.shopbell.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one scenario measured: rows for people, and the same for programs.
public final class Result {

    private record Row(String what, double value, String unit, String budget) {}

    private final String scenario;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public Result(String scenario) {
        this.scenario = scenario;
    }

    public Result add(String what, double value, String unit) {
        return add(what, value, unit, "");
    }

    /// `budget` is what it should be, as `≥ 0.5`.
    public Result add(String what, double value, String unit, String budget) {
        rows.add(new Row(what, value, unit, budget));
        return this;
    }

    public Result remark(String sentence) {
        remarks.add(sentence);
        return this;
    }

    String markdown() {
        StringBuilder text = new StringBuilder("## " + scenario + "\n\n");
        text.append("| | measured | budget |\n|---|---|---|\n");
        for (Row row : rows) {
            text.append(
                    "| %s | %s %s | %s |\n"
                            .formatted(row.what, shown(row.value), row.unit, row.budget)
                            .replace("  |", " |"));
        }
        remarks.forEach(remark -> text.append("\n").append(remark).append("\n"));
        return text.toString();
    }

    void writeTo(ObjectNode node) {
        ArrayNode measured = node.putObject(scenario).putArray("measured");
        for (Row row : rows) {
            measured.addObject()
                    .put("what", row.what)
                    .put("value", row.value)
                    .put("unit", row.unit)
                    .put("budget", row.budget);
        }
        ArrayNode said = ((ObjectNode) node.get(scenario)).putArray("remarks");
        remarks.forEach(said::add);
    }

    private static String shown(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
