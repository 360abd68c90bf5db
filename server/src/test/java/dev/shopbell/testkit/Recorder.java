package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records one action as everybody hears it who might: what they had loaded, the frames that came,
/// what somebody sees who loads afresh. That the first two make the third is checked here, and
/// again from the file by the web apps' reducers: `protocol/samples/README.md`.
public final class Recorder {

    // Frames of one socket keep their order: what the action caused came before these.
    private static final int PINGS_LATER = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Listener> listeners = new ArrayList<>();

    /// Somebody hears these frames and no others; `isAway` connects only after the action.
    public Recorder with(Page page, boolean isAway, String... frames) {
        listeners.add(new Listener(page, isAway, List.of(frames)));
        return this;
    }

    public Recorder hearing(Page page, String... frames) {
        return with(page, false, frames);
    }

    /// `route` is what was asked of the server; null for what nobody can ask for yet.
    public ObjectNode record(String action, @Nullable String route, Runnable deed) {
        // Shoppers first: that they come is not part of it.
        List<Listener> shoppersFirst =
                listeners.stream().sorted(Comparator.comparing(Listener::isStaff)).toList();
        shoppersFirst.forEach(Listener::begin);
        deed.run();
        shoppersFirst.forEach(Listener::hear);
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        recorded.put("action", action).put("route", route);
        ArrayNode readers = recorded.putArray("readers");
        listeners.forEach(listener -> readers.add(listener.ended()));
        listeners.forEach(Listener::leave);
        assertThat(readers)
                .as("somebody notices")
                .anyMatch(reader -> !reader.get("frames").isEmpty());
        return recorded;
    }

    /// What was loaded is of no use any more: there is nothing to compare with the fresh load.
    static boolean startsOver(List<JsonNode> frames) {
        return frames.stream().anyMatch(frame -> frame.get("type").asText().equals("start_over"));
    }

    /// A page with the thread or the inbox in it, as [StaffPage] and [ShopperPage] are.
    public interface Page {

        String kind();

        String reader();

        /// Who reads, when it is a staff member.
        Optional<UUID> staff();

        /// Everything afresh.
        JsonNode load();

        LiveClient connect(JsonNode loaded);

        /// The frame that ends what comes first.
        String greeting();

        /// What is on the screen after the frames, each heard twice. Answers with the ranges that
        /// had to be fetched.
        List<JsonNode> follow(JsonNode loaded, List<JsonNode> frames, JsonNode fresh);
    }

    private static final class Listener {

        private final Page page;
        private final boolean isAway;
        private final List<String> expected;
        private JsonNode before = JsonNodeFactory.instance.objectNode();
        private @Nullable LiveClient socket;
        private int begun;
        private List<JsonNode> heard = List.of();

        Listener(Page page, boolean isAway, List<String> expected) {
            this.page = page;
            this.isAway = isAway;
            this.expected = expected;
        }

        boolean isStaff() {
            return page.kind().equals("inbox");
        }

        void begin() {
            before = page.load();
            if (!isAway) {
                socket = connected();
                begun = socket.heard().size();
            }
        }

        void hear() {
            if (isAway) {
                socket = connected();
            }
            LiveClient live = live();
            await().atMost(PATIENCE)
                    .until(() -> !live.isOpen() || frames().size() >= expected.size());
            int pings = live.heard("ping").size();
            await().atMost(PATIENCE)
                    .until(() ->
                            !live.isOpen() || live.heard("ping").size() >= pings + PINGS_LATER);
            heard = profilesLast(frames());
            assertThat(heard)
                    .as(page.reader())
                    .extracting(frame -> frame.get("type").asText())
                    .isEqualTo(expected);
        }

        /// What is told of profiles goes by a way of its own, and may come before what changed.
        private static List<JsonNode> profilesLast(List<JsonNode> frames) {
            return frames.stream()
                    .sorted(
                            Comparator.comparing(
                                    frame -> frame.get("type").asText().equals("profile")))
                    .toList();
        }

        ObjectNode ended() {
            JsonNode after = page.load();
            ObjectNode recorded = JsonNodeFactory.instance.objectNode();
            recorded.put("reader", page.reader()).put("kind", page.kind());
            page.staff().ifPresent(id -> recorded.put("me", id.toString()));
            recorded.set("before", before);
            recorded.putArray("frames").addAll(heard);
            recorded.putArray("ranges").addAll(page.follow(before, heard, after));
            recorded.set("after", after);
            return recorded;
        }

        void leave() {
            if (live().isOpen()) {
                live().close();
            }
        }

        private LiveClient connected() {
            LiveClient connected = page.connect(before);
            connected.next(page.greeting());
            return connected;
        }

        private List<JsonNode> frames() {
            if (expected.contains("ping")) {
                return live().heard("ping").stream().limit(1).toList();
            }
            List<JsonNode> all = live().heard();
            return all.subList(begun, all.size());
        }

        private LiveClient live() {
            if (socket == null) {
                throw new IllegalStateException("not connected");
            }
            return socket;
        }
    }
}
