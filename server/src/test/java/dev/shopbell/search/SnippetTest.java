package dev.shopbell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.search.Snippet.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void whatWasFoundIsAPieceOfItsOwn() {
        assertThat(snippet("Is the blue mug back in stock?", "mug"))
                .isEqualTo("Is the blue [mug] back in stock?");
    }

    @Test
    void everyWordIsMarkedWholeWhereverItStands() {
        assertThat(snippet("Mugs: a mug, the MUG", "mug")).isEqualTo("[Mugs]: a [mug], the [MUG]");
        assertThat(snippet("mug a mugs blue", "mug blue")).isEqualTo("[mug] a mugs [blue]");
    }

    @Test
    void accentsAndLettersOfOtherFormsAreTheSame() {
        assertThat(snippet("Żółw i e\u0301t\u0301e", "zolw ete"))
                .isEqualTo("[Żółw] i [e\u0301t\u0301e]");
        assertThat(snippet("أين طلبي؟", "اين")).isEqualTo("[أين] طلبي؟");
        assertThat(snippet("東京タワーです", "京タ")).isEqualTo("東[京タ]ワーです");
    }

    @Test
    void aPhraseIsMarkedOnlyWhereItStandsTogether() {
        assertThat(snippet("blue cup, mug blue, blue mug", "\"blue mug\""))
                .isEqualTo("blue cup, mug blue, [blue mug]");
        assertThat(snippet("Write to anna@example.com or anna", "anna@ex"))
                .isEqualTo("Write to [anna@example].com or anna");
    }

    @Test
    void aLongTextIsCutBetweenWordsAroundTheFirstPlace() {
        String long_ = "word ".repeat(100) + "the quokka sleeps " + "tail ".repeat(100);

        String cut = snippet(long_, "quokka");

        assertThat(cut).startsWith("…word ").contains("the [quokka] sleeps").endsWith("tail…");
        assertThat(cut.length()).isBetween(120, 170);
    }

    @Test
    void linesBecomeOne() {
        assertThat(snippet("one\n\n two\tmug\nthree", "mug")).isEqualTo("one two [mug] three");
    }

    @Test
    void aWordWithoutAnyBlankIsCutToo() {
        String cut = snippet("😀".repeat(300) + " quokka " + "😀".repeat(300), "quokka");

        assertThat(cut).contains("[quokka]").startsWith("…");
        assertThat(cut.chars().filter(sign -> Character.isSurrogate((char) sign)).count() % 2)
                .isZero();
    }

    @Test
    void whatHasNoPlaceInTheTextShowsItsBeginning() {
        assertThat(snippet("Nothing of the kind", "quokka")).isEqualTo("Nothing of the kind");
    }

    private static String snippet(String text, String typed) {
        return Snippet.of(text, SearchTerms.of(typed)).parts().stream()
                .map(SnippetTest::shown)
                .collect(Collectors.joining());
    }

    private static String shown(Part part) {
        return part.hit() ? "[" + part.text() + "]" : part.text();
    }
}
