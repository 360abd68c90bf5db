package dev.shopbell.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Makes the server's own identifiers, UUID version 7, so that new rows are neighbours in an index;
/// and reads those of others.
@Singleton
public final class Ids {

    // UUID.fromString also takes "1-1-1-1-1" for an id.
    private static final Pattern SHAPE =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /// Empty when it is no id, written out in full.
    public static Optional<UUID> read(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
