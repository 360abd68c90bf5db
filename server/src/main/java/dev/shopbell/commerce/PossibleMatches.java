package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customers of the store whose address somebody who writes has typed. It may be theirs, or a
/// stranger's: whoever sees this decides, and nothing else follows from it.
public record PossibleMatches(long count, List<Match> some) {

    public static final PossibleMatches NONE = new PossibleMatches(0, List.of());

    public PossibleMatches {
        some = List.copyOf(some);
    }

    /// What tells one from another.
    public record Match(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable Instant lastOrderAt) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
