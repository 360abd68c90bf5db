package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A shopper's panel, which says that it knows so many messages more than it was answered.
public record ShopperPage(String reader, ShopperBrowser browser, int ahead)
        implements Recorder.Page {

    public static ShopperPage of(String reader, ShopperBrowser browser) {
        return new ShopperPage(reader, browser, 0);
    }

    @Override
    public String kind() {
        return "thread";
    }

    @Override
    public Optional<UUID> staff() {
        return Optional.empty();
    }

    @Override
    public JsonNode load() {
        return browser.thread();
    }

    @Override
    public LiveClient connect(JsonNode loaded) {
        return browser.connect(loaded.at("/conversation/lastPublicSeq").asLong() + ahead);
    }

    @Override
    public String greeting() {
        return "welcome";
    }

    @Override
    public List<JsonNode> follow(JsonNode loaded, List<JsonNode> frames, JsonNode fresh) {
        if (Recorder.startsOver(frames)) {
            return List.of();
        }
        ThreadMirror mirror = ThreadMirror.of(loaded);
        frames.forEach(frame -> {
            mirror.hear(frame);
            mirror.hear(frame);
        });
        List<JsonNode> ranges = mirror.fill(browser);
        assertThat(mirror.shown()).as(reader).isEqualTo(ThreadMirror.of(fresh).shown());
        return ranges;
    }
}
