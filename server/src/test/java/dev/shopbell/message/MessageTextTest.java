package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.http.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "👍"})
    void tenThousandCharactersAreTheMost(String character) {
        String longest = character.repeat(MessageText.MAX_LENGTH);

        assertThat(new MessageText(longest).value()).isEqualTo(longest);
        assertRefused(longest + character, MessageRefusal.TEXT_TOO_LONG);
    }

    @Test
    void outerBlanksDoNotCount() {
        String longest = "a".repeat(MessageText.MAX_LENGTH);

        assertThat(new MessageText(" \n" + longest + "\u00a0").value()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u00a0\u2003", "\u200b", "\u202e"})
    void blanksSayNothing(String blanks) {
        assertRefused(blanks, MessageRefusal.TEXT_EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\ud800", "\udfffb"})
    void whatCannotBeStoredIsRefused(String text) {
        assertRefused(text, MessageRefusal.TEXT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; DROP TABLE message; --",
                "مرحبا بالعالم",
                "\u202eevil\u202c",
                "one\n\ttwo"
            })
    void whateverElsePeopleWriteStaysAsItIs(String text) {
        assertThat(new MessageText(text).value()).isEqualTo(text);
    }

    @Test
    void aPreviewIsTheFirstTwoHundredCharacters() {
        assertThat(new MessageText("👍".repeat(201)).preview()).isEqualTo("👍".repeat(200));
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(new MessageText("secret")).hasToString("***");
    }

    private static void assertRefused(String text, MessageRefusal expected) {
        assertThatThrownBy(() -> new MessageText(text))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(expected));
    }
}
