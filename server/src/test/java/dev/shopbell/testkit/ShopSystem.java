package dev.shopbell.testkit;

import dev.shopbell.testkit.Http.Answer;

/// A store's own system, which shows its key.
public record ShopSystem(String key) {

    private static final String API = "/api/v1";

    public Answer get(String below) {
        return shown(Http.get(API + below)).send();
    }

    public Answer put(String below, String json) {
        return shown(Http.put(API + below, json)).send();
    }

    public Answer delete(String below) {
        return shown(Http.of("DELETE", API + below)).send();
    }

    private Http shown(Http request) {
        return request.with("Authorization", "Bearer " + key);
    }
}
