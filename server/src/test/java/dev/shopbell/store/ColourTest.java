package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    private static final double READABLE = 4.5; // WCAG 2.2, 1.4.3

    @Test
    void blackOnWhiteIsTheGreatestContrast() {
        assertThat(new Colour("#000000").contrast(new Colour("#FFFFFF"))).isEqualTo(21);
    }

    @Test
    void whateverColourABrandHasTextInItReadsWell() {
        for (String background : List.of("#FFFFFF", "#171716", "#808080", "#767676", "#C04020")) {
            Colour behind = new Colour(background);

            assertThat(sweep().map(brand -> brand.readableOn(behind)))
                    .as("on " + background)
                    .allSatisfy(text ->
                            assertThat(text.contrast(behind)).isGreaterThanOrEqualTo(READABLE));
        }
    }

    @Test
    void whateverColourABrandHasTextOnItReadsWell() {
        assertThat(sweep())
                .allSatisfy(brand ->
                        assertThat(brand.contrast(brand.textOn()))
                                .isGreaterThanOrEqualTo(READABLE));
    }

    @Test
    void aColourThatReadsWellStaysAsItIs() {
        Colour brand = new Colour("#2F4A3E");

        assertThat(brand.readableOn(Colour.WHITE)).isEqualTo(brand);
    }

    @Test
    void lettersOfEitherCaseAreTheSameColour() {
        assertThat(new Colour("#2f4a3e")).isEqualTo(new Colour("#2F4A3E"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#FFF", "2F4A3E", "#GGGGGG", "#2F4A3E;}", "#2F4A3E\n", "red"})
    void anythingElseIsNoColour(String typed) {
        assertThatThrownBy(() -> new Colour(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Eight reds, greens and blues, in all combinations.
    private static Stream<Colour> sweep() {
        return IntStream.range(0, 512)
                .mapToObj(at ->
                        new Colour(
                                "#%02x%02x%02x"
                                        .formatted(
                                                (at >> 6) * 36,
                                                ((at >> 3) & 7) * 36,
                                                (at & 7) * 36)));
    }
}
