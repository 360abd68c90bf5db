package dev.shopbell.inbox.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What there is to say of messages that came by e-mail, and of mails that did not arrive.
final class TranscriptMail {

    static final String BY_EMAIL = "By e-mail";

    private static final Map<String, String> NOT_TAKEN =
            Map.of(
                    "file_too_large", "larger than 1 MB",
                    "file_type_not_accepted", "not an image or a video",
                    "file_damaged", "damaged",
                    "image_too_large", "too many pixels",
                    "video_too_long", "longer than 1 minute",
                    "video_length_unknown", "does not say how long it is",
                    "too_many_files", "more than 10 files",
                    "file_name_invalid", "no usable name");

    private final ObjectMapper json;

    TranscriptMail(ObjectMapper json) {
        this.json = json;
    }

    /// Whose mail a message was, and which files of it were not taken.
    List<String> came(String email) {
        JsonNode mail = read(email);
        String from = mail.path("from").asText("");
        String way =
                mail.path("known").asBoolean()
                        ? BY_EMAIL + " from " + from
                        : BY_EMAIL + " from another address: " + from;
        return Stream.concat(
                        Stream.of(way), mail.path("refused").valueStream().map(TranscriptMail::not))
                .toList();
    }

    private static String not(JsonNode refused) {
        return "%s was not taken: %s"
                .formatted(
                        refused.path("name").asText(""),
                        NOT_TAKEN.getOrDefault(
                                refused.path("code").asText(""), "it cannot be shown here"));
    }

    private JsonNode read(String email) {
        try {
            return json.readTree(email);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
