package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the web apps draw of `protocol/placeholders.json` is what we write of its pixels.
class PlaceholderTest {

    @Test
    void aPlaceholderIsWhatTheSamplesSay() throws Exception {
        JsonNode samples =
                new ObjectMapper()
                        .readTree(Files.readString(Path.of("..", "protocol", "placeholders.json")));

        assertThat(samples).isNotEmpty();
        for (JsonNode sample : samples) {
            assertThat(Placeholder.of(canvas(sample.get("pixels"))))
                    .isEqualTo(sample.get("placeholder").textValue());
        }
    }

    @Test
    void whatIsClearIsWhite() {
        assertThat(Placeholder.of(new Canvas(40, 30))).isEqualTo("f".repeat(36));
    }

    private static Canvas canvas(JsonNode rows) {
        Canvas canvas = new Canvas(rows.get(0).size(), rows.size());
        int at = 0;
        for (JsonNode row : rows) {
            for (JsonNode pixel : row) {
                canvas.pixels()[at++] =
                        (0xff << 24) | Integer.parseInt(pixel.textValue().substring(1), 16);
            }
        }
        return canvas;
    }
}
