package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What browsers let through and what we take is told by one list, `protocol/accepted-files.json`.
class FormatTest {

    private static final Map<String, Format> FORMATS =
            Map.of(
                    "video/mp4", Format.MP4,
                    "video/quicktime", Format.MOV,
                    "image/avif", Format.AVIF,
                    "image/heic", Format.HEIC);

    private final JsonNode list = list();

    @Test
    void everyBrandOfTheListIsWhatItSays() {
        FORMATS.forEach((mediaType, format) ->
                assertThat(words(list.get("ftyp").get(mediaType)))
                        .isNotEmpty()
                        .allSatisfy(brand ->
                                assertThat(Format.of(file("ftyp" + brand))).isEqualTo(format)));
        assertThat(words(list.get("oldQuickTime")))
                .isNotEmpty()
                .allSatisfy(box -> assertThat(Format.of(file(box + "    "))).isEqualTo(Format.MOV));
    }

    @Test
    void noBrandIsTakenThatTheListDoesNotHave() {
        assertThat(words(list.get("none")))
                .isNotEmpty()
                .allSatisfy(brand ->
                        assertThat(Format.of(file("ftyp" + brand))).isEqualTo(Format.UNKNOWN));
        assertThat(Format.MP4_BRANDS)
                .containsExactlyInAnyOrderElementsOf(words(list.get("ftyp").get("video/mp4")));
        assertThat(Format.AVIF_BRANDS)
                .containsExactlyInAnyOrderElementsOf(words(list.get("ftyp").get("image/avif")));
        assertThat(Format.HEIC_BRANDS)
                .containsExactlyInAnyOrderElementsOf(words(list.get("ftyp").get("image/heic")));
        assertThat(Format.OLD_QUICKTIME)
                .containsExactlyInAnyOrderElementsOf(words(list.get("oldQuickTime")));
    }

    private static byte[] file(String after) {
        return ("\0\0\0\u0018" + after + "\0\0\0\0").getBytes(ISO_8859_1);
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static JsonNode list() {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(Path.of("..", "protocol", "accepted-files.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
