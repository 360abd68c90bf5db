package dev.shopbell.customer;

import dev.shopbell.platform.http.Refusal;

/// Why a visitor is not known, or what is wrong with the contact they gave.
public enum CustomerRefusal implements Refusal {
    UNKNOWN_VISITOR(401),
    /// Another secret came in its place when its browser proved whose it is.
    SECRET_REPLACED(401),
    /// The proof changes whose browser it is, which goes on with a new secret then.
    NEXT_SECRET_NEEDED(409),
    /// The browser is theirs already, and goes on with the secret that it showed.
    NEXT_SECRET_UNNEEDED(409),
    /// The next secret is somebody's, or was.
    NEXT_SECRET_TAKEN(409),
    CONTACT_EMAIL_REQUIRED(422),
    CONTACT_EMAIL_INCOMPLETE(422),
    CONTACT_EMAIL_TOO_LONG(422),
    CONTACT_NAME_REQUIRED(422),
    CONTACT_NAME_TOO_LONG(422),
    CONTACT_NAME_INVALID(422);

    private final int status;

    CustomerRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
