package dev.shopbell.app.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetUpCodeTest {

    private final SetUpCode code = SetUpCode.draw(new SecureRandom());

    @Test
    void isSpeltInFourGroupsOfLettersThatAreNotMistaken() {
        assertThat(code.spelt()).matches("[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){3}");
    }

    @Test
    void isTakenHoweverItWasTyped() {
        String spelt = code.spelt();

        assertThat(code.is(spelt)).isTrue();
        assertThat(code.is(spelt.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(code.is(spelt.replace("-", ""))).isTrue();
        assertThat(code.is("  " + spelt.replace('-', ' ') + "\n")).isTrue();
        assertThat(code.is(spelt.replace("-", " – "))).isTrue();
    }

    @Test
    void nothingElseIsTaken() {
        String spelt = code.spelt();

        assertThat(code.is("")).isFalse();
        assertThat(code.is("-")).isFalse();
        assertThat(code.is(spelt.substring(1))).isFalse();
        assertThat(code.is(spelt + "A")).isFalse();
        assertThat(code.is(SetUpCode.draw(new SecureRandom()).spelt())).isFalse();
    }

    @Test
    void isAnotherEveryTime() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> fresh()).distinct()).hasSize(100);
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(code).hasToString("***");
    }

    private static String fresh() {
        return SetUpCode.draw(new SecureRandom()).spelt();
    }
}
