package dev.shopbell.integration.identity;

import dev.shopbell.platform.http.Refusal;

/// Why a token says nothing about who somebody is, or why there is no such key.
public enum IdentityRefusal implements Refusal {
    /// The problem's `detail` says why, for whoever makes the tokens.
    IDENTITY_REFUSED(403),
    IDENTITY_KEY_NAME_EMPTY(422),
    IDENTITY_KEY_NAME_TOO_LONG(422),
    IDENTITY_KEY_NAME_TAKEN(409),
    /// What it is called and how it signs stays as it is.
    IDENTITY_KEY_IN_USE(409),
    IDENTITY_ALGORITHM_UNKNOWN(422),
    /// Not an Ed25519 public key, or one where a secret is drawn.
    PUBLIC_KEY_INVALID(422),
    /// Two, so that one can take the other's place.
    IDENTITY_KEYS_TOO_MANY(409);

    private final int status;

    IdentityRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
