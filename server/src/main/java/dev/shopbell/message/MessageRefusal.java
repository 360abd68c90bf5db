package dev.shopbell.message;

import dev.shopbell.platform.http.Refusal;

/// Why something cannot be said.
public enum MessageRefusal implements Refusal {
    TEXT_EMPTY(422),
    TEXT_TOO_LONG(422),
    /// Has characters that cannot be stored: NUL, half a surrogate pair.
    TEXT_INVALID(422),
    /// The id is a stored message's that says something else.
    CLIENT_ID_REUSED(409),
    /// A colleague answered since this answer was begun.
    THREAD_MOVED(409),
    /// Somebody a note names may not see the conversation; or it is no note.
    MENTION_NOT_POSSIBLE(422),
    /// A receipt for something that was never sent.
    RECEIPT_AHEAD(422),
    /// The store takes no more messages of this sender.
    SENDER_BLOCKED(403),
    /// The store has switched its chat off.
    CHAT_OFF(403);

    private final int status;

    MessageRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
