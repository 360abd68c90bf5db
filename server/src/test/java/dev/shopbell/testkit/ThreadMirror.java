package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What a shopper's panel knows of its thread, kept by the rules of `docs/reference/protocol.md`.
public final class ThreadMirror {

    private static final int MOST_MESSAGES = 200;

    private final TreeMap<Long, JsonNode> messages = new TreeMap<>();
    private JsonNode conversation;

    private ThreadMirror(JsonNode conversation) {
        this.conversation = conversation;
    }

    public static ThreadMirror of(JsonNode thread) {
        ThreadMirror mirror = new ThreadMirror(thread.get("conversation"));
        mirror.take(thread);
        return mirror;
    }

    public void take(JsonNode thread) {
        takeConversation(thread.get("conversation"));
        thread.get("messages").forEach(message -> messages.put(place(message), message));
    }

    public void hear(JsonNode frame) {
        switch (frame.get("type").asText()) {
            case "welcome", "conversation" -> takeConversation(frame.get("conversation"));
            case "message" -> takeMessage(frame.get("message"));
            case "described" -> describe(frame);
            case "staff_typing", "ping", "reconnect" -> {}
            default -> throw new AssertionError("what is to be done with " + frame);
        }
    }

    public long lastPlace() {
        return messages.isEmpty() ? 0 : messages.lastKey();
    }

    /// What the thread still misses, asked for and taken. Answers what came.
    public List<JsonNode> fill(ShopperBrowser browser) {
        List<JsonNode> ranges = new ArrayList<>();
        while (missing() > 0) {
            int limit = (int) Math.min(missing(), MOST_MESSAGES);
            JsonNode range = browser.messagesAfter(lastPlace(), limit);
            take(range);
            ranges.add(range);
        }
        return ranges;
    }

    /// Everything on the screen. How many messages there are, a message says by itself.
    public JsonNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (String number : List.of("id", "delivered", "seen", "staffSeen")) {
            shown.set(number, conversation.get(number));
        }
        messages.values().forEach(shown.putArray("messages")::add);
        return shown;
    }

    private long missing() {
        return conversation.get("lastPublicSeq").asLong() - lastPlace();
    }

    private void takeConversation(JsonNode heard) {
        if (conversation.get("version").asLong() <= heard.get("version").asLong()) {
            conversation = heard;
        }
    }

    /// Joined only without a gap: what is missing in front of it has to be fetched.
    private void takeMessage(JsonNode message) {
        if (place(message) <= lastPlace() + 1) {
            messages.put(place(message), message);
        }
    }

    private void describe(JsonNode frame) {
        messages.computeIfPresent(
                frame.get("publicSeq").asLong(),
                (_, message) -> InboxMirror.described(message, frame));
    }

    private static long place(JsonNode message) {
        return message.get("publicSeq").asLong();
    }
}
