package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.ListView;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Everything a staff member's page loads when it is opened: `protocol/samples/README.md`.
public record InboxLoad(ObjectNode json) {

    private static final List<String> VIEWS =
            Arrays.stream(ListView.values()).map(ListView::word).toList();

    /// With these threads open, as far as they may be seen.
    public static InboxLoad of(StaffBrowser browser, UUID... threads) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("inbox", browser.inbox());
        ObjectNode pages = json.putObject("pages");
        VIEWS.forEach(view -> pages.set(view, browser.list(view)));
        for (UUID thread : threads) {
            Answer answer = browser.askForThread(thread);
            if (answer.status() == 200) {
                json.withArray("threads").add(answer.body());
            }
        }
        json.withArray("threads");
        return new InboxLoad(json);
    }

    public JsonNode position() {
        return json.at("/inbox/position");
    }
}
