package dev.shopbell.integration;

import dev.shopbell.platform.http.Refusal;

/// Why there is no such key, or why it does not open a door.
public enum ApiKeyRefusal implements Refusal {
    /// Never made, or revoked.
    API_KEY_UNKNOWN(401),
    /// The problem's `scope` is missing.
    SCOPE_MISSING(403),
    API_KEY_NAME_EMPTY(422),
    API_KEY_NAME_TOO_LONG(422),
    API_KEY_NAME_TAKEN(409),
    /// What it is called and allows stays as it is.
    API_KEY_IN_USE(409),
    SCOPES_EMPTY(422),
    SCOPE_UNKNOWN(422),
    /// The store has as many as it can have.
    API_KEYS_TOO_MANY(409);

    private final int status;

    ApiKeyRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
