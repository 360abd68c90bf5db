package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shopper at their browser, who draws ids as the widget does.
public final class ShopperBrowser {

    private final VisitorSecret secret;
    private final Web web;
    private final String base;
    private final UUID drawn = UUID.randomUUID();

    public ShopperBrowser(URI server, Store store, VisitorSecret secret) {
        this.secret = secret;
        this.web =
                new Web(
                        server,
                        Map.of(
                                "Authorization",
                                "Bearer " + secret.value(),
                                "Origin",
                                Given.ORIGIN));
        this.base = "/api/widget/" + store.key();
    }

    /// By which the server knows it.
    public VisitorSecret secret() {
        return secret;
    }

    /// The conversation, known from before its first message.
    public UUID conversation() {
        return drawn;
    }

    public JsonNode write(String text) {
        Answer answer = tryToWrite(text);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /// A message that is nothing but a picture.
    public JsonNode send(UUID picture) {
        Answer answer =
                web.answer(
                        "PUT",
                        base + "/conversations/" + drawn + "/messages/" + UUID.randomUUID(),
                        Map.of("text", "", "attachments", List.of(picture)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /// A message that may be refused.
    public Answer tryToWrite(String text) {
        return web.answer(
                "PUT",
                base + "/conversations/" + drawn + "/messages/" + UUID.randomUUID(),
                Map.of(
                        "text",
                        text,
                        "contact",
                        Map.of("email", "anna@example.com", "name", "Anna Kowalska"),
                        "language",
                        "pl",
                        "timeZone",
                        "Europe/Warsaw"));
    }

    /// A message with more than its words: where it is written, what is in the cart.
    public Answer writeWith(UUID message, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("text", "Hello");
        body.put("contact", Map.of("email", "anna@example.com", "name", "Anna Kowalska"));
        return web.answer("PUT", base + "/conversations/" + drawn + "/messages/" + message, body);
    }

    /// What the page they are on tells of their cart.
    public Answer cart(String currency, Object... items) {
        return web.answer(
                "PUT", base + "/cart", Map.of("currency", currency, "items", List.of(items)));
    }

    /// What the panel tells of the page they are on.
    public Answer opens(String url, @Nullable String title) {
        return web.answer(
                "PUT",
                base + "/page",
                title == null ? Map.of("url", url) : Map.of("url", url, "title", title));
    }

    /// An item of a cart.
    public static Map<String, Object> item(String title, long price, long quantity) {
        return Map.of("title", title, "price", price, "quantity", quantity);
    }

    public JsonNode thread() {
        return web.get(base + "/conversation");
    }

    public JsonNode messagesAfter(long publicSeq, int limit) {
        return web.get(
                "%s/conversation/messages?after=%d&limit=%d".formatted(base, publicSeq, limit));
    }

    /// The fallback without sockets.
    public JsonNode waitForMessages(long publicSeq, int wait) {
        return web.get(
                "%s/conversation/messages?after=%d&wait=%d".formatted(base, publicSeq, wait));
    }

    public JsonNode receipts(long delivered, long seen) {
        return web.put(
                base + "/conversation/receipts", Map.of("delivered", delivered, "seen", seen));
    }

    public int requests() {
        return web.requests();
    }

    public URI socket() {
        return web.socket(base + "/socket");
    }

    public LiveClient open() {
        return LiveClient.open(socket(), Map.of("Origin", Given.ORIGIN));
    }

    public LiveClient connect(long after) {
        return open().say(hello(after));
    }

    /// Says on an open socket that a key was pressed.
    public static void types(LiveClient socket) {
        socket.say("{\"type\":\"typing\"}");
    }

    public String hello(long after) {
        return "{\"type\":\"hello\",\"secret\":\"%s\",\"after\":%d}"
                .formatted(secret.value(), after);
    }
}
