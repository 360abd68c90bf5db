package dev.shopbell.profile;

import dev.shopbell.platform.http.Refusal;

/// Why something about a customer cannot be kept.
public enum ProfileRefusal implements Refusal {
    /// Somebody else wrote or removed it since the caller read it.
    STAFF_NOTE_CHANGED_MEANWHILE(409),
    STAFF_NOTE_EMPTY(422),
    STAFF_NOTE_INVALID(422),
    STAFF_NOTE_TOO_LONG(422),
    STAFF_NOTES_TOO_MANY(422),
    /// The customer of the store does not have the address of whoever writes.
    NOT_A_POSSIBLE_MATCH(422),
    /// The store itself says who this is, or they proved it: that is not for staff to change.
    LINK_IS_PROVEN(409);

    private final int status;

    ProfileRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
