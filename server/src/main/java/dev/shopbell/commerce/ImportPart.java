package dev.shopbell.commerce;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of one part of an import, read one after the other: what was in them, and what was
/// wrong with the others. A line is a JSON object with `type` and `id` and what a request of its
/// own would say.
final class ImportPart {

    private static final int LONGEST_FIELD = 100;
    private static final int MOST_LINES = 40_000;

    /// As much as a request of its own may say.
    private static final int LONGEST_LINE = 128 * 1024;

    private final ObjectMapper json;
    private final Set<ImportKind> allowed;
    private final Instant now;

    final List<ShopCustomer> customers = new ArrayList<>();
    final List<Product> products = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<ImportMistake> mistakes = new ArrayList<>();

    /// Which line said each of them.
    private final IdentityHashMap<Object, Long> numbers = new IdentityHashMap<>();

    ImportPart(ObjectMapper json, Set<ImportKind> allowed, Instant now) {
        this.json = json;
        this.allowed = Set.copyOf(allowed);
        this.now = now;
    }

    /// The lines of a body; behind the last line's end there is no further line.
    ///
    /// @throws RefusedException when there are more than forty thousand
    static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < body.length; at++) {
            if (body[at] == '\n') {
                add(lines, body, start, at);
                start = at + 1;
            }
        }
        if (start < body.length) {
            add(lines, body, start, body.length);
        }
        return lines;
    }

    private static void add(List<byte[]> lines, byte[] body, int start, int end) {
        if (lines.size() == MOST_LINES) {
            throw new RefusedException(
                    CommerceRefusal.TOO_MANY_ENTRIES, "lines", Map.of("limit", MOST_LINES));
        }
        lines.add(Arrays.copyOfRange(body, start, end));
    }

    void read(byte[] line, long number) {
        if (isBlank(line)) {
            return;
        }
        try {
            take(line, number);
        } catch (RefusedException refused) {
            mistake(number, refused.refusal(), refused.field());
        } catch (UnrecognizedPropertyException unknown) {
            mistake(number, HttpRefusal.UNKNOWN_FIELD, path(unknown));
        } catch (JsonMappingException wrong) {
            mistake(number, HttpRefusal.WRONG_TYPE, path(wrong));
        } catch (IOException broken) {
            mistake(number, HttpRefusal.MALFORMED_JSON, null);
        }
    }

    /// What is of somebody who was erased since.
    void leaveOut(Erased.Moments erased) {
        if (!erased.isEmpty()) {
            leaveOut(customers, erased::hold);
            leaveOut(orders, erased::hold);
            mistakes.sort(Comparator.comparingLong(ImportMistake::line));
        }
    }

    private <T> void leaveOut(List<T> all, Predicate<T> isErased) {
        all.removeIf(each -> {
            boolean isOut = isErased.test(each);
            if (isOut) {
                mistake(numbers.getOrDefault(each, 0L), CommerceRefusal.ERASED_SINCE, null);
            }
            return isOut;
        });
    }

    /// Whom something was told of, each once.
    List<String> customersToldOf() {
        return Stream.concat(
                        customers.stream().map(customer -> customer.id().value()),
                        orders.stream().flatMap(order -> Stream.ofNullable(order.customerId())))
                .distinct()
                .toList();
    }

    private void take(byte[] line, long number) throws IOException {
        if (line.length > LONGEST_LINE) {
            throw new RefusedException(HttpRefusal.BODY_TOO_LARGE);
        }
        JsonNode read = tree(line);
        if (!(read instanceof ObjectNode object)) {
            throw new RefusedException(HttpRefusal.WRONG_TYPE);
        }
        ImportKind kind = ImportKind.read(text(object, "type"));
        ExternalId id = ExternalId.checked(text(object, "id"), "id");
        if (!allowed.contains(kind)) {
            throw new RefusedException(ImportRefusal.LINE_NOT_PERMITTED, "type");
        }
        switch (kind) {
            case CUSTOMER ->
                    keep(
                            customers,
                            json.treeToValue(object, ShopCustomerDraft.class).checked(id, now),
                            number);
            case PRODUCT ->
                    keep(
                            products,
                            json.treeToValue(object, ProductDraft.class).checked(id, now),
                            number);
            case ORDER ->
                    keep(
                            orders,
                            json.treeToValue(object, OrderDraft.class).checked(id, now),
                            number);
        }
    }

    private <T> void keep(List<T> among, T told, long number) {
        among.add(told);
        numbers.put(told, number);
    }

    /// What is no JSON at all is no matter of types.
    private @Nullable JsonNode tree(byte[] line) throws IOException {
        try {
            return json.readTree(line);
        } catch (JacksonException _) {
            throw new RefusedException(HttpRefusal.MALFORMED_JSON);
        }
    }

    private static String text(ObjectNode object, String field) {
        JsonNode value = object.remove(field);
        if (value == null || value.isNull()) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, field);
        }
        if (!value.isTextual()) {
            throw new RefusedException(HttpRefusal.WRONG_TYPE, field);
        }
        return value.asText();
    }

    private void mistake(long line, Refusal refusal, @Nullable String field) {
        mistakes.add(new ImportMistake(line, refusal.code(), field));
    }

    /// Null for the line as a whole.
    private static @Nullable String path(JsonMappingException wrong) {
        String path =
                wrong.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "" + step.getIndex()
                                        : step.getFieldName())
                        .collect(Collectors.joining("."));
        String shown = PlainText.shortened(path, LONGEST_FIELD);
        return shown.isEmpty() || !PlainText.isStorable(shown) ? null : shown;
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
