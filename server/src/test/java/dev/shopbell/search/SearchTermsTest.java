package dev.shopbell.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.http.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void wordsAreTermsAndTheLastMayGoOn() {
        assertThat(SearchTerms.of("  blue\tmug "))
                .isEqualTo(new SearchTerms(List.of("blue", "mug"), true));
    }

    @Test
    void whatIsQuotedIsOneTermAndIsWhole() {
        assertThat(SearchTerms.of("order \"blue mug\""))
                .isEqualTo(new SearchTerms(List.of("order", "blue mug"), false));
        assertThat(SearchTerms.of("„blue mug“ order"))
                .isEqualTo(new SearchTerms(List.of("blue mug", "order"), true));
    }

    @Test
    void aQuoteThatIsNotClosedYetGoesOn() {
        assertThat(SearchTerms.of("\"blue mu"))
                .isEqualTo(new SearchTerms(List.of("blue mu"), true));
    }

    @Test
    void signsAloneAreNoTerms() {
        assertThat(SearchTerms.of("& | ! :* <-> () - \" ' \\").terms()).isEmpty();
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThat(SearchTerms.of("x".repeat(200)).terms()).hasSize(1);
        assertThat(SearchTerms.of("😀".repeat(200)).terms()).hasSize(1);
        for (String typed : List.of("", "  \n", "x".repeat(201), "a\0b")) {
            assertThatThrownBy(() -> SearchTerms.of(typed)).isInstanceOf(RefusedException.class);
        }
    }
}
