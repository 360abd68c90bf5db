package dev.shopbell.staff;

import dev.shopbell.platform.http.Refusal;

/// Why an account cannot be made or signed in to.
public enum StaffRefusal implements Refusal {
    WRONG_CREDENTIALS(401),
    NAME_EMPTY(422),
    NAME_TOO_LONG(422),
    EMAIL_INCOMPLETE(422),
    EMAIL_TAKEN(422),
    PASSWORD_TOO_SHORT(422),
    PASSWORD_TOO_LONG(422),
    PASSWORD_TOO_COMMON(422),
    PASSWORD_WRONG(422),
    LINK_ENDED(410),
    MAIL_NOT_SET_UP(409);

    private final int status;

    StaffRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
