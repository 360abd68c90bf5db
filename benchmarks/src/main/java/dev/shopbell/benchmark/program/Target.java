package dev.shopbell.benchmark.program;

import java.util.UUID;

/// A shopper with a conversation, number `index` of the world's. Secrets are as long as real ones,
/// and known.
public record Target(int index, int store, UUID conversation) {

    public String key() {
        return World.key(store);
    }

    /// 43 characters of base64url.
    public String secret() {
        return "%043d".formatted(index);
    }

    /// Where messages are put; the message's id comes after it.
    public String path() {
        return "/api/widget/%s/conversations/%s/messages/".formatted(key(), conversation);
    }
}
