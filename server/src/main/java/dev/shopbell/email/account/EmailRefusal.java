package dev.shopbell.email.account;

import dev.shopbell.platform.http.Refusal;

/// Why e-mail settings stay as they are, or are not tested.
public enum EmailRefusal implements Refusal {
    SENDER_NAME_INVALID(422),
    SENDER_ADDRESS_INVALID(422),
    /// Neither a name nor an address of a machine.
    HOST_INVALID(422),
    /// A port that is none of mail's, which the operator does not allow.
    PORT_NOT_ALLOWED(422),
    USER_INVALID(422),
    FOLDER_INVALID(422),
    /// The server or the user is another one: a password that is kept is not shown to it.
    PASSWORD_NEEDED(422),
    /// The installation has no door for forwarded mail.
    FORWARDING_NOT_OFFERED(409),
    /// These settings are not kept any more.
    SETTINGS_GONE(404);

    private final int status;

    EmailRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
