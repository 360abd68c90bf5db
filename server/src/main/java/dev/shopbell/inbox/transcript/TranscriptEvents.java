package dev.shopbell.inbox.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/// Thread events as English sentences.
final class TranscriptEvents {

    private final String customer;
    private final ObjectMapper json;

    TranscriptEvents(String customer, ObjectMapper json) {
        this.customer = customer;
        this.json = json;
    }

    /// `author` is null where nobody of the staff did it.
    String words(@Nullable String author, String event) {
        JsonNode told = read(event);
        String type = told.path("type").asText();
        String who = author == null ? "Somebody" : author;
        return switch (type) {
            case "resolved" -> who + " marked this resolved";
            case "reopened" ->
                    author == null
                            ? "Reopened by a new message from " + customer
                            : who + " reopened this";
            case "assigned" -> assigned(author, told.at("/to/name").asText());
            case "blocked" -> who + " blocked this sender";
            case "described" -> who + " described a file: " + told.path("alt").asText("");
            case "unblocked" -> who + " unblocked this sender";
            default -> type.replace('_', ' ');
        };
    }

    private static String assigned(@Nullable String author, String to) {
        if (to.isEmpty()) {
            return author == null
                    ? "Returned to unassigned"
                    : author + " returned this to unassigned";
        }
        if (to.equals(author)) {
            return author + " took this";
        }
        return author == null ? "Assigned to " + to : author + " assigned this to " + to;
    }

    private JsonNode read(String event) {
        try {
            return json.readTree(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
