package dev.shopbell.testkit;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// A webhook of a store, kept by one of its administrators, as their browser keeps it.
public final class GivenWebhook {

    public static final List<String> EVERYTHING =
            List.of(
                    "conversation.created",
                    "message.created",
                    "conversation.resolved",
                    "conversation.reopened",
                    "conversation.assigned");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SignedIn by;
    private final UUID id = UUID.randomUUID();
    private final String secret;

    public GivenWebhook(SignedIn by, String url, List<String> events) {
        this.by = by;
        this.secret = save(url, events, false).json().get("secret").asText();
    }

    public UUID id() {
        return id;
    }

    public String secret() {
        return secret;
    }

    public Answer save(String url, List<String> events, boolean paused) {
        String words = events.stream().map("\"%s\""::formatted).toList().toString();
        return asking("PUT", "")
                .json(
                        "{\"url\": \"%s\", \"events\": %s, \"paused\": %s}"
                                .formatted(url, words, paused))
                .send();
    }

    public Answer ask(String method, String more) {
        return asking(method, more).send();
    }

    public JsonNode view() {
        JsonNode all = Http.get(base()).as(by).send().json().get("webhooks");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.get("id").asText().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    /// The newest first.
    public List<JsonNode> log(String query) {
        JsonNode page = ask("GET", "/deliveries" + query).json().get("deliveries");
        return StreamSupport.stream(page.spliterator(), false).toList();
    }

    /// The newest delivery, once it is in this state.
    public JsonNode awaitNewest(String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> log("").stream().findFirst().orElse(null),
                        newest -> newest != null && newest.get("state").asText().equals(state));
    }

    private Http asking(String method, String more) {
        return Http.of(method, base() + "/" + id + more).as(by);
    }

    private String base() {
        return "/api/staff/stores/" + by.member().store().value() + "/webhooks";
    }
}
