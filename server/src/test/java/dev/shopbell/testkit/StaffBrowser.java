package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.Member;
import dev.shopbell.testkit.Given.SignedIn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A staff member at their browser, signed in, in one store.
public final class StaffBrowser {

    private final SignedIn who;
    private final Web web;
    private final String base;

    public StaffBrowser(URI server, SignedIn who) {
        this.who = who;
        this.web = new Web(server, headers());
        this.base = "/api/staff/stores/" + who.member().store().value();
    }

    /// With every request and socket: who it is, and that it is our own page which asks.
    public Map<String, String> headers() {
        return Map.of("Cookie", "shopbell_session=" + who.cookie(), "Origin", Given.ORIGIN);
    }

    public Member member() {
        return who.member();
    }

    public JsonNode inbox() {
        return web.get(base + "/inbox");
    }

    public JsonNode today() {
        return web.get(base + "/today");
    }

    public JsonNode list(String view) {
        return web.get(base + "/conversations?limit=100&view=" + view);
    }

    public JsonNode thread(UUID conversation) {
        return web.get(base + "/conversations/" + conversation);
    }

    public JsonNode search(String typed, String view, String cursor, int limit) {
        String below = cursor.isEmpty() ? "" : "&before=" + cursor;
        return web.get(
                "%s/search?q=%s&view=%s&limit=%d%s"
                        .formatted(
                                base,
                                URLEncoder.encode(typed, StandardCharsets.UTF_8),
                                view,
                                limit,
                                below));
    }

    public JsonNode suggestions(UUID conversation) {
        return web.get(base + "/conversations/" + conversation + "/suggestions");
    }

    /// Suggestions, or why not.
    public Answer askForSuggestions(UUID conversation) {
        return web.answer("GET", base + "/conversations/" + conversation + "/suggestions", null);
    }

    public JsonNode quickReplies() {
        return web.get(base + "/quick-replies");
    }

    /// The thread, or why not.
    public Answer askForThread(UUID conversation) {
        return web.answer("GET", base + "/conversations/" + conversation, null);
    }

    public JsonNode messagesAfter(UUID conversation, long seq, int limit) {
        return web.get(
                "%s/conversations/%s/messages?after=%d&limit=%d"
                        .formatted(base, conversation, seq, limit));
    }

    public JsonNode answer(UUID conversation, String text) {
        return say(conversation, "staff", text);
    }

