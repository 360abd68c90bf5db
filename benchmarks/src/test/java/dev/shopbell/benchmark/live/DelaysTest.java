package dev.shopbell.benchmark.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void aPercentileIsTheDelayThatSoManyWereNotAbove() {
        Delays delays = new Delays(1_000);
        for (int message = 0; message < 1_000; message++) {
            delays.heard(message, (1_000 - message) * MILLISECOND);
        }

        assertThat(delays.percentile(50)).isEqualTo(500);
        assertThat(delays.percentile(99)).isEqualTo(990);
        assertThat(delays.percentile(99.9)).isEqualTo(999);
    }

    @Test
    void hearingAMessageAgainDoesNotCount() {
        Delays delays = new Delays(1);

        delays.heard(0, 3 * MILLISECOND);
        delays.heard(0, 70 * MILLISECOND);

        assertThat(delays.percentile(99)).isEqualTo(3);
    }

    @Test
    void whatWasNeverHeardIsMissingAndNotFast() {
        Delays delays = new Delays(3);

        delays.heard(1, 8 * MILLISECOND);

        assertThat(delays.missing()).isEqualTo(2);
        assertThat(delays.percentile(50)).isEqualTo(8);
    }
}
