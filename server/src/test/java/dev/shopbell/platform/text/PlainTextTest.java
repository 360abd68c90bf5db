package dev.shopbell.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦"; // seven code points, eleven UTF-16 units

    @Test
    void lengthCountsWhatAReaderWouldCountAndNotHalves() {
        assertThat(PlainText.length(FAMILY)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\ud800", "\udc00", "\udc00\ud800", "a\ud83d"})
    void nullsAndHalvesOfCharactersCannotBeStored(String text) {
        assertThat(PlainText.isStorable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\nc", FAMILY, "مرحبا", "\u202Eabc", "\uFFFD", "\u0001"})
    void everythingElseCanBeStored(String text) {
        assertThat(PlainText.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00a0", // no-break space
                "\u2007\u202f\u3000", // figure, narrow no-break and ideographic space
                "\u2028\u2029\u0085", // line ends
                "\u200b\u2060\ufeff", // of no width
                "\u202e\u202c", // steers the direction of what is not there
                "\0\u0001"
            })
    void blanksAreNothingToSee(String text) {
        assertThat(PlainText.isVisible(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "  x  ", "\u202eabc", "👍", FAMILY, "\u0301", "ß", "你"})
    void aSingleSignIsSomethingToSee(String text) {
        assertThat(PlainText.isVisible(text)).isTrue();
    }

    @Test
    void outerBlanksAreTakenOffAndInnerOnesStay() {
        assertThat(PlainText.stripped("\u00a0\ufeff \n Bonjour\u00a0!\n\nÀ  bientôt \u3000"))
                .isEqualTo("Bonjour\u00a0!\n\nÀ  bientôt");
    }

    @Test
    void aPreviewIsOneLine() {
        assertThat(PlainText.shortened(" one\r\n\ttwo\u2028three\u0085four  five ", 200))
                .isEqualTo("one two three four five");
    }

    @Test
    void aPreviewIsCutBetweenCharactersAndNotWithin() {
        assertThat(PlainText.shortened("👍👍👍", 2)).isEqualTo("👍👍");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nb", "bell\u0007", "\u202efdp.exe", "\u2066a\u2069", "nul\0"})
    void whatBreaksTheLineOrTurnsItsDirectionIsNoName(String text) {
        assertThat(PlainText.isName(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Elif Demir", "مرحبا", FAMILY, "Ó Néill-Şahin", "x"})
    void peopleHaveAllSortsOfNames(String text) {
        assertThat(PlainText.isName(text)).isTrue();
    }

    @Test
    void aNameIsOnOneLineWithSingleBlanks() {
        assertThat(PlainText.name(" Elif\r\n\tDemir\u2028 ")).isEqualTo("Elif Demir");
    }
}