    /// An answer with what was uploaded for it.
    public JsonNode answer(UUID conversation, String text, List<UUID> attachments) {
        return web.put(
                base + "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                Map.of("kind", "staff", "text", text, "attachments", attachments));
    }

    /// Says what is to be seen in a file.
    public JsonNode describe(UUID conversation, UUID attachment, String alt) {
        return web.put(
                base + "/conversations/" + conversation + "/attachments/" + attachment + "/alt",
                Map.of("alt", alt));
    }

    /// An answer that may be refused.
    public Answer tryToAnswer(UUID conversation, String text) {
        return web.answer(
                "PUT",
                base + "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                Map.of("kind", "staff", "text", text));
    }

    /// An answer to what was said up to there, or why not.
    public Answer answerAfter(UUID conversation, UUID message, long after, String text) {
        return web.answer(
                "PUT",
                base + "/conversations/" + conversation + "/messages/" + message,
                Map.of("kind", "staff", "text", text, "after", after));
    }

    public Answer tryToNote(UUID conversation, String text, List<StaffBrowser> mentions) {
        return tryToSay(conversation, "note", text, mentions);
    }

    public Answer tryToSay(
            UUID conversation, String kind, String text, List<StaffBrowser> mentions) {
        return web.answer(
                "PUT",
                base + "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                Map.of(
                        "kind",
                        kind,
                        "text",
                        text,
                        "mentions",
                        mentions.stream().map(it -> it.member().staff().value()).toList()));
    }

    public Answer tryToRead(UUID conversation, long seq) {
        return web.answer(
                "PUT", base + "/conversations/" + conversation + "/read", Map.of("seq", seq));
    }

    public JsonNode note(UUID conversation, String text) {
        return say(conversation, "note", text);
    }

    public JsonNode read(UUID conversation, long seq) {
        return web.put(base + "/conversations/" + conversation + "/read", Map.of("seq", seq));
    }

    public Answer tryStatus(UUID conversation, String status) {
        return handle(conversation, "PUT", "/status", Map.of("status", status));
    }

    public Answer tryAssign(UUID conversation, @Nullable UUID from, @Nullable UUID to) {
        Map<String, Object> body = new HashMap<>();
        body.put("from", from);
        body.put("to", to);
        return handle(conversation, "PUT", "/assignee", body);
    }

    public Answer block(UUID conversation) {
        return handle(conversation, "PUT", "/block", Map.of("network", false));
    }

    /// And newcomers from the same network address.
    public Answer blockNetwork(UUID conversation) {
        return handle(conversation, "PUT", "/block", Map.of("network", true));
    }

    public Answer unblock(UUID conversation) {
        return handle(conversation, "DELETE", "/block", null);
    }

    public Answer markUnread(UUID conversation) {
        return handle(conversation, "PUT", "/unread", null);
    }

    public Answer label(UUID conversation, String... labels) {
        return handle(conversation, "PUT", "/labels", Map.of("labels", List.of(labels)));
    }

    /// Anything else below the store.
    public Answer ask(String method, String path, @Nullable Object body) {
        return web.answer(method, base + path, body);
    }

    private Answer handle(UUID conversation, String method, String path, @Nullable Object body) {
        return ask(method, "/conversations/" + conversation + path, body);
    }

    public Answer changes(JsonNode position, int wait) {
        return web.answer(
                "GET",
                "%s/changes?epoch=%s&after=%s&wait=%d"
                        .formatted(
                                base,
                                position.get("epoch").asText(),
                                position.get("feedSeq").asText(),
                                wait),
                null);
    }

    public JsonNode draft(UUID conversation, String kind, String text) {
        return answered(tryToDraft(conversation, kind, text)).get("draft");
    }

    /// A draft that may be refused.
    public Answer tryToDraft(UUID conversation, String kind, String text) {
        return web.answer(
                "PUT",
                base + "/conversations/" + conversation + "/draft",
                Map.of("kind", kind, "text", text, "after", 1));
    }

    public Answer deleteDraft(UUID conversation) {
        return web.answer("DELETE", base + "/drafts/" + conversation, null);
    }

    /// A staff note about the customer.
    public JsonNode keepNote(UUID conversation, String text) {
        String note = "/profile/notes/" + UUID.randomUUID();
        return answered(handle(conversation, "PUT", note, Map.of("text", text, "version", 0)));
    }

    /// Says on an open socket that a key was pressed.
    public static void types(LiveClient socket, UUID conversation, boolean note) {
        socket.say(
                "{\"type\":\"typing\",\"conversation\":\"%s\",\"note\":%s}"
                        .formatted(conversation, note));
    }

    /// Says on an open socket which conversation is on its screen.
    public static void views(LiveClient socket, @Nullable UUID conversation) {
        String id = conversation == null ? "null" : "\"" + conversation + "\"";
        socket.say("{\"type\":\"viewing\",\"conversation\":%s}".formatted(id));
    }

    public JsonNode page(String view, String cursor, int limit) {
        String below = cursor.isEmpty() ? "" : "&before=" + cursor;
        return web.get(base + "/conversations?limit=" + limit + "&view=" + view + below);
    }

    public Answer tryMessagesAfter(UUID conversation, long seq) {
        return web.answer(
                "GET", base + "/conversations/" + conversation + "/messages?after=" + seq, null);
    }

    public Answer signOut() {
        return web.answer("DELETE", "/api/staff/session", null);
    }

    /// How many requests it took so far.
    public int requests() {
        return web.requests();
    }

    public URI socket() {
        return web.socket(base + "/socket");
    }

    public LiveClient open() {
        return LiveClient.open(socket(), headers());
    }

    /// Connects from a position on.
    public LiveClient connect(JsonNode position) {
        return open().say(hello(position));
    }

    public static String hello(JsonNode position) {
        return "{\"type\":\"hello\",\"epoch\":%s,\"after\":%s}"
                .formatted(position.get("epoch"), position.get("feedSeq"));
    }

    private static JsonNode answered(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.body();
    }

    private JsonNode say(UUID conversation, String kind, String text) {
        return web.put(
                base + "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                Map.of("kind", kind, "text", text));
    }
}
