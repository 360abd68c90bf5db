package dev.shopbell.benchmark.posts;

import dev.shopbell.benchmark.posts.Post.Parameter;
import dev.shopbell.benchmark.posts.Post.Statement;
import dev.shopbell.benchmark.posts.SqlLog.Executed;
import dev.shopbell.benchmark.program.Target;
import dev.shopbell.benchmark.program.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one message's parameters stand for, by their values.
record Values(Target target, UUID message, String text, String sentAt) {

    static final long LAST_SEQ = 70_001;
    static final long LAST_PUBLIC_SEQ = 60_001;
    static final long CUSTOMER_MESSAGES = 50_001;
    static final long VERSION = 80_001;

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:.*");

    /// As PostgreSQL logs a time.
    private static final DateTimeFormatter LOGGED =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral(' ')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendOffset("+HH:mm", "+00")
                    .toFormatter(Locale.ROOT);

    /// A word, nothing counted, nobody named, or the hash of where the message comes from.
    private static final Pattern CONSTANT =
            Pattern.compile("[a-z]+(?:\\.[a-z]+)*|0|\\{}|\\\\x[0-9a-f]+");

    /// The first trip ends before the first statement that changes something: what is to be written
    /// depends on what was read.
    Post understand(List<Executed> executed) {
        List<Statement> reading = new ArrayList<>();
        List<Statement> writing = new ArrayList<>();
        for (Executed each : executed) {
            boolean changes = !each.text().toUpperCase(Locale.ROOT).startsWith("SELECT");
            (changes || !writing.isEmpty() ? writing : reading).add(understood(each));
        }
        reading.addFirst(new Statement("BEGIN", List.of()));
        return new Post(List.of(reading, writing, List.of(new Statement("COMMIT", List.of()))));
    }

    private Statement understood(Executed executed) {
        return new Statement(
                executed.text(),
                executed.values().stream()
                        .map(value -> new Parameter(meaning(value), value == null ? "" : value))
                        .toList());
    }

    private Meaning meaning(@Nullable String value) {
        if (value == null) {
            return Meaning.NOTHING;
        }
        Meaning known = meanings().get(value);
        if (known != null) {
            return known;
        }
        if (value.equals(World.storeId(target.store()) + "/" + target.conversation())) {
            return Meaning.DUE_KEY;
        }
        if (value.startsWith("{\"store\":") && value.contains("\"since\":")) {
            return Meaning.DUE_DATA;
        }
        if (TIME.matcher(value).matches()) {
            boolean isLater =
                    OffsetDateTime.parse(value, LOGGED).toInstant().isAfter(Instant.parse(sentAt));
            return isLater ? Meaning.DUE_AT : Meaning.NOW;
        }
        if (CONSTANT.matcher(value).matches()) {
            return Meaning.CONSTANT;
        }
        throw new IllegalStateException(
                "Posting has a parameter that the benchmark does not know: " + value);
    }

    private Map<String, Meaning> meanings() {
        return Map.of(
                World.storeId(target.store()).toString(),
                Meaning.STORE,
                "\\x" + hash(target.secret()),
                Meaning.SECRET_HASH,
                target.conversation().toString(),
                Meaning.CONVERSATION,
                message.toString(),
                Meaning.MESSAGE,
                text,
                Meaning.TEXT,
                Long.toString(LAST_SEQ),
                Meaning.SEQ,
                // The place of an event before it, which is not written here.
                Long.toString(LAST_SEQ - 1),
                Meaning.CONSTANT,
                Long.toString(LAST_PUBLIC_SEQ),
                Meaning.PUBLIC_SEQ,
                Long.toString(CUSTOMER_MESSAGES),
                Meaning.CUSTOMER_MESSAGES,
                Long.toString(VERSION),
                Meaning.VERSION);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
