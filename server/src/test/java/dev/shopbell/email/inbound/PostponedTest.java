package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostponedTest {

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Postponed postponed = new Postponed(() -> now);

    @Test
    void eachTimeItWaitsForTwiceAsLongAndForAnHourAtTheMost() {
        for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            postponed.add(7);

            now = now.plus(Duration.ofMinutes(minutes)).minusMillis(1);
            assertThat(postponed.waits(7)).isTrue();
            now = now.plusMillis(1);
            assertThat(postponed.waits(7)).isFalse();
        }
    }

    @Test
    void whatIsNotThereAnyMoreIsForgotten() {
        postponed.add(7);
        postponed.add(8);

        postponed.keepOnly(List.of(8L));

        assertThat(postponed.waits(7)).isFalse();
        assertThat(postponed.waits(8)).isTrue();
        postponed.keepOnly(List.of());
        assertThat(postponed.isEmpty()).isTrue();
    }
}
