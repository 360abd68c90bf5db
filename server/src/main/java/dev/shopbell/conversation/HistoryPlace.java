package dev.shopbell.conversation;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in what was said before a thread began: just before this message of that closed thread,
/// in which messages are counted as the reader counts them. Without a thread: after all of it.
public record HistoryPlace(@Nullable UUID thread, long before) {

    public static final HistoryPlace END = new HistoryPlace(null, Long.MAX_VALUE);

    private static final String SEPARATOR = "/";

    /// As clients carry it, without looking inside.
    public String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((thread + SEPARATOR + before).getBytes(StandardCharsets.US_ASCII));
    }

    /// As a request names it; the end when it names none.
    public static HistoryPlace asked(@Nullable String written) {
        return written == null
                ? END
                : read(written)
                        .orElseThrow(
                                () -> new RefusedException(HttpRefusal.INVALID_VALUE, "before"));
    }

    private static Optional<HistoryPlace> read(String written) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
            String[] parts = plain.split(SEPARATOR, 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(
                            new HistoryPlace(UUID.fromString(parts[0]), Long.parseLong(parts[1])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
