package dev.shopbell.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// How long a delivery waits after it did not arrive: sixteen attempts in about three days.
final class Backoff {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(3),
                    Duration.ofHours(5),
                    Duration.ofHours(8),
                    Duration.ofHours(12),
                    Duration.ofHours(18),
                    Duration.ofHours(20));

    private static final int MOST_LATER = 10; // percent

    private Backoff() {}

    /// After so many attempts; empty when that was the last. No two wait for the same time.
    static Optional<Duration> after(int attempts) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(attempts - 1);
        long later = ThreadLocalRandom.current().nextLong(wait.toMillis() * MOST_LATER / 100 + 1);
        return Optional.of(wait.plusMillis(later));
    }
}
