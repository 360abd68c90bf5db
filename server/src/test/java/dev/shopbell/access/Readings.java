package dev.shopbell.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Everything that a text says, however it is wrapped: as it stands, and with whatever may be in it
/// unwrapped, some layers deep. What was unwrapped is read byte by byte, so only ASCII is to be
/// looked for in it.
final class Readings {

    private static final int LAYERS = 4;
    private static final int ID_BYTES = 16;

    /// A group of four base64 characters is three bytes, and it may begin anywhere in a run.
    private static final int BASE64_GROUP = 4;

    private static final Pattern BASE64 = Pattern.compile("[\\w+/-]{8,}(?:\r?\n[\\w+/-]+)*");
    private static final Pattern JSON_ESCAPE =
            Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([bfnrt\"/\\\\]))");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,5})|#[xX]([0-9a-fA-F]{1,4})|(amp|lt|gt|quot|apos|nbsp));");
    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern QUOTED = Pattern.compile("=(?:\r?\n|([0-9a-fA-F]{2}))");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final Map<String, String> ESCAPES =
            Map.of("b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Function<String, Stream<String>>> UNWRAPPINGS =
            List.of(
                    text -> Stream.of(TAG.matcher(text).replaceAll("")),
                    text -> replaced(JSON_ESCAPE, text, Readings::escaped),
                    text -> replaced(ENTITY, text, Readings::entity),
                    text -> replaced(PERCENT, text, it -> hex(it.group(1))),
                    text ->
                            replaced(
                                    QUOTED,
                                    text,
                                    it -> it.group(1) == null ? "" : hex(it.group(1))),
                    Readings::joinedParts,
                    Readings::base64,
                    Readings::unpacked);

    private final String all;
    private final String lowered;

    private Readings(Set<String> all) {
        this.all = String.join("\n", all);
        this.lowered = this.all.toLowerCase(Locale.ROOT);
    }

    static Readings of(String text) {
        Set<String> all = new LinkedHashSet<>();
        List<String> layer = List.of(text);
        for (int depth = 0; depth <= LAYERS; depth++) {
            List<String> next = new ArrayList<>();
            for (String reading : layer) {
                if (all.add(reading)) {
                    UNWRAPPINGS.forEach(it -> it.apply(reading).forEach(next::add));
                }
            }
            layer = next;
        }
        return new Readings(all);
    }

    /// In whatever case.
    boolean say(String word) {
        return lowered.contains(word.toLowerCase(Locale.ROOT));
    }

    /// As it is written, without its hyphens, or as the sixteen bytes that it is, in base64, too.
    boolean name(UUID id) {
        byte[] bytes =
                ByteBuffer.allocate(ID_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        return lowered.contains(id.toString())
                || lowered.contains(id.toString().replace("-", ""))
                || all.contains(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Stream<String> replaced(
            Pattern pattern, String text, Function<MatchResult, String> by) {
        return Stream.of(
                pattern.matcher(text).replaceAll(it -> Matcher.quoteReplacement(by.apply(it))));
    }

    private static String escaped(MatchResult escape) {
        return escape.group(1) != null
                ? hex(escape.group(1))
                : ESCAPES.getOrDefault(escape.group(2), escape.group(2));
    }

    private static String entity(MatchResult entity) {
        if (entity.group(1) != null) {
            return Character.toString(Integer.parseInt(entity.group(1)));
        }
        return entity.group(2) != null ? hex(entity.group(2)) : ENTITIES.get(entity.group(3));
    }

    private static String hex(String digits) {
        return Character.toString(Integer.parseInt(digits, 16));
    }

    /// Of a text that is told in parts, for the sake of what is marked in it: `[{"text": …}, …]`.
    private static Stream<String> joinedParts(String text) {
        return text.lines()
                .filter(line -> line.startsWith("{") || line.startsWith("["))
                .flatMap(Readings::json)
                .map(json -> json.findValuesAsText("text"))
                .map(texts -> String.join("", texts));
    }

    private static Stream<JsonNode> json(String text) {
        try {
            return Stream.of(JSON.readTree(text));
        } catch (JsonProcessingException _) {
            return Stream.empty();
        }
    }

    /// Every run of characters that may be base64, from each place at which it may begin: as text,
    /// and unpacked where it is packed.
    private static Stream<String> base64(String text) {
        List<String> runs =
                BASE64.matcher(text)
                        .results()
                        .map(run -> run.group().replaceAll("\\s", ""))
                        .map(run -> run.replace('-', '+').replace('_', '/'))
                        .toList();
        return IntStream.range(0, BASE64_GROUP)
                .mapToObj(start -> runs.stream().map(run -> decoded(run, start)).toList())
                .flatMap(pieces ->
                        Stream.concat(
                                Stream.of(String.join("\n", pieces)),
                                pieces.stream().flatMap(Readings::unpacked)));
    }

    private static String decoded(String run, int start) {
        int length = run.length() - start;
        // A single character over is less than a byte.
        int end = length % BASE64_GROUP == 1 ? run.length() - 1 : run.length();
        byte[] bytes = Base64.getDecoder().decode(run.substring(start, end));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// What gzip or zlib packed; nothing where it is not theirs.
    private static Stream<String> unpacked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            if (text.startsWith("\u001f\u008b")) {
                return Stream.of(read(new GZIPInputStream(new ByteArrayInputStream(bytes))));
            }
            if (text.startsWith("x")) {
                return Stream.of(read(new InflaterInputStream(new ByteArrayInputStream(bytes))));
            }
        } catch (IOException _) {
            // It only began like that.
        }
        return Stream.empty();
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
