package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.http.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    /// Warsaw is at +01:00 in winter and puts its clocks on at 2:00 on 29 March 2026, back at 3:00
    /// on 25 October 2026.
    @ParameterizedTest(name = "{0} to {1} at {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // over noon
                "12:00, 13:00, 2026-11-16T10:59:59Z, -",
                "12:00, 13:00, 2026-11-16T11:00:00Z, 2026-11-16T12:00:00Z",
                "12:00, 13:00, 2026-11-16T11:59:59Z, 2026-11-16T12:00:00Z",
                "12:00, 13:00, 2026-11-16T12:00:00Z, -",
                // over midnight
                "22:00, 07:30, 2026-11-16T20:59:59Z, -",
                "22:00, 07:30, 2026-11-16T21:00:00Z, 2026-11-17T06:30:00Z",
                "22:00, 07:30, 2026-11-16T23:30:00Z, 2026-11-17T06:30:00Z",
                "22:00, 07:30, 2026-11-17T06:29:59Z, 2026-11-17T06:30:00Z",
                "22:00, 07:30, 2026-11-17T06:30:00Z, -",
                // the night in which an hour is left out, and the one that has one twice
                "22:00, 07:30, 2026-03-28T22:00:00Z, 2026-03-29T05:30:00Z",
                "22:00, 07:30, 2026-10-24T21:00:00Z, 2026-10-25T06:30:00Z",
                // ends within the hour that is left out: at its end
                "22:00, 02:30, 2026-03-29T00:59:00Z, 2026-03-29T01:00:00Z",
                "22:00, 02:30, 2026-03-29T01:05:00Z, -",
                // begins within it
                "02:30, 05:00, 2026-03-29T01:00:00Z, 2026-03-29T03:00:00Z",
                // ends within the hour that comes twice: the second time
                "22:00, 02:30, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z",
                "22:00, 02:30, 2026-10-25T01:30:00Z, -",
                // begins within it: the first time
                "02:30, 05:00, 2026-10-25T00:29:59Z, -",
                "02:30, 05:00, 2026-10-25T00:30:00Z, 2026-10-25T04:00:00Z",
                "02:30, 05:00, 2026-10-25T01:10:00Z, 2026-10-25T04:00:00Z",
            })
    void areOverWhenTheClockOfTheirPersonSaysSo(String from, String to, Instant now, Instant end) {
        assertThat(QuietHours.parse(from, to, "Europe/Warsaw").endAt(now).orElse(null))
                .isEqualTo(end);
    }

    @Test
    void countWhereThePersonIs() {
        Instant now = Instant.parse("2026-11-16T21:30:00Z");

        assertThat(QuietHours.parse("22:00", "07:30", "Europe/Warsaw").endAt(now)).isPresent();
        assertThat(QuietHours.parse("22:00", "07:30", "America/New_York").endAt(now)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7:30", "24:00", "22:60", "22:00:00", "", "tonight", "22:00 "})
    void beginAtATimeOfDay(String time) {
        assertThatThrownBy(() -> QuietHours.parse(time, "07:30", "Europe/Warsaw"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("quiet_hours_invalid");
    }
}
