package dev.shopbell.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A place among the hits: people come first, then messages, the newest first of both. `seq` is
/// zero among people. PostgreSQL's `infinity` stands above all of them.
public record SearchCursor(boolean amongPeople, String at, UUID conversation, long seq) {

    public static final SearchCursor TOP =
            new SearchCursor(true, "infinity", new UUID(-1, -1), Long.MAX_VALUE);

    static final SearchCursor FIRST_MESSAGE =
            new SearchCursor(false, "infinity", new UUID(-1, -1), Long.MAX_VALUE);

    private static final String SEPARATOR = "/";
    private static final String PEOPLE = "p";
    private static final String MESSAGES = "m";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    static SearchCursor belowPerson(Instant lastActivityAt, UUID conversation) {
        return new SearchCursor(true, lastActivityAt.toString(), conversation, 0);
    }

    static SearchCursor belowMessage(Instant sentAt, UUID conversation, long seq) {
        return new SearchCursor(false, sentAt.toString(), conversation, seq);
    }

    /// As clients carry it, without looking inside.
    public String written() {
        String plain =
                String.join(
                        SEPARATOR,
                        amongPeople ? PEOPLE : MESSAGES,
                        at,
                        conversation.toString(),
                        Long.toString(seq));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    public static Optional<SearchCursor> read(String written) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
            String[] parts = plain.split(SEPARATOR, 4);
            return parts.length == 4 ? read(parts) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<SearchCursor> read(String[] parts) {
        Instant at = Instant.parse(parts[1]);
        boolean isKnown = parts[0].equals(PEOPLE) || parts[0].equals(MESSAGES);
        // PostgreSQL's calendar is shorter than Java's.
        return isKnown && at.isAfter(Instant.EPOCH) && at.isBefore(END_OF_TIME)
                ? Optional.of(
                        new SearchCursor(
                                parts[0].equals(PEOPLE),
                                at.toString(),
                                UUID.fromString(parts[2]),
                                Long.parseLong(parts[3])))
                : Optional.empty();
    }
}
