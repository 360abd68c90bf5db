package dev.shopbell.customer;

import dev.shopbell.platform.http.Refusal;

/// Why a visitor is not known, or what is wrong with the contact they gave.
public enum CustomerRefusal implements Refusal {
    UNKNOWN_VISITOR(401),
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
