package dev.shopbell.testkit;

import dev.shopbell.testkit.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A store's own system, which shows its key.
public record ShopSystem(String key) {

    private static final String API = "/api/v1";

    public Answer get(String below) {
        return shown(Http.get(API + below)).send();
    }

    public Answer put(String below, String json) {
        return shown(Http.put(API + below, json)).send();
    }

    /// Lines of an import, from this number on.
    public Answer lines(UUID id, long from, String lines) {
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        return shown(Http.of("PUT", API + "/imports/%s/lines/%d".formatted(id, from)).body(body))
                .send();
    }

    public Answer delete(String below) {
        return shown(Http.of("DELETE", API + below)).send();
    }

    private Http shown(Http request) {
        return request.with("Authorization", "Bearer " + key);
    }
}
