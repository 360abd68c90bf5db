package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What the server said, with everything that differs from run to run replaced: ids are numbered as
/// they appear, times follow one another in their order, delays are all the same. What was equal
/// stays equal, what was later stays later.
public final class StableJson {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
    private static final Instant FIRST = Instant.parse("2026-10-05T09:00:00Z");

    // So that some times have decimals and others have none.
    private static final Duration APART = Duration.ofMillis(30_500);

    private static final int DELAY_MS = 1_000;

    // Sealed with a key of the installation, and another one each day.
    private static final String VIEWER =
            "AABQ2QbH2x1wT0mV9yq3pC8dE4hRk7sLzJfUoWvXn2aB5cGtMiKeDQ0u6NlPZSyIj1FbTa";

    // The server's order of these has no meaning.
    private static final String SET = "online";

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> times = new HashMap<>();

    private StableJson() {}

    public static JsonNode of(JsonNode said) {
        StableJson stable = new StableJson();
        Set<Instant> found = new TreeSet<>();
        stable.learn(said, found);
        for (Instant time : found) {
            stable.times.put(
                    time.toString(),
                    FIRST.plus(APART.multipliedBy(stable.times.size())).toString());
        }
        return stable.replaced(said);
    }

    private void learn(JsonNode node, Set<Instant> found) {
        if (node.isTextual()) {
            String text = node.textValue();
            if (TIME.matcher(text).matches()) {
                found.add(Instant.parse(text));
            }
            ID.matcher(text).results().forEach(id -> name(id.group()));
        }
        node.properties()
                .forEach(field -> {
                    if (!isSet(field.getKey(), field.getValue())) {
                        learn(field.getValue(), found);
                    }
                });
        if (node.isArray()) {
            node.forEach(item -> learn(item, found));
        }
    }

    private JsonNode replaced(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field ->
                                copy.set(
                                        field.getKey(),
                                        replaced(field.getKey(), field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(replaced(item)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(replaced(text.textValue()));
            default -> node;
        };
    }

    private JsonNode replaced(String name, JsonNode value) {
        if (name.equals("afterMs")) {
            return JsonNodeFactory.instance.numberNode(DELAY_MS);
        }
        if (name.equals("viewer")) {
            return TextNode.valueOf(VIEWER);
        }
        return isSet(name, value) ? sorted(replaced(value)) : replaced(value);
    }

    private String replaced(String text) {
        if (TIME.matcher(text).matches()) {
            return times.get(Instant.parse(text).toString());
        }
        return ID.matcher(text).replaceAll(id -> name(id.group()));
    }

    private String name(String id) {
        return ids.computeIfAbsent(
                id, _ -> "00000000-0000-4000-8000-%012d".formatted(ids.size() + 1));
    }

    private static boolean isSet(String name, JsonNode value) {
        return name.equals(SET) && value.isArray();
    }

    private static JsonNode sorted(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        items.sort(Comparator.comparing(JsonNode::asText));
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
}
