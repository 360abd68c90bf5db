package dev.shopbell.inbox.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.EmailFailures;
import java.util.Objects;
import java.util.stream.Collectors;
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
        String system = told.path("system").asText(null);
        String who = Objects.requireNonNullElse(author == null ? system : author, "Somebody");
        return switch (type) {
            case "resolved" -> who + " marked this resolved";
            case "reopened" ->
                    author == null && system == null
                            ? "Reopened by a new message from " + customer
                            : who + " reopened this";
            case "assigned" -> assigned(author, told.at("/to/name").asText());
            case "blocked" -> who + " blocked this sender";
            case "unblocked" -> who + " unblocked this sender";
            case "described" -> described(who, told.path("alt").asText(""));
            case "email_bounced" ->
                    "The e-mail to %s did not arrive. %s"
                            .formatted(
                                    told.path("address").asText(""),
                                    told.path("reason").asText(""));
            case "email_failed" ->
                    "The e-mail to %s was not sent: %s"
                            .formatted(
                                    told.path("address").asText(""),
                                    EmailFailures.inWords(told.path("reason").asText("")));
            case "email_auto_reply" ->
                    "Automatic reply by e-mail from %s: %s %s"
                            .formatted(
                                    told.path("address").asText(""),
                                    told.path("subject").asText(""),
                                    told.path("text").asText(""));
            case "cart_changed" -> cartChanged(told);
            case "continued" -> "The conversation with " + customer + " goes on in a newer one";
            default -> type.replace('_', ' ');
        };
    }

    private static String described(String who, String alt) {
        return alt.isEmpty()
                ? who + " removed the description of a file"
                : who + " described a file: " + alt;
    }

    private static String cartChanged(JsonNode told) {
        String changes =
                told.path("changes")
                        .valueStream()
                        .map(change ->
                                "%s%s %d → %d"
                                        .formatted(
                                                change.path("title").asText(),
                                                change.path("variant").isNull()
                                                        ? ""
                                                        : ", " + change.path("variant").asText(),
                                                change.path("before").asLong(),
                                                change.path("now").asLong()))
                        .collect(Collectors.joining("; "));
        long more = told.path("more").asLong();
        return "Cart: " + changes + (more == 0 ? "" : "; " + more + " more changes");
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
