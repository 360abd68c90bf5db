package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.Member;
import dev.shopbell.testkit.Given.SignedIn;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

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

    public JsonNode list(String view) {
        return web.get(base + "/conversations?limit=100&view=" + view);
    }

    public JsonNode thread(UUID conversation) {
        return web.get(base + "/conversations/" + conversation);
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

    /// An answer that may be refused.
    public Answer tryToAnswer(UUID conversation, String text) {
        return web.answer(
                "PUT",
                base + "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                Map.of("kind", "staff", "text", text));
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

    private JsonNode say(UUID conversation, String kind, String text) {
        return web.put(
                base + "/conversations/" + conversation + "/messages/" + UUID.randomUUID(),
                Map.of("kind", kind, "text", text));
    }
}
