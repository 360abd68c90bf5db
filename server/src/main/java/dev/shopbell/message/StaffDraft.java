package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;

/// What a staff member wants to say: to the customer, or as a note to colleagues.
public record StaffDraft(
        ConversationId conversation, MessageId id, MessageText text, boolean isNote) {

    MessageKind kind() {
        return isNote ? MessageKind.NOTE : MessageKind.STAFF;
    }
}
