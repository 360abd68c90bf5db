package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What a staff member's page knows, kept by the rules of `docs/reference/protocol.md`: the
/// smallest client there can be. It loads whole lists only.
public final class InboxMirror {

    private static final int MOST_MESSAGES = 200;
    private static final Comparator<JsonNode> NEWEST_FIRST =
            Comparator.<JsonNode, String>comparing(row -> sortable(row.get("lastActivityAt")))
                    .thenComparing(row -> row.get("id").asText())
                    .reversed();

    private final Map<String, JsonNode> conversations = new TreeMap<>();
    private final Map<String, Long> unread = new TreeMap<>();
    private final Set<String> online = new TreeSet<>();
    private final Map<String, JsonNode> drafts = new TreeMap<>();
    private final Map<String, TreeMap<Long, JsonNode>> threads = new TreeMap<>();
    private JsonNode position;

    private InboxMirror(JsonNode position) {
        this.position = position;
    }

    public static InboxMirror of(InboxLoad load) {
        JsonNode inbox = load.json().get("inbox");
        InboxMirror mirror = new InboxMirror(inbox.get("position"));
        inbox.get("unread")
                .forEach(one ->
                        mirror.unread.put(
                                one.get("conversation").asText(), one.get("messages").asLong()));
        inbox.get("online").forEach(id -> mirror.online.add(id.asText()));
        inbox.get("latest").forEach(mirror::takeSummary);
        inbox.get("drafts").forEach(mirror::takeDraft);
        load.json().get("pages").forEach(mirror::takePage);
        load.json().get("threads").forEach(mirror::takeThread);
        return mirror;
    }

    public void takePage(JsonNode page) {
        page.get("conversations").forEach(this::takeSummary);
    }

    public void takeThread(JsonNode thread) {
        String id = thread.at("/conversation/id").asText();
        TreeMap<Long, JsonNode> known = threads.computeIfAbsent(id, _ -> new TreeMap<>());
        thread.get("messages").forEach(message -> known.put(seq(message), message));
        takeSummary(thread.get("conversation"));
    }

    public void hear(JsonNode frame) {
        switch (frame.get("type").asText()) {
            case "changes" -> takeChanges(frame);
            case "online" -> {
                online.clear();
                frame.get("conversations").forEach(id -> online.add(id.asText()));
            }
            case "presence" -> takePresence(frame);
            case "drafts" -> {
                drafts.clear();
                frame.get("drafts").forEach(this::takeDraft);
            }
            case "draft" -> {
                drafts.remove(frame.get("conversation").asText());
                if (!frame.get("draft").isNull()) {
                    takeDraft(frame.get("draft"));
                }
            }
            case "typing", "viewers", "profile", "ping", "reconnect" -> {}
            default -> throw new AssertionError("what is to be done with " + frame);
        }
    }

    public boolean holds(UUID thread) {
        return threads.containsKey(thread.toString());
    }

    public JsonNode position() {
        return position;
    }

    /// What open threads still miss, asked for and taken. Answers what came.
    public List<JsonNode> fill(StaffBrowser browser) {
        List<JsonNode> ranges = new ArrayList<>();
        for (String id : List.copyOf(threads.keySet())) {
            long missing = missing(id);
            while (missing > 0) {
                int limit = (int) Math.min(missing, MOST_MESSAGES);
                JsonNode range = browser.messagesAfter(UUID.fromString(id), lastSeq(id), limit);
                takeThread(range);
                ranges.add(range);
                missing = missing(id);
            }
        }
        return ranges;
    }

    /// Everything on the screen.
    public JsonNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("epoch", position.get("epoch").asText());
        ObjectNode counts = shown.putObject("unread");
        unread.forEach(counts::put);
        online.forEach(shown.putArray("online")::add);
        conversations.values().stream().sorted(NEWEST_FIRST).forEach(shown.putArray("rows")::add);
        drafts.values().forEach(shown.putArray("drafts")::add);
        ObjectNode open = shown.putObject("threads");
        threads.forEach((id, thread) -> thread.values().forEach(open.withArray(id)::add));
        return shown;
    }

    private void takeChanges(JsonNode frame) {
        frame.get("gone").forEach(id -> drop(id.asText()));
        frame.get("messages").forEach(this::takeMessage);
        frame.get("conversations").forEach(this::takeSummary);
        if (frame.at("/position/feedSeq").asLong() > position.get("feedSeq").asLong()) {
            position = frame.get("position");
        }
    }

    private void drop(String id) {
        conversations.remove(id);
        unread.remove(id);
        online.remove(id);
        threads.remove(id);
        strand(id, true);
    }

    private void takeDraft(JsonNode draft) {
        drafts.put(draft.get("conversation").asText(), draft);
    }

    /// What was typed is told by the draft, whether it can be sent by the conversation.
    private void strand(String id, boolean stranded) {
        drafts.computeIfPresent(
                id, (_, draft) -> ((ObjectNode) draft.deepCopy()).put("stranded", stranded));
    }

    /// Joined to a thread only without a gap: what is missing in front of it has to be fetched.
    private void takeMessage(JsonNode message) {
        String id = message.get("conversation").asText();
        TreeMap<Long, JsonNode> thread = threads.get(id);
        if (thread != null && seq(message) <= lastSeq(id) + 1) {
            thread.put(seq(message), message);
            describe(thread, message.path("event"));
        }
    }

    /// A file that was sent has the words that the thread's last line about it gives it.
    private static void describe(Map<Long, JsonNode> thread, JsonNode event) {
        if (event.path("type").asText().equals("described")) {
            thread.replaceAll((_, message) -> described(message, event));
        }
    }

    static JsonNode described(JsonNode message, JsonNode event) {
        JsonNode copy = message.deepCopy();
        for (JsonNode file : copy.path("attachments")) {
            if (file.get("id").equals(event.get("attachment"))) {
                ((ObjectNode) file).set("alt", event.get("alt"));
            }
        }
        return copy;
    }

    private void takeSummary(JsonNode summary) {
        String id = summary.get("id").asText();
        JsonNode known = conversations.get(id);
        if (known == null || known.get("version").asLong() <= summary.get("version").asLong()) {
            conversations.put(id, summary);
            strand(id, false);
            if (summary.get("unread").asLong() > 0) {
                unread.put(id, summary.get("unread").asLong());
            } else {
                unread.remove(id);
            }
        }
    }

    private void takePresence(JsonNode frame) {
        String id = frame.get("conversation").asText();
        if (frame.get("online").asBoolean()) {
            online.add(id);
        } else {
            online.remove(id);
        }
    }

    private long missing(String id) {
        JsonNode known = conversations.get(id);
        return known == null ? 0 : known.get("lastSeq").asLong() - lastSeq(id);
    }

    private long lastSeq(String id) {
        TreeMap<Long, JsonNode> thread = threads.getOrDefault(id, new TreeMap<>());
        return thread.isEmpty() ? 0 : thread.lastKey();
    }

    private static long seq(JsonNode message) {
        return message.get("seq").asLong();
    }

    /// Without the Z, text order is time order, whatever the number of decimals.
    private static String sortable(JsonNode time) {
        return time.asText().substring(0, time.asText().length() - 1);
    }
}
