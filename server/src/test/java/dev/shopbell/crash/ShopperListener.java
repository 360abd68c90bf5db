package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// A shopper's panel: the messages 1 to n without a hole, and how far they were delivered and seen.
final class ShopperListener extends Listener {

    private static final int TELLS_ONCE_IN = 10; // messages

    private final Shopper shopper;
    private final List<JsonNode> messages = new ArrayList<>();
    private JsonNode conversation = Wire.JSON.missingNode();

    ShopperListener(Shopper shopper, Wire wire, RandomGenerator random) {
        super(wire, random);
        this.shopper = shopper;
    }

    @Override
    SocketLine connect() throws IOException {
        ObjectNode hello =
                Wire.JSON
                        .createObjectNode()
                        .put("type", "hello")
                        .put("secret", shopper.secret())
                        .put("after", messages.size());
        return SocketLine.open(
                wire, path("socket"), new Wire.Caller(List.of("Origin", wire.origin())), hello);
    }

    @Override
    void apply(JsonNode frame) throws IOException {
        switch (frame.get("type").asText()) {
            case "welcome", "conversation" -> keep(frame.get("conversation"));
            case "message" -> hear(frame.get("message"));
            case String other -> isSurprised("a frame called " + other);
        }
    }

    @Override
    void startOver() throws IOException {
        messages.clear();
        conversation = Wire.JSON.missingNode();
        fetchTheRest();
    }

    @Override
    List<String> differences(Truth truth) {
        List<Truth.Line> stored =
                truth.linesOf(shopper.conversation()).stream()
                        .filter(line -> line.publicSeq() != null)
                        .toList();
        if (stored.size() != messages.size()) {
            return List.of("%s knows %d of %d".formatted(this, messages.size(), stored.size()));
        }
        List<String> differences = new ArrayList<>();
        for (int at = 0; at < stored.size(); at++) {
            if (!isSame(stored.get(at), messages.get(at))) {
                differences.add(
                        "%s knows %s as %s".formatted(this, stored.get(at), messages.get(at)));
            }
        }
        truth.conversations().stream()
                .filter(thread -> thread.id().equals(shopper.conversation()))
                .filter(thread ->
                        thread.delivered() != conversation.path("delivered").asLong()
                                || thread.seen() != conversation.path("seen").asLong())
                .forEach(thread ->
                        differences.add("%s knows %s as %s".formatted(this, thread, conversation)));
        return differences;
    }

    @Override
    public String toString() {
        return "the panel of " + shopper.conversation();
    }

    private static boolean isSame(Truth.Line line, JsonNode message) {
        return Objects.equals(line.publicSeq(), message.get("publicSeq").asLong())
                && line.id().toString().equals(message.get("id").asText())
                && line.kind().equals(message.get("kind").asText())
                && line.text().equals(message.get("text").asText())
                && line.sentAt().toString().equals(message.get("sentAt").asText());
    }

    private void keep(JsonNode newer) {
        if (newer.get("version").asLong() >= conversation.path("version").asLong()) {
            conversation = newer;
        }
    }

    private void hear(JsonNode message) throws IOException {
        int place = message.get("publicSeq").asInt();
        if (place <= messages.size()) {
            if (!messages.get(place - 1).equals(message)) {
                isSurprised("%s was %s".formatted(message, messages.get(place - 1)));
            }
        } else if (place == messages.size() + 1) {
            messages.add(message);
            tellReceipt();
        } else {
            fetchTheRest();
        }
    }

    private void fetchTheRest() throws IOException {
        int before;
        do {
            before = messages.size();
            JsonNode range =
                    wire.get(
                                    path("conversation/messages?limit=200&after=" + before),
                                    shopper.caller())
                            .expected();
            keep(range.get("conversation"));
            for (JsonNode message : range.get("messages")) {
                if (message.get("publicSeq").asInt() != messages.size() + 1) {
                    isSurprised("%s after %d".formatted(message, messages.size()));
                    return;
                }
                messages.add(message);
            }
        } while (messages.size() > before);
    }

    /// Lost receipts are nobody's concern: the next one says more.
    private void tellReceipt() throws IOException {
        if (random.nextInt(TELLS_ONCE_IN) == 0) {
            ObjectNode receipt =
                    Wire.JSON
                            .createObjectNode()
                            .put("delivered", messages.size())
                            .put("seen", random.nextInt(messages.size() + 1));
            wire.put(path("conversation/receipts"), shopper.caller(), receipt);
        }
    }

    private String path(String rest) {
        return "/api/widget/" + shopper.store().key() + "/" + rest;
    }
}
