package dev.shopbell.staff.invitation;

import dev.shopbell.platform.http.Refusal;

/// Why nobody is invited, or does not join.
public enum InvitationRefusal implements Refusal {
    ALREADY_INVITED(409),
    ALREADY_MEMBER(409),
    MEMBER_DEACTIVATED(409),
    ACCOUNT_EXISTS(409),
    OTHER_ACCOUNT(403);

    private final int status;

    InvitationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
