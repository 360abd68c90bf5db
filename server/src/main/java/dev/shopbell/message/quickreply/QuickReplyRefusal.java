package dev.shopbell.message.quickreply;

import dev.shopbell.platform.http.Refusal;

/// Why a quick reply stays as it is. What is wrong with its text is a message's refusal.
public enum QuickReplyRefusal implements Refusal {
    TITLE_EMPTY(422),
    TITLE_TOO_LONG(422),
    /// Something in it turns the direction of the text around it.
    TITLE_INVALID(422),
    /// Not one word of letters, digits, `-` and `_`, or longer than 32 of them.
    SHORTCUT_INVALID(422),
    SHORTCUT_TAKEN(409),
    /// Asks for something about customer, staff or store that is not known.
    VARIABLE_UNKNOWN(422),
    /// The store has as many as it can have.
    QUICK_REPLIES_TOO_MANY(409);

    private final int status;

    QuickReplyRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
