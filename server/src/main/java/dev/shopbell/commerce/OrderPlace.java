package dev.shopbell.commerce;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A place in what somebody bought, newest first: just below this order. PostgreSQL's `infinity`
/// stands above all of them.
public record OrderPlace(String placedAt, String id) {

    public static final OrderPlace TOP = new OrderPlace("infinity", "");

    private static final String SEPARATOR = "/";
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    public static OrderPlace below(Order order) {
        return new OrderPlace(order.placedAt().toString(), order.id().value());
    }

    /// As clients carry it, without looking inside.
    public String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((placedAt + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<OrderPlace> read(String written) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            String[] parts = plain.split(SEPARATOR, 2);
            return parts.length < 2 ? Optional.empty() : read(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /// PostgreSQL's calendar is shorter than Java's, and it takes no NUL.
    private static Optional<OrderPlace> read(Instant at, String id) {
        return at.isAfter(BEGINNING) && at.isBefore(END_OF_TIME) && ExternalId.isOne(id)
                ? Optional.of(new OrderPlace(at.toString(), id))
                : Optional.empty();
    }
}
