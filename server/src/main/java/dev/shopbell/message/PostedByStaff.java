package dev.shopbell.message;

import dev.shopbell.conversation.ConversationSummary;

/// What a staff member's send came to, with the conversation as they see it now.
public record PostedByStaff(ConversationSummary conversation, Message message) {}
