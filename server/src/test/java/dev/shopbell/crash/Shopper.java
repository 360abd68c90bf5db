package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.Opened.StoreAt;
import dev.shopbell.crash.Wire.Caller;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A shopper's browser that writes a few messages, one after the other. It draws everything that
/// names anybody: its secret, the conversation's id and each message's.
final class Shopper {

    private final String name;
    private final StoreAt store;
    private final UUID conversation;
    private final String secret;
    private final Wire wire;
    private final History history;
    private final RandomGenerator random;

    Shopper(String name, StoreAt store, Wire wire, History history, RandomGenerator random) {
        this.name = name;
        this.store = store;
        this.wire = wire;
        this.history = history;
        this.random = random;
        this.conversation = drawId();
        this.secret = drawSecret();
    }

    StoreAt store() {
        return store;
    }

    UUID conversation() {
        return conversation;
    }

    Caller caller() {
        return Caller.shopper(secret);
    }

    String secret() {
        return secret;
    }

    void write(int messages) {
        for (int number = 0; number < messages && history.isOpen(); number++) {
            if (send(number == 0) == null) {
                return; // the audit tells why
            }
            if (number == 0) {
                history.began(store, conversation);
            }
            Pause.millis(random.nextLong(100));
        }
    }

    private @Nullable JsonNode send(boolean isFirst) {
        UUID id = drawId();
        String text = Words.about(id, random);
        ObjectNode body = Wire.JSON.createObjectNode().put("text", text);
        if (isFirst) {
            body.putObject("contact").put("email", name + "@example.com").put("name", name);
        }
        return new Sender(wire, history, random)
                .send(
                        Sent.begun(name, store.id(), conversation, id, "customer", text),
                        "/api/widget/%s/conversations/%s/messages/%s"
                                .formatted(store.key(), conversation, id),
                        caller(),
                        body);
    }

    private UUID drawId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String drawSecret() {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
