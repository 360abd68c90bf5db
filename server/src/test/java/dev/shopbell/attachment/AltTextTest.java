package dev.shopbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.platform.http.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What staff say is to be seen in a picture.
class AltTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a \u202egnp", "\u202da", "a\u2066b", "\u2069", "a\0b"})
    void nothingInItTurnsTheTextAroundIt(String typed) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> AltText.of(typed))
                .satisfies(refused ->
                        assertThat(refused.refusal()).isEqualTo(AttachmentRefusal.ALT_INVALID));
    }

    @Test
    void textsOfEitherDirectionAndOfSeveralLinesAreFine() {
        for (String text : new String[] {"A parcel\non a table", "صورة\u200f (1)", "👩‍🚀"}) {
            assertThat(AltText.of(text).value()).isEqualTo(text);
        }
    }
}
