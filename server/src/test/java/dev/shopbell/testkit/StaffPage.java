package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/// A staff member's inbox with these threads open.
public record StaffPage(String reader, StaffBrowser browser, List<UUID> threads)
        implements Recorder.Page {

    public static StaffPage of(String reader, StaffBrowser browser, UUID... threads) {
        return new StaffPage(reader, browser, List.of(threads));
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public JsonNode load() {
        return InboxLoad.of(browser, threads.toArray(UUID[]::new)).json();
    }

    @Override
    public LiveClient connect(JsonNode loaded) {
        return browser.connect(loaded.at("/inbox/position"));
    }

    @Override
    public String greeting() {
        return "changes";
    }

    @Override
    public List<JsonNode> follow(JsonNode loaded, List<JsonNode> frames, JsonNode fresh) {
        if (Recorder.startsOver(frames)) {
            return List.of();
        }
        InboxMirror mirror = InboxMirror.of(new InboxLoad((ObjectNode) loaded));
        frames.forEach(frame -> {
            mirror.hear(frame);
            mirror.hear(frame);
        });
        List<JsonNode> ranges = mirror.fill(browser);
        assertThat(mirror.shown())
                .as(reader)
                .isEqualTo(InboxMirror.of(new InboxLoad((ObjectNode) fresh)).shown());
        return ranges;
    }
}
