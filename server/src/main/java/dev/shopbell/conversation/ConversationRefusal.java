package dev.shopbell.conversation;

import dev.shopbell.platform.http.Refusal;

/// Why something cannot be done with a conversation.
public enum ConversationRefusal implements Refusal {
    /// It is not assigned to whom the caller believed; `assignee` of the problem says who it is.
    ASSIGNED_MEANWHILE(409),
    /// Not an active member with *Conversation management*.
    ASSIGNEE_NOT_ELIGIBLE(422),
    /// Nothing is owed, so nothing can be unread.
    CONVERSATION_RESOLVED(409),
    /// It is closed: the customer's thread goes on in another conversation.
    CONVERSATION_CONTINUED(409),
    LABEL_INVALID(422),
    LABELS_TOO_MANY(422);

    private final int status;

    ConversationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
