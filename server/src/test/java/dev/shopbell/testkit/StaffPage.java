package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A staff member's inbox with these threads open, one of them perhaps on screen.
public record StaffPage(
        String reader, StaffBrowser browser, List<UUID> threads, @Nullable UUID viewed)
        implements Recorder.Page {

    public static StaffPage of(String reader, StaffBrowser browser, UUID... threads) {
        return new StaffPage(reader, browser, List.of(threads), null);
    }

    /// With a thread on screen, as its colleagues are told.
    public static StaffPage viewing(String reader, StaffBrowser browser, UUID thread) {
        return new StaffPage(reader, browser, List.of(thread), thread);
    }

    @Override
    public String kind() {
        return "inbox";
    }

    @Override
    public Optional<UUID> staff() {
        return Optional.of(browser.member().staff().value());
    }

    @Override
    public JsonNode load() {
        return InboxLoad.of(browser, threads.toArray(UUID[]::new)).json();
    }

    @Override
    public LiveClient connect(JsonNode loaded) {
        LiveClient socket = browser.connect(loaded.at("/inbox/position"));
        if (viewed != null) {
            socket.next("changes");
            StaffBrowser.views(socket, viewed);
        }
        return socket;
    }

    @Override
    public String greeting() {
        return viewed == null ? "changes" : "viewers";
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
