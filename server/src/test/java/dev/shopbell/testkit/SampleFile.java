package dev.shopbell.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The wire contract as files, for both sides to hold themselves to: `protocol/` in the repository.
public final class SampleFile {

    public static final Path CONTRACT = Path.of("..", "protocol");
    public static final Path WRITTEN = CONTRACT.resolve("samples");
    public static final Path RECORDED = WRITTEN.resolve("recorded");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE = 120;
    private static final String INDENT = "  ";

    private SampleFile() {}

    /// The JSON files of a folder, in the order of their names.
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `staff-me` of `…/staff-me.json`.
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    public static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every time the same bytes for the same value; what fits into a line is on one line.
    public static void write(Path file, JsonNode value) {
        StringBuilder text = new StringBuilder();
        append(text, value, "");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder text, JsonNode value, String indent) {
        String line = onOneLine(value);
        if (value.isEmpty() || indent.length() + line.length() <= LINE) {
            text.append(line);
            return;
        }
        String inner = indent + INDENT;
        boolean isObject = value.isObject();
        text.append(isObject ? '{' : '[');
        String[] separator = {"\n"};
        Runnable next =
                () -> {
                    text.append(separator[0]).append(inner);
                    separator[0] = ",\n";
                };
        if (isObject) {
            value.properties()
                    .forEach(field -> {
                        next.run();
                        text.append(quoted(field.getKey())).append(": ");
                        append(text, field.getValue(), inner);
                    });
        } else {
            value.forEach(item -> {
                next.run();
                append(text, item, inner);
            });
        }
        text.append('\n').append(indent).append(isObject ? '}' : ']');
    }

    private static String onOneLine(JsonNode value) {
        if (value.isObject()) {
            List<String> fields =
                    value.properties().stream()
                            .map(field ->
                                    quoted(field.getKey()) + ": " + onOneLine(field.getValue()))
                            .toList();
            return fields.isEmpty() ? "{}" : "{ " + String.join(", ", fields) + " }";
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(SampleFile::onOneLine)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return written(value);
    }

    private static String quoted(String text) {
        return written(JSON.getNodeFactory().textNode(text));
    }

    private static String written(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
