package dev.shopbell.staff.team;

import dev.shopbell.platform.http.Refusal;

/// Why the people of a store, or their roles, stay as they are.
public enum TeamRefusal implements Refusal {
    ROLE_NAME_TAKEN(409),
    ROLE_IN_USE(409),
    ROLE_BUILT_IN(409),
    ROLE_MISSING(422),
    ROLE_UNKNOWN(422),
    PERMISSION_MISSING(422),
    OWNER_STAYS(409),
    NOT_ONESELF(409);

    private final int status;

    TeamRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
