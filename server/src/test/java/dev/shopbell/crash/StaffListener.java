package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.Opened.StoreAt;
import dev.shopbell.crash.Wire.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// An inbox: every conversation's summary, and some threads that are open on the screen, the
/// messages 1 to n of each without a hole.
final class StaffListener extends Listener {

    private static final int THREADS_ON_SCREEN = 8;
    private static final int READS_ONCE_IN = 30; // frames

    private final StoreAt store;
    private final Caller caller;
    private final Map<String, JsonNode> summaries = new HashMap<>();
    private final Map<String, List<JsonNode>> threads = new HashMap<>();
    private JsonNode position = Wire.JSON.missingNode();

    StaffListener(StoreAt store, Caller caller, Wire wire, RandomGenerator random) {
        super(wire, random);
        this.store = store;
        this.caller = caller;
    }

    @Override
    SocketLine connect() throws IOException {
        if (position.isMissingNode()) {
            startOver();
        }
        fillGaps();
        ObjectNode hello = Wire.JSON.createObjectNode().put("type", "hello");
        hello.set("epoch", position.get("epoch"));
        hello.set("after", position.get("feedSeq"));
        return SocketLine.open(wire, path("socket"), caller, hello);
    }

    @Override
    void apply(JsonNode frame) throws IOException {
        switch (frame.get("type").asText()) {
            case "changes" -> change(frame);
            case "online", "presence", "drafts", "reconnect" -> {}
            case String other -> isSurprised("a frame called " + other);
        }
    }

    @Override
    void startOver() throws IOException {
        Map<String, JsonNode> loaded = new HashMap<>();
        position = load(loaded);
        summaries.clear();
        summaries.putAll(loaded);
        threads.replaceAll((_, _) -> new ArrayList<>());
    }

    /// With the database in what it numbers, and with a fresh load in every word.
    @Override
    List<String> differences(Truth truth) throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, JsonNode> fresh = new HashMap<>();
        load(fresh);
        fresh.forEach((id, summary) -> {
            if (!summary.equals(summaries.get(id))) {
                differences.add("%s knows %s as %s".formatted(this, summary, summaries.get(id)));
            }
        });
        for (Truth.Conversation thread : truth.conversations()) {
            if (thread.store().equals(store.id())
                    && !isSame(thread, summaries.get(thread.id().toString()))) {
                differences.add("%s misses %s".formatted(this, thread));
            }
        }
        threads.forEach((id, messages) -> {
            List<Truth.Line> stored = truth.linesOf(UUID.fromString(id));
            boolean same = stored.size() == messages.size();
            for (int at = 0; same && at < stored.size(); at++) {
                same = isSame(stored.get(at), messages.get(at));
            }
            if (!same) {
                differences.add(
                        "%s knows %d of %d in thread %s"
                                .formatted(this, messages.size(), stored.size(), id));
            }
        });
        if (fresh.size() != summaries.size()) {
            differences.add("%s has %d of %d".formatted(this, summaries.size(), fresh.size()));
        }
        return differences;
    }

    @Override
    public String toString() {
        return "an inbox of " + store.id();
    }

    private static boolean isSame(Truth.Conversation thread, JsonNode summary) {
        return summary != null
                && thread.version() == summary.get("version").asLong()
                && thread.lastSeq() == summary.get("lastSeq").asLong()
                && thread.lastPublicSeq() == summary.get("lastPublicSeq").asLong()
                && thread.delivered() == summary.get("delivered").asLong()
                && thread.seen() == summary.get("seen").asLong();
    }

    private static boolean isSame(Truth.Line line, JsonNode message) {
        JsonNode publicSeq = message.get("publicSeq");
        return line.seq() == message.get("seq").asLong()
                && Objects.equals(line.publicSeq(), publicSeq.isNull() ? null : publicSeq.asLong())
                && line.id().toString().equals(message.get("id").asText())
                && line.kind().equals(message.get("kind").asText())
                && line.text().equals(message.get("text").asText());
    }

    private void change(JsonNode frame) throws IOException {
        for (JsonNode gone : frame.get("gone")) {
            summaries.remove(gone.asText());
            threads.remove(gone.asText());
        }
        frame.get("messages").forEach(this::hear);
        for (JsonNode summary : frame.get("conversations")) {
            summaries.merge(summary.get("id").asText(), summary, StaffListener::newer);
            if (threads.size() < THREADS_ON_SCREEN) {
                threads.putIfAbsent(summary.get("id").asText(), new ArrayList<>());
            }
        }
        // Only now: should asking fail, what was told is asked for again.
        fillGaps();
        position = frame.get("position");
        if (random.nextInt(READS_ONCE_IN) == 0) {
            readOne();
        }
    }

    /// A lost mark is nobody's concern: the next one says more.
    private void readOne() throws IOException {
        List<String> open = List.copyOf(threads.keySet());
        if (!open.isEmpty()) {
            String id = open.get(random.nextInt(open.size()));
            ObjectNode mark = Wire.JSON.createObjectNode().put("seq", threads.get(id).size());
            wire.put(path("conversations/" + id + "/read"), caller, mark);
        }
    }

    private void hear(JsonNode message) {
        List<JsonNode> thread = threads.get(message.get("conversation").asText());
        if (thread == null) {
            return;
        }
        int place = message.get("seq").asInt();
        if (place == thread.size() + 1) {
            thread.add(message);
        } else if (place <= thread.size() && !thread.get(place - 1).equals(message)) {
            isSurprised("%s was %s".formatted(message, thread.get(place - 1)));
        }
    }

    private static JsonNode newer(JsonNode known, JsonNode told) {
        return told.get("version").asLong() >= known.get("version").asLong() ? told : known;
    }

    private void fillGaps() throws IOException {
        for (Map.Entry<String, List<JsonNode>> thread : threads.entrySet()) {
            JsonNode summary = summaries.get(thread.getKey());
            if (summary != null && summary.get("lastSeq").asInt() > thread.getValue().size()) {
                fill(thread.getKey(), thread.getValue());
            }
        }
    }

    private void fill(String id, List<JsonNode> messages) throws IOException {
        int before;
        do {
            before = messages.size();
            JsonNode range =
                    wire.get(
                                    path(
                                            "conversations/%s/messages?limit=200&after=%d"
                                                    .formatted(id, before)),
                                    caller)
                            .expected();
            range.get("messages").forEach(this::hear);
        } while (messages.size() > before);
    }

    private JsonNode load(Map<String, JsonNode> into) throws IOException {
        JsonNode first = Wire.JSON.missingNode();
        String before = "";
        do {
            JsonNode page =
                    wire.get(path("conversations?view=all&limit=100" + before), caller).expected();
            first = first.isMissingNode() ? page.get("position") : first;
            page.get("conversations").forEach(each -> into.put(each.get("id").asText(), each));
            before = page.get("next").isNull() ? "" : "&before=" + page.get("next").asText();
        } while (!before.isEmpty());
        return first;
    }

    private String path(String rest) {
        return "/api/staff/stores/" + store.id() + "/" + rest;
    }
}
