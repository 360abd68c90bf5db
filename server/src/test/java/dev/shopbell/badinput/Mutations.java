package dev.shopbell.badinput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Everything that can be wrong with the fields of a JSON object, made from one that is right.
/// Fields are named by their path, `contact.email`.
final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NO_TEXTS = List.of("5", "1.5", "true", "[\"a\"]", "{}");
    private static final List<String> NO_NUMBERS =
            List.of("\"1\"", "\"\"", "1.5", "1e400", "true", "[1]", "{}", "99999999999999999999");
    private static final List<String> NO_LISTS = List.of("\"a\"", "\"\"", "5", "true", "{}");
    private static final List<String> NO_TRUTHS = List.of("\"true\"", "\"\"", "1", "[]", "{}");
    private static final List<String> NO_OBJECTS = List.of("\"a\"", "\"\"", "5", "[]", "[{}]");

    private final String right;

    Mutations(String right) {
        this.right = right;
    }

    /// Bodies by the field that is of another type in them.
    Map<String, List<String>> ofOtherTypes() {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (String field : fields()) {
            JsonNode value = at(field);
            wrong.put(field, others(value).stream().map(other -> replaced(field, other)).toList());
        }
        return wrong;
    }

    private static List<String> others(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> NO_TEXTS;
            case NUMBER -> NO_NUMBERS;
            case ARRAY -> NO_LISTS;
            case BOOLEAN -> NO_TRUTHS;
            case OBJECT -> NO_OBJECTS;
            case BINARY, MISSING, NULL, POJO -> throw new AssertionError("of no type: " + value);
        };
    }

    String without(String field) {
        return changed(field, ObjectNode::remove);
    }

    String replaced(String field, String json) {
        return changed(field, (parent, name) -> parent.set(name, read(json)));
    }

    /// Bodies by the field they have too many, in every object.
    Map<String, String> withMore() {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("more", withMoreAt("more"));
        for (String field : fields()) {
            if (at(field).isObject()) {
                more.put(field + ".more", withMoreAt(field + ".more"));
            }
        }
        return more;
    }

    /// Each field of the outer object twice.
    List<String> doubled() {
        return fields().stream()
                .filter(field -> !field.contains("."))
                .map(field ->
                        right.strip().replaceFirst("}$", "")
                                + ",\"%s\":%s}".formatted(field, at(field)))
                .toList();
    }

    private String withMoreAt(String field) {
        return changed(field, (parent, name) -> parent.put(name, 1));
    }

    private String changed(String field, BiConsumer<ObjectNode, String> change) {
        ObjectNode copy = (ObjectNode) read(right);
        int dot = field.lastIndexOf('.');
        JsonNode parent = dot < 0 ? copy : copy.at("/" + field.substring(0, dot).replace('.', '/'));
        change.accept((ObjectNode) parent, field.substring(dot + 1));
        return copy.toString();
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        collect("", read(right), fields);
        return fields;
    }

    /// Those of objects, and of objects in them; what is in lists is not looked at.
    private static void collect(String prefix, JsonNode object, List<String> fields) {
        object.properties()
                .forEach(member -> {
                    fields.add(prefix + member.getKey());
                    collect(prefix + member.getKey() + ".", member.getValue(), fields);
                });
    }

    private JsonNode at(String field) {
        return read(right).at("/" + field.replace('.', '/'));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
