package dev.shopbell.conversation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A place in a list ordered by last activity: just below this conversation. PostgreSQL's
/// `infinity` stands above all of them.
public record ListCursor(String at, UUID id) {

    public static final ListCursor TOP = new ListCursor("infinity", new UUID(-1, -1));

    private static final String SEPARATOR = "/";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    public static ListCursor below(ConversationSummary summary) {
        return new ListCursor(summary.lastActivityAt().toString(), summary.id());
    }

    /// As clients carry it, without looking inside.
    public String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + SEPARATOR + id).getBytes(StandardCharsets.US_ASCII));
    }

    public static Optional<ListCursor> read(String written) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
            String[] parts = plain.split(SEPARATOR, 2);
            return parts.length < 2
                    ? Optional.empty()
                    : read(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /// PostgreSQL's calendar is shorter than Java's.
    private static Optional<ListCursor> read(Instant at, UUID id) {
        return at.isAfter(Instant.EPOCH) && at.isBefore(END_OF_TIME)
                ? Optional.of(new ListCursor(at.toString(), id))
                : Optional.empty();
    }
}
