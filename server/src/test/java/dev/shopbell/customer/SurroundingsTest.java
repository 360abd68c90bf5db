package dev.shopbell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {

    @ParameterizedTest
    @CsvSource({"en, en", "EN-us, en-US", "zh-Hant-TW, zh-Hant-TW", "' pl ', pl", "i-klingon, tlh"})
    void aLanguageIsKeptAsItsTag(String told, String kept) {
        assertThat(Surroundings.told(told, null).language()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "de_DE", "e", "<script>", "en-", "x-anything", "a\0b"})
    void whatIsNoLanguageIsLeftOut(String told) {
        assertThat(Surroundings.told(told, null)).isEqualTo(Surroundings.UNKNOWN);
    }

    @Test
    void aTagOfAnyLengthIsLeftOut() {
        assertThat(Surroundings.told("en" + "-abcdefgh".repeat(1_000), null).language()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Warsaw", "UTC", "Etc/GMT+5", "America/Argentina/Ushuaia"})
    void aZoneOfTheDatabaseIsKept(String told) {
        assertThat(Surroundings.told(null, told).timeZone()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mars/Olympus",
                "europe/warsaw",
                "UTC+2", // a zone to Java, an error to browsers
                "GMT+02:00",
                "+02:00",
                "Z",
                "../../etc/passwd",
                "Europe/Warsaw\0"
            })
    void whatIsNoZoneIsLeftOut(String told) {
        assertThat(Surroundings.told(null, told)).isEqualTo(Surroundings.UNKNOWN);
    }
}
