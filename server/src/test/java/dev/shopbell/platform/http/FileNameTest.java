package dev.shopbell.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void whateverIsInANameTheHeaderIsOneLineOfPlainCharacters() {
        Stream.of("a\"b.png", "a;b=c.png", "Öl.png", "صورة.png", "a b%0d.png", "👍.png")
                .map(name -> FileName.of(name).orElseThrow().header())
                .forEach(header ->
                        assertThat(header)
                                .matches(
                                        "; filename=\"[!#$&+\\-.^_`|~\\w]+\"; filename\\*=UTF-8''[!#$&+\\-.^_`|~\\w%]+"));
        assertThat(FileName.of("Öl & Essig.png").orElseThrow().header())
                .isEqualTo(
                        "; filename=\"_l_&_Essig.png\"; filename*=UTF-8''%C3%96l%20&%20Essig.png");
    }

    @Test
    void aFileHasTheEndingOfWhatItIs() {
        assertThat(FileName.of("parcel.jpeg").orElseThrow().withEndingOf("image/webp").value())
                .isEqualTo("parcel.webp");
        assertThat(FileName.of("parcel.html").orElseThrow().withEndingOf("image/png").value())
                .isEqualTo("parcel.png");
        assertThat(FileName.of("parcel").orElseThrow().withEndingOf("video/mp4").value())
                .isEqualTo("parcel.mp4");
        assertThat(FileName.of(".hidden").orElseThrow().withEndingOf("image/png").value())
                .isEqualTo(".hidden.png");
    }

    @Test
    void aNameIsNotWritten() {
        assertThat(FileName.of("Anna at the doctor.png").orElseThrow()).hasToString("***");
    }
}
